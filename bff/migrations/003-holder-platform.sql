-- Where the holder logs in (wechat, alipay): it says who can take the face. Null for all others, and until the next login.
alter table holders add column platform text;
