export default definePageConfig({ navigationBarTitleText: '申请网证' });
