export default definePageConfig({ navigationBarTitleText: '等待结果' });
