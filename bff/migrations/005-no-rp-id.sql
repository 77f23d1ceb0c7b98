alter table sessions drop column rp_id;
