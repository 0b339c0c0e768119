"""SQL that several databases are asked in the same words."""

ZONE_AND_PARK = """
with zone as (
    select f.fid, min(z.fid) as zone from factories f join zones z on ST_Intersects(f.geom, z.geom) group by f.fid
), park as (
    select f.fid, min(p.fid) as park from factories f join parks p on ST_Intersects(f.geom, p.geom) group by f.fid
)
select f.factory_id, f.name_en, f.isic, z.zone_id, z.zone_code, z.zone_name, p.park_id, p.name_en as park_name,
       t.permitted, f.geom
from factories f
left join zone on zone.fid = f.fid left join zones z on z.fid = zone.zone
left join park on park.fid = f.fid left join parks p on p.fid = park.park
left join permits t on t.zone_code = z.zone_code and t.isic = f.isic
"""
