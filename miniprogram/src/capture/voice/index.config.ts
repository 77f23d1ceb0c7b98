export default definePageConfig({ navigationBarTitleText: '语音采集' });
