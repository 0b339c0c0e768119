def test_try(run,tmp_path):
    from factory_locations.processing.register_store import change_register
    import shapely
    from osgeo import gdal
    from factory_locations.processing.schema import create_register
    from factory_locations.processing.geopackage import adding_rows
    from factory_locations.processing.schema import load_schema
    import pandas as pd, numpy as np
    for k in (1,2,3,4):
        p=tmp_path/f"r{k}.gpkg"
        create_register(p)
        s=load_schema()
        with adding_rows(p,{s.layer:[(f.name,f.type) for f in s.fields]}) as w:
            w[s.layer].add(pd.DataFrame({"factory_id":["a","b","c"],"loc_original":["x","y","z"]}), np.array([shapely.Point(1,2),shapely.Point(1,2),None],dtype=object))
        try:
            with change_register(p,"me","why","import","src") as c:
                if k==1: c.update("c",{"loc_original":"q"},shapely.Point(3,4))
                if k==2: c.update("a",{"loc_original":"q"},shapely.Point(3,4)); c.update("c",{"loc_original":"q"},shapely.Point(3,4))
                if k==3: c.update("a",{"loc_original":"q"}); c.update("c",{"loc_original":"q"},shapely.Point(3,4))
                if k==4: c.update("c",{"name_en":"n", "loc_original":"q"},shapely.Point(3,4));c.add({"factory_id":"d"},None)
            print(k,"ok")
        except Exception as e: print(k,repr(e))
