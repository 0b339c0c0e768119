<?xml version='1.0' encoding='utf-8'?>
<TS version="2.1" language="km" sourcelanguage="en">
  <context>
    <name>FactoryLocations</name>
    <message>
      <location filename="../../processing/algorithms/check_locations.py" />
      <location filename="../../qgis_plugin/panel/controller.py" />
      <source>Check factory locations</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../processing/algorithms/check_locations.py" />
      <source>factory,zoning,industrial park,SEZ,compliance,register,rules,land use</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../processing/algorithms/check_locations.py" />
      <source>Says for every factory whether its place agrees with the zoning and the industrial-park boundaries, and why.

Each rule of the pack gives a verdict: pass, fail, undecided (the answer changes within the coordinate's accuracy), no data (the layer does not cover the place) or exempt. The findings GeoPackage holds the findings, evidence lines, one summary row a factory and the layers' own problems, and opens styled. Inputs are never changed.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../processing/algorithms/check_locations.py" />
      <source>Province code field</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../processing/algorithms/check_locations.py" />
      <source>Groups the coverage report.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../processing/algorithms/check_locations.py" />
      <source>Also list plain passes</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../processing/algorithms/check_locations.py" />
      <source>Otherwise the findings hold only what needs a look: everything but plain passes.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../processing/algorithms/check_locations.py" />
      <source>End with an error when a verdict is</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../processing/algorithms/check_locations.py" />
      <source>nothing: never</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../processing/algorithms/check_locations.py" />
      <source>fail</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../processing/algorithms/check_locations.py" />
      <source>fail or undecided</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../processing/algorithms/check_locations.py" />
      <source>For schedulers: the outputs are written first, then the run ends with an error exit status.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../processing/algorithms/check_locations.py" />
      <source>Findings GeoPackage</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../processing/algorithms/check_locations.py" />
      <source>A .gpkg file with the tables findings, evidence, factory_summary and layer_problems.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../processing/algorithms/check_locations.py" />
      <source>Summary (JSON)</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../processing/algorithms/check_locations.py" />
      <source>JSON files (*.json)</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../processing/algorithms/check_locations.py" />
      <source>Counts per rule and verdict, coverage per province, and where everything came from.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../processing/algorithms/check_locations.py" />
      <location filename="../../qgis_plugin/panel/findings_view.py" />
      <location filename="../../qgis_plugin/project/results.py" />
      <source>Findings</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../processing/algorithms/check_locations.py" />
      <location filename="../../processing/algorithms/location_map.py" />
      <source>Evidence lines</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../processing/algorithms/check_locations.py" />
      <location filename="../../qgis_plugin/project/results.py" />
      <source>Factories by verdict</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../processing/algorithms/check_locations.py" />
      <source>Factories that fail</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../processing/algorithms/check_locations.py" />
      <source>Factories undecided</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../processing/algorithms/check_locations.py" />
      <source>Factories without data</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../processing/algorithms/check_locations.py" />
      <source>Choose a zoning layer, a parks layer, or both: there is nothing to check against.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../processing/algorithms/check_locations.py" />
      <source>The findings are a GeoPackage: give the output a name that ends in .gpkg, not “{name}”.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../processing/algorithms/check_locations.py" />
      <source>{count} factories state no accuracy; {metres} m was assumed.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../processing/algorithms/check_locations.py" />
      <source>nothing to check</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../processing/algorithms/check_locations.py" />
      <source>The outputs are written. Ended with an error as asked (FAIL_ON = {limit}): {counts}.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../processing/algorithms/check_locations.py" />
      <location filename="../../processing/outputs.py" />
      <source>Checked: {layers}.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../processing/algorithms/check_locations.py" />
      <source>Illustrative data, not for decisions.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../processing/algorithms/check_parks.py" />
      <source>Check industrial parks</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../processing/algorithms/check_parks.py" />
      <source>factory,industrial park,SEZ,special economic zone,boundary,containment</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../processing/algorithms/check_parks.py" />
      <source>Finds the industrial park each factory stands in and compares it with the one it declares.

Reasons: inside_declared, outside_declared (with the distance), inside_other, on_edge (the border is nearer than the coordinate's accuracy), undeclared (inside a park it does not declare), outside, unknown_park. Overlapping and repeated park polygons are reported once.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../processing/algorithms/check_parks.py" />
      <source>Factories with park</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../processing/algorithms/check_parks.py" />
      <location filename="../../processing/algorithms/check_zoning.py" />
      <source>The factories, unchanged, with the fields {fields}.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../processing/algorithms/check_zoning.py" />
      <source>Check zoning</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../processing/algorithms/check_zoning.py" />
      <source>factory,zoning,land use,zone,permit,activity,ISIC</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../processing/algorithms/check_zoning.py" />
      <source>Finds the zone of each factory and whether it permits the factory's activity.

The output is the factory layer with the zone, the verdict, its reason and a sentence. Where zones within the coordinate's accuracy answer differently the verdict is undecided and the candidates are named; where no zone is drawn it is “no data”, never “pass”.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../processing/algorithms/check_zoning.py" />
      <source>Factories with zone</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../processing/algorithms/check_zoning.py" />
      <source>Rule pack “{pack}” has no rule that tests “zone permits”.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../processing/algorithms/check_zoning.py" />
      <source>The rule's exemption inside parks is not applied here; use “Check factory locations”.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../processing/algorithms/create_register.py" />
      <source>Create an empty register</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../processing/algorithms/create_register.py" />
      <source>register,factory,create,new,schema,GeoPackage,fields,INSPIRE</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../processing/algorithms/create_register.py" />
      <source>Creates an empty register of factories as a GeoPackage (version 1.3).

The fields, their titles and their allowed values come from the register's schema, which docs/register.md describes. QGIS 3.26 and later offer the allowed values in the form without a project.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../processing/algorithms/create_register.py" />
      <source>CRS of the register</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../processing/algorithms/create_register.py" />
      <source>The coordinate system the locations are kept in. Empty: EPSG:32648, all of Cambodia in metres.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../processing/algorithms/create_register.py" />
      <source>Language of titles</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../processing/algorithms/create_register.py" />
      <location filename="../../processing/algorithms/location_map.py" />
      <source>English</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../processing/algorithms/create_register.py" />
      <location filename="../../processing/algorithms/location_map.py" />
      <source>Khmer</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../processing/algorithms/create_register.py" />
      <source>Language of the titles and labels kept in the file: 0 for English, 1 for Khmer. Codes do not change.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../processing/algorithms/create_register.py" />
      <source>Replace a file that is already there</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../processing/algorithms/create_register.py" />
      <source>Off: a file of that name is left alone and the run ends with an error. On: it is lost.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../processing/algorithms/create_register.py" />
      <location filename="../../processing/base.py" />
      <location filename="../../qgis_plugin/project/demo.py" />
      <source>Register</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../processing/algorithms/create_register.py" />
      <source>The GeoPackage to create. Its name must end in .gpkg.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../processing/algorithms/create_register.py" />
      <source>Number of fields</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../processing/algorithms/create_register.py" />
      <source>A register is a GeoPackage: give the output a name that ends in .gpkg, not “{name}”.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../processing/algorithms/create_register.py" />
      <source>“{crs}” is not a coordinate reference system. Give a code such as EPSG:32648.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../processing/algorithms/create_register.py" />
      <source>{count} fields of the schema {id} {version}.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../processing/algorithms/location_map.py" />
      <source>Location map</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../processing/algorithms/location_map.py" />
      <source>map,print,layout,report,pdf,png,svg,legend,verdict,zoning,park</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../processing/algorithms/location_map.py" />
      <source>Prints a map of factories as PDF, PNG or SVG: verdicts by shape and colour over zoning and parks, with legend and counts, scale bar, coordinate grid, an inset of Cambodia, and the source and date of every layer.

Give it the layer “factory_summary” that the location check writes, or any layer of factories. The layers are only read; the style they have in the project does not matter.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../processing/algorithms/location_map.py" />
      <source>Map</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../processing/algorithms/location_map.py" />
      <source>PDF (*.pdf);;PNG image (*.png);;SVG drawing (*.svg)</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../processing/algorithms/location_map.py" />
      <source>The file to write. Its ending decides: .pdf for print, .png for a picture, .svg for a drawing program.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../processing/algorithms/location_map.py" />
      <source>Number of factories on the map</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../processing/algorithms/location_map.py" />
      <source>Number of factories outside the map</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../processing/algorithms/location_map.py" />
      <location filename="../../processing/parameters.py" />
      <location filename="../../qgis_plugin/project/demo.py" />
      <source>Factories</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../processing/algorithms/location_map.py" />
      <source>Factories as points or areas, for example the layer “factory_summary” of a findings GeoPackage.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../processing/algorithms/location_map.py" />
      <source>Verdict field</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../processing/algorithms/location_map.py" />
      <source>The field with pass, fail, undecided, no data or exempt. Empty: the field “verdict”, if there is one; otherwise all factories look alike.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../processing/algorithms/location_map.py" />
      <location filename="../../processing/parameters.py" />
      <location filename="../../qgis_plugin/project/demo.py" />
      <source>Zoning</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../processing/algorithms/location_map.py" />
      <source>Zones, coloured by their code.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../processing/algorithms/location_map.py" />
      <location filename="../../processing/parameters.py" />
      <source>Zone code field</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../processing/algorithms/location_map.py" />
      <source>The field with the code of the zone. Empty: “zone_code”.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../processing/algorithms/location_map.py" />
      <location filename="../../processing/parameters.py" />
      <location filename="../../qgis_plugin/project/demo.py" />
      <source>Industrial parks</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../processing/algorithms/location_map.py" />
      <source>Industrial parks and special economic zones, outlined and named.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../processing/algorithms/location_map.py" />
      <source>Lines from factories to what they conflict with, such as the layer “evidence” of the findings.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../processing/algorithms/location_map.py" />
      <location filename="../../qgis_plugin/project/demo.py" />
      <source>Provinces</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../processing/algorithms/location_map.py" />
      <source>Province boundaries with names. Empty: the coarse ones that come with the plugin.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../processing/algorithms/location_map.py" />
      <source>Other layers</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../processing/algorithms/location_map.py" />
      <source>Layers for orientation, such as rivers, drawn quietly under the factories. Layers styled by classes keep their style.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../processing/algorithms/location_map.py" />
      <source>Title</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../processing/algorithms/location_map.py" />
      <source>Headline of the map. Empty: “Factory locations checked”.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../processing/algorithms/location_map.py" />
      <source>Subtitle</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../processing/algorithms/location_map.py" />
      <source>A line below the title, for example the province and who asked for the map.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../processing/algorithms/location_map.py" />
      <source>Language</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../processing/algorithms/location_map.py" />
      <source>Language of everything printed that is not in the data: 0 for English, 1 for Khmer.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../processing/algorithms/location_map.py" />
      <source>Extent</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../processing/algorithms/location_map.py" />
      <source>What the map must show; it grows to the page's shape and a round scale. Empty: all factories.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../processing/algorithms/location_map.py" />
      <source>Page</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../processing/algorithms/location_map.py" />
      <source>Size of the paper: 0 for A4, 1 for A3.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../processing/algorithms/location_map.py" />
      <source>Orientation</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../processing/algorithms/location_map.py" />
      <source>Landscape</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../processing/algorithms/location_map.py" />
      <source>Portrait</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../processing/algorithms/location_map.py" />
      <source>0 for landscape, with the legend beside the map; 1 for portrait, with the legend below.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../processing/algorithms/location_map.py" />
      <source>Dots per inch</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../processing/algorithms/location_map.py" />
      <source>Resolution of a PNG; 300 is right for print. PDF and SVG are drawings and stay sharp at any size.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../processing/algorithms/location_map.py" />
      <source>How many factories the map shows.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../processing/algorithms/location_map.py" />
      <source>How many factories with a location lie outside the map.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../processing/algorithms/location_map.py" />
      <location filename="../../processing/reports/export.py" />
      <source>{why}</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../processing/algorithms/location_map.py" />
      <source>The layer “{name}” has no coordinate reference system. Set it in the layer's properties and run again.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../processing/algorithms/location_map.py" />
      <source>The layer “{layer}” has no field “{field}”. It has: {fields}.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../processing/algorithms/location_map.py" />
      <source>{count} factories lie outside the map.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../processing/algorithms/location_map.py" />
      <source>{count} factories have no location.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../processing/algorithms/location_map.py" />
      <source>No factory lies in the extent that was asked for.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../processing/analysis/crs.py" />
      <source>The working CRS {crs} is in degrees. Distances need metres: choose a projected CRS such as EPSG:32648, WGS 84 / UTM zone 48N.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../processing/analysis/crs.py" />
      <source>The working CRS {crs} measures in {unit}. Choose one in metres, such as EPSG:32648.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../processing/analysis/crs.py" />
      <source>No reliable coordinate operation leads from {source} to {target}: only a ballpark one, which can be hundreds of metres off. Check the layer's CRS, or reproject it with a known operation first.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../processing/base.py" />
      <source>Checks</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../processing/base.py" />
      <source>Analysis</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../processing/base.py" />
      <source>Reports</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../processing/base.py" />
      <location filename="../../qgis_plugin/panel/dock.py" />
      <source>Cancelled. Nothing was written.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../processing/base.py" />
      <source>This should not happen: {kind}: {error}. Please report it with the log above.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../processing/check.py" />
      <source>Correct the boundaries; factories on the common ground count as inside both.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../processing/check.py" />
      <source>Correct the layer; the verdicts are the same, as the polygons of one park count as one.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../processing/check.py" />
      <source>park {a} is drawn twice on the same ground</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../processing/check.py" />
      <source>parks {a} and {b} are drawn on the same ground</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../processing/check.py" />
      <source>two polygons of park {a} overlap by {hectares} ha</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../processing/check.py" />
      <source>parks {a} and {b} overlap by {hectares} ha</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../processing/check.py" />
      <source>no zoning</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../processing/check.py" />
      <source>Did you mean “{code}”?</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../processing/check.py" />
      <source>zone code “{code}” is not in rule pack {pack}; polygons with it: {count}</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../processing/check.py" />
      <source>Add the code to the pack, or correct it in the layer. Known codes: {codes}.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../processing/check.py" />
      <source>zones overlap; factories that stand there: {count}</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../processing/check.py" />
      <source>Correct the layer with the topology checker; where the zones differ the verdict is undecided.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../processing/check.py" />
      <source>the zoning layer covers none of the {count} factories</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../processing/check.py" />
      <source>If it should, check the CRS of “{zoning}” ({zoning_crs}) and “{factories}” ({factories_crs}).</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../processing/dependencies.py" />
      <source>Run the OSGeo4W setup, choose Advanced Install, and add python3-geopandas and python3-fiona.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../processing/dependencies.py" />
      <source>In a terminal, run the pip of QGIS's own Python: pip install geopandas fiona jsonschema.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../processing/dependencies.py" />
      <source>Run `make setup` in the plugin's folder, or install python3-geopandas and python3-fiona.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../processing/dependencies.py" />
      <source>Factory Locations needs Python packages that this QGIS does not have: {names}. {how}</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../processing/findings.py" />
      <source>Measure the location on the ground, or by the site plan, and record its accuracy.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../processing/findings.py" />
      <source>Complete the data, then check again.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../processing/frames.py" />
      <source>Layer “{layer}” has no coordinate reference system. Set it in the layer's properties; for coordinates in UTM metres that is usually EPSG:32648.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../processing/frames.py" />
      <source>“{path}” can no longer be read. Was it moved or replaced?</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../processing/frames.py" />
      <source>Judged by its repaired shape; repair the layer itself with “Fix geometries”.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../processing/frames.py" />
      <source>Not judged; give the feature a location.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../processing/geopackage.py" />
      <source>“{path}” is a folder. Give the output a file name.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../processing/geopackage.py" />
      <source>The folder of “{path}” does not exist. Create it or choose another.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../processing/geopackage.py" />
      <source>“{path}” cannot be written: {why}. Close whatever has it open, or choose another place.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../processing/geopackage.py" />
      <source>GDAL cannot create “{path}”.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../processing/inputs.py" />
      <source>several points in one feature</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../processing/inputs.py" />
      <source>Not judged: one factory, one place. Split it with “Multipart to singleparts”.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../processing/inputs.py" />
      <source>factories without an id: {count}</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../processing/inputs.py" />
      <source>Choose the id field, or give each an id; the feature number, which may change, stands in for it.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../processing/inputs.py" />
      <source>accuracy “{value}” is not a number of metres</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../processing/inputs.py" />
      <source>{default} m was taken instead; enter a number, 0 or more, or nothing.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../processing/inputs.py" />
      <source>factory id “{id}” is used more than once</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../processing/inputs.py" />
      <source>Give each factory its own id; its findings carry a number after the id meanwhile.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../processing/messages.py" />
      <source>Zone {area} permits activity {activity}.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../processing/messages.py" />
      <source>Zone {area} permits activity {activity} on condition: {condition}</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../processing/messages.py" />
      <source>Zone {area} does not permit activity {activity}; the zone's border is {distance} m away.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../processing/messages.py" />
      <source>Zone {area} does not permit activity {activity}; the premises lie in: {candidates}.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../processing/messages.py" />
      <source>Zone {area} does not permit activity {activity}. The premises lie in: {candidates}.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../processing/messages.py" />
      <source>With an accuracy of {accuracy} m the factory may stand in: {candidates}. Their answers differ; improve the location.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../processing/messages.py" />
      <source>The zoning layer overlaps itself here: {candidates}. Their answers differ.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../processing/messages.py" />
      <source>The premises lie in several zones whose answers differ: {candidates}.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../processing/messages.py" />
      <source>No zone is drawn here: whether the activity may stand here is not known.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../processing/messages.py" />
      <source>The rule pack says nothing of activity {activity} in zone {area}.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../processing/messages.py" />
      <source>The rule pack does not know the zone code of {area}.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../processing/messages.py" />
      <source>The zone drawn here has no code.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../processing/messages.py" />
      <source>No activity code is recorded for this factory.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../processing/messages.py" />
      <source>Activity “{activity}” is not an ISIC Rev. 4 code.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../processing/messages.py" />
      <source>Exempt: the rule does not apply inside industrial parks.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../processing/messages.py" />
      <source>With an accuracy of {accuracy} m the factory may stand inside a park, where the rule does not apply.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../processing/messages.py" />
      <source>The factory has no usable location: {note}.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../processing/messages.py" />
      <source>No {role} layer was given, so this rule was not checked.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../processing/messages.py" />
      <source>The factory stands inside the park it declares, {area}.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../processing/messages.py" />
      <source>The factory declares park {target} but stands {distance} m outside it.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../processing/messages.py" />
      <source>The premises are not wholly inside the park that the factory declares, {target}.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../processing/messages.py" />
      <source>The factory declares park {target} but stands inside park {area}, {distance} m from the declared one.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../processing/messages.py" />
      <source>The premises lie in park {area} and are not wholly inside the park that the factory declares, {target}.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../processing/messages.py" />
      <source>The border of park {target} is {distance} m away, nearer than the coordinate's accuracy of {accuracy} m: inside or outside cannot be told.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../processing/messages.py" />
      <source>The premises lie partly inside and partly outside park {target}.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../processing/messages.py" />
      <source>The declared park “{declared}” is not in the parks layer.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../processing/messages.py" />
      <source>The factory stands inside park {area}.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../processing/messages.py" />
      <source>The factory stands in no park and declares none.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../processing/messages.py" />
      <source>The factory stands inside park {area} but does not declare it.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../processing/messages.py" />
      <source>The premises lie at least partly inside park {area}, which the factory does not declare.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../processing/messages.py" />
      <source>The coordinate lies on the zone's border; the zone with the lowest id is taken.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../processing/outputs.py" />
      <source>The output “{path}” cannot be created. Choose another place or format.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../processing/outputs.py" />
      <source>The output “{path}” took no more rows: {why}</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../processing/parameters.py" />
      <source>The register, or any layer of factories: points, or polygons of their premises.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../processing/parameters.py" />
      <source>Factory id field</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../processing/parameters.py" />
      <source>Identifies a factory in the findings.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../processing/parameters.py" />
      <source>Factory name field</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../processing/parameters.py" />
      <source>Shown beside the id.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../processing/parameters.py" />
      <source>Accuracy field (metres)</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../processing/parameters.py" />
      <source>Radius in metres around the coordinate within which the true place lies. A verdict is given only when it is the same everywhere within it.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../processing/parameters.py" />
      <source>Accuracy where none is stated (metres)</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../processing/parameters.py" />
      <source>Used for factories without an accuracy. 0 takes their coordinates as exact.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../processing/parameters.py" />
      <source>Activity field (ISIC Rev. 4)</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../processing/parameters.py" />
      <source>Main activity as an ISIC Rev. 4 code of 2 to 4 digits; a fifth, national digit is ignored.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../processing/parameters.py" />
      <source>Declared park field</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../processing/parameters.py" />
      <source>Id or name of the industrial park the factory says it is in; empty for none.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../processing/parameters.py" />
      <source>Land-use zones of the plans in force, as polygons.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../processing/parameters.py" />
      <source>Holds the zone codes of the rule pack.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../processing/parameters.py" />
      <source>Zone name field</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../processing/parameters.py" />
      <source>Shown beside the code.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../processing/parameters.py" />
      <source>Zone id field</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../processing/parameters.py" />
      <source>Names one zone polygon in the findings.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../processing/parameters.py" />
      <source>Boundaries of industrial parks and SEZs.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../processing/parameters.py" />
      <source>Park id field</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../processing/parameters.py" />
      <source>The ids that factories declare.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../processing/parameters.py" />
      <source>Park name field</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../processing/parameters.py" />
      <source>A factory may also declare the name.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../processing/parameters.py" />
      <location filename="../../qgis_plugin/panel/details.py" />
      <location filename="../../qgis_plugin/panel/inputs.py" />
      <source>Rule pack</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../processing/parameters.py" />
      <location filename="../../qgis_plugin/panel/inputs.py" />
      <source>Rule packs (*.yaml *.yml)</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../processing/parameters.py" />
      <source>YAML file of rules; empty for the pack that ships with the plugin.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../processing/parameters.py" />
      <source>A polygon factory fails when the rule is broken on</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../processing/parameters.py" />
      <source>any part of its ground</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../processing/parameters.py" />
      <source>the majority of its ground</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../processing/parameters.py" />
      <source>all of its ground</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../processing/parameters.py" />
      <source>Any: a broken part, however small, fails. Majority: the verdict that holds on more than half. All: the verdict must hold on the whole ground, otherwise it is undecided. Slivers under 1 m² do not count.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../processing/parameters.py" />
      <source>Working CRS</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../processing/parameters.py" />
      <source>Distances are measured in this CRS. It must be projected, in metres.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../processing/parameters.py" />
      <source>Empty: “{field}”, if the layer has it.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../processing/parameters.py" />
      <source>Parks</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../processing/parameters.py" />
      <source>Layer “{layer}” has no field “{field}” ({parameter}). It has: {fields}.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../processing/parameters.py" />
      <source>Say which field of layer “{layer}” is the {label} ({parameter}): it has no field “{usual}”. It has: {fields}.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../processing/parameters.py" />
      <source>The working CRS is not known. Choose a projected one in metres, such as EPSG:32648.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../processing/parameters.py" />
      <source>The working CRS {crs} is in degrees. Distances need metres: choose a projected CRS such as EPSG:32648.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../processing/parameters.py" />
      <source>The output “{path}” is the file of input layer “{layer}”. Choose another name; inputs are never overwritten.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../processing/parameters.py" />
      <source>, feature {id}</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../processing/parameters.py" />
      <source>… and {count} more problems.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../processing/parameters.py" />
      <source>Layer “{layer}” has no features to check.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../processing/parameters.py" />
      <source>Layer “{layer}” has no features. Choose another, or leave it out.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../processing/parameters.py" />
      <source>{role}: the file “{path}” is empty (0 bytes). Get it again from its source.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../processing/parameters.py" />
      <source>{role}: “{path}” cannot be opened as a layer. It may be damaged, or have no layer of that name.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../processing/parameters.py" />
      <source>{role}: there is no layer or file “{path}”.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../processing/parameters.py" />
      <source>points or polygons</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../processing/parameters.py" />
      <source>polygons</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../processing/parameters.py" />
      <source>{role}: layer “{layer}” holds {found}; {wanted} are needed.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../processing/parameters.py" />
      <source>{role}: layer “{layer}” has no coordinate reference system. Set it in the layer's properties; for coordinates in UTM metres that is usually EPSG:32648.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../processing/parameters.py" />
      <source>{role}: layer “{layer}” has no features.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../processing/provider.py" />
      <location filename="../../qgis_plugin/desktop.py" />
      <location filename="../../qgis_plugin/panel/dock.py" />
      <location filename="../../qgis_plugin/plugin.py" />
      <source>Factory Locations</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../processing/reports/export.py" />
      <source>A map is written as PDF, PNG or SVG: give the output “{name}” the ending .pdf, .png or .svg.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../processing/reports/export.py" />
      <source>The output “{path}” is a folder. Add a file name to it.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../processing/reports/export.py" />
      <source>The folder “{path}” does not exist. Make it, or choose another place for the map.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../processing/reports/export.py" />
      <source>The map cannot be written into the folder “{path}” ({why}). Choose another folder.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../processing/reports/export.py" />
      <source>The map cannot be written to “{path}” ({why}). If it is open in another program, close it there.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../processing/reports/export.py" />
      <source>There is not enough memory to draw the map. Choose fewer dots per inch or a smaller page.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../processing/reports/export.py" />
      <source>The map cannot be written to “{path}”. Check that there is room on the disk.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../processing/reports/export.py" />
      <source>QGIS could not draw the map “{name}” (result {code}).</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../processing/reports/map_layers.py" />
      <source>The factories layer has no coordinate reference system. Set one in its properties and run again.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../processing/reports/map_layers.py" />
      <source>The factories layer “{name}” has no feature with a location, so there is nothing to map. Choose another layer, or remove its filter.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../processing/rules.py" />
      <source>Rule pack “{path}” cannot be read: {why}.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../processing/rules.py" />
      <source>Rule pack “{path}” is not UTF-8 text. Save it as UTF-8.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../processing/rules.py" />
      <source>Rule pack “{name}” has {count} mistake(s):
{list}</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../processing/rules.py" />
      <source>Rule pack “{name}”, line {line}: {problem}. Check indentation, colons and quotes.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../processing/rules.py" />
      <source>Rule pack “{name}” is not YAML: {why}.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../qgis_plugin/desktop.py" />
      <source>The check is done. {outcome}</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../qgis_plugin/panel/chips.py" />
      <source>{verdict}: {count}</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../qgis_plugin/panel/controller.py" />
      <source>The algorithm {name} is missing: enable the plugin again.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../qgis_plugin/panel/controller.py" />
      <source>The check stopped without saying why; see the log “{name}”.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../qgis_plugin/panel/details.py" />
      <source>Unnamed factory</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../qgis_plugin/panel/details.py" />
      <location filename="../../qgis_plugin/panel/inputs.py" />
      <source>Factory id</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../qgis_plugin/panel/details.py" />
      <location filename="../../qgis_plugin/panel/findings_model.py" />
      <source>Rule</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../qgis_plugin/panel/details.py" />
      <source>Citation</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../qgis_plugin/panel/details.py" />
      <source>Activity</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../qgis_plugin/panel/details.py" />
      <source>Found</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../qgis_plugin/panel/details.py" />
      <source>Candidates</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../qgis_plugin/panel/details.py" />
      <location filename="../../qgis_plugin/panel/findings_model.py" />
      <source>Measured</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../qgis_plugin/panel/details.py" />
      <source>Required</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../qgis_plugin/panel/details.py" />
      <source>Margin</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../qgis_plugin/panel/details.py" />
      <source>Accuracy</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../qgis_plugin/panel/details.py" />
      <source>Layer</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../qgis_plugin/panel/details.py" />
      <source>{layer}, as of {vintage}</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../qgis_plugin/panel/dialogs.py" />
      <source>The algorithm {name} is not available.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../qgis_plugin/panel/dialogs.py" />
      <source>Enable the plugin Processing (menu Plugins, Manage and Install Plugins).</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../qgis_plugin/panel/dialogs.py" />
      <source>Help: Factory Locations</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../qgis_plugin/panel/dialogs.py" />
      <source>The help page is missing: {path}</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../qgis_plugin/panel/dock.py" />
      <source>&amp;Run check</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../qgis_plugin/panel/dock.py" />
      <source>&amp;Cancel</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../qgis_plugin/panel/dock.py" />
      <location filename="../../qgis_plugin/plugin.py" />
      <source>Report &amp;map…</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../qgis_plugin/panel/dock.py" />
      <source>Checking…</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../qgis_plugin/panel/dock.py" />
      <source>Findings: {file}</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../qgis_plugin/panel/dock.py" />
      <source>2  Check</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../qgis_plugin/panel/dock.py" />
      <source>3  Findings</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../qgis_plugin/panel/dock.py" />
      <location filename="../../qgis_plugin/plugin.py" />
      <source>Load &amp;demo project</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../qgis_plugin/panel/dock.py" />
      <location filename="../../qgis_plugin/plugin.py" />
      <source>Create &amp;register…</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../qgis_plugin/panel/dock.py" />
      <location filename="../../qgis_plugin/plugin.py" />
      <source>&amp;Help</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../qgis_plugin/panel/dock.py" />
      <source>More</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../qgis_plugin/panel/findings_model.py" />
      <source>{number} m</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../qgis_plugin/panel/findings_model.py" />
      <source>{number} km</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../qgis_plugin/panel/findings_model.py" />
      <source>Factory</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../qgis_plugin/panel/findings_model.py" />
      <source>Why</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../qgis_plugin/panel/findings_view.py" />
      <source>No check has been run yet. Choose the layers and press Run check.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../qgis_plugin/panel/findings_view.py" />
      <source>Or begin with the demo project</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../qgis_plugin/panel/findings_view.py" />
      <source>This finding is no longer in its layer. Run the check again.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../qgis_plugin/panel/findings_view.py" />
      <source>Factory, rule or words</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../qgis_plugin/panel/findings_view.py" />
      <source>Filter the findings</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../qgis_plugin/panel/findings_view.py" />
      <source>About the finding</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../qgis_plugin/panel/findings_view.py" />
      <source>{shown} of {total}</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../qgis_plugin/panel/findings_view.py" />
      <source>Click a finding to see it on the map and to read why.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../qgis_plugin/panel/inputs.py" />
      <source>1  Layers</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../qgis_plugin/panel/inputs.py" />
      <source>Choose a layer</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../qgis_plugin/panel/inputs.py" />
      <source>None: zoning is not checked</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../qgis_plugin/panel/inputs.py" />
      <source>None: parks are not checked</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../qgis_plugin/panel/inputs.py" />
      <source>The plugin's own rules</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../qgis_plugin/panel/inputs.py" />
      <source>Save the findings</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../qgis_plugin/panel/inputs.py" />
      <source>GeoPackage (*.gpkg)</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../qgis_plugin/panel/inputs.py" />
      <source>Choose the layer with the factories.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../qgis_plugin/panel/inputs.py" />
      <source>Choose a zoning layer, a parks layer, or both.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../qgis_plugin/panel/inputs.py" />
      <source>Choose a field: {field}.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../qgis_plugin/panel/inputs.py" />
      <source>Beside the project</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../qgis_plugin/panel/inputs.py" />
      <source>A temporary file</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../qgis_plugin/panel/inputs.py" />
      <source>&amp;Factories</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../qgis_plugin/panel/inputs.py" />
      <source>&amp;Zoning</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../qgis_plugin/panel/inputs.py" />
      <source>&amp;Parks</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../qgis_plugin/panel/inputs.py" />
      <source>R&amp;ules</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../qgis_plugin/panel/inputs.py" />
      <source>&amp;Save to</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../qgis_plugin/panel/inputs.py" />
      <source>Fields</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../qgis_plugin/panel/inputs.py" />
      <source>These layers have other field names than the register: say which field is which.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../qgis_plugin/panel/inputs.py" />
      <source>Name</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../qgis_plugin/panel/inputs.py" />
      <source>Activity (ISIC)</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../qgis_plugin/panel/inputs.py" />
      <source>Accuracy (m)</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../qgis_plugin/panel/inputs.py" />
      <source>Declared park</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../qgis_plugin/panel/inputs.py" />
      <source>Zone code</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../qgis_plugin/panel/inputs.py" />
      <source>Park id</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../qgis_plugin/panel/outcome.py" />
      <source>{passed} of {total} factories pass every rule.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../qgis_plugin/panel/verdicts.py" />
      <source>Fails</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../qgis_plugin/panel/verdicts.py" />
      <source>Undecided</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../qgis_plugin/panel/verdicts.py" />
      <source>No data</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../qgis_plugin/panel/verdicts.py" />
      <source>Exempt</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../qgis_plugin/panel/verdicts.py" />
      <source>Passes</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../qgis_plugin/panel/verdicts.py" />
      <source>The place breaks the rule, wherever the factory lies within its accuracy.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../qgis_plugin/panel/verdicts.py" />
      <source>The answer changes within the accuracy of the coordinates: survey the place.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../qgis_plugin/panel/verdicts.py" />
      <source>No layer says anything about this place or activity. This is not compliance.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../qgis_plugin/panel/verdicts.py" />
      <source>An exemption of the rule applies.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../qgis_plugin/panel/verdicts.py" />
      <source>Allowed, on a condition that the finding names.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../qgis_plugin/plugin.py" />
      <source>Factory &amp;Locations</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../qgis_plugin/plugin.py" />
      <source>Factory Locations &amp;panel</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../qgis_plugin/plugin.py" />
      <source>Show or hide the Factory Locations panel</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../qgis_plugin/project/demo.py" />
      <source>Planning</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../qgis_plugin/project/demo.py" />
      <source>Surroundings</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../qgis_plugin/project/demo.py" />
      <source>Water intakes</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../qgis_plugin/project/demo.py" />
      <source>Schools</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../qgis_plugin/project/demo.py" />
      <source>Hospitals</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../qgis_plugin/project/demo.py" />
      <source>Salt farmland</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../qgis_plugin/project/demo.py" />
      <source>Protected areas</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../qgis_plugin/project/demo.py" />
      <source>Residential areas</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../qgis_plugin/project/demo.py" />
      <source>Basemap</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../qgis_plugin/project/demo.py" />
      <source>Rivers</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../qgis_plugin/project/demo.py" />
      <source>Cambodia</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../qgis_plugin/project/demo.py" />
      <source>The demo GeoPackage is missing: {path}</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../qgis_plugin/project/demo.py" />
      <source>The demo cannot be copied to {path}: {reason}</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../qgis_plugin/project/demo.py" />
      <source>Factory Locations demo (illustrative data)</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../qgis_plugin/project/demo.py" />
      <source>The demo GeoPackage {path} holds no factories.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../qgis_plugin/project/results.py" />
      <source>Check {when}</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../qgis_plugin/project/results.py" />
      <source>Evidence</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../qgis_plugin/project/results.py" />
      <source>The table {table} in {file} cannot be opened.</source>
      <translation type="unfinished" />
    </message>
  </context>
</TS>