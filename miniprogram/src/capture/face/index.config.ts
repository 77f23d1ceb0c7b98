export default definePageConfig({ navigationBarTitleText: '人脸采集' });
