ALTER TYPE app.mood RENAME TO stale_16563_mood;
COMMENT ON TYPE app.stale_16563_mood IS 'clean-stale-types: quarantined, original name "mood"
a
feeling';
ALTER TYPE public."Odd ""Name" RENAME TO "stale_16569_Odd ""Name";
COMMENT ON TYPE public."stale_16569_Odd ""Name" IS 'clean-stale-types: quarantined, original name "Odd ""Name"';
ALTER DOMAIN public.mail RENAME TO stale_16571_mail;
COMMENT ON DOMAIN public.stale_16571_mail IS 'clean-stale-types: quarantined, original name "mail"';
