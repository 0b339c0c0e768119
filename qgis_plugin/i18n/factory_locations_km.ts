<?xml version='1.0' encoding='utf-8'?>
<TS version="2.1" language="km" sourcelanguage="en">
  <context>
    <name>FactoryLocations</name>
    <message>
      <location filename="../../processing/algorithms/apply_corrections.py" />
      <location filename="../../qgis_plugin/panel/corrections/apply_dialog.py" />
      <location filename="../../qgis_plugin/panel/corrections/changes.py" />
      <source>Apply corrections</source>
      <translation>អនុវត្តការកែតម្រូវ</translation>
    </message>
    <message>
      <location filename="../../processing/algorithms/apply_corrections.py" />
      <source>register,correct,repair,coordinates,proposals,accept,audit,log</source>
      <translation>register,correct,repair,coordinates,proposals,accept,audit,log,បញ្ជីរោងចក្រ,កែតម្រូវ,ជួសជុល,កូអរដោនេ,សំណើកែតម្រូវ,ទទួលយក,សវនកម្ម,កំណត់ហេតុ</translation>
    </message>
    <message>
      <location filename="../../processing/algorithms/apply_corrections.py" />
      <source>Writes accepted proposals of “Check coordinates” into the register: the place, and how it is known. Every change is kept in the table “audit” beside the register, and “Undo changes” takes it back.

A proposal marked as not accepted is never applied. A factory whose location has changed since the proposals were made is left, and so is one for which several proposals are chosen. The original coordinate stays in loc_original. All is written, or nothing.</source>
      <translation>សរសេរសំណើកែតម្រូវរបស់ «ពិនិត្យកូអរដោនេ» ដែលបានទទួលយក ទៅក្នុងបញ្ជីរោងចក្រ៖ ទីតាំង និងរបៀបដែលគេស្គាល់ទីតាំងនោះ។ ការកែប្រែនីមួយៗ ត្រូវបានរក្សាទុកក្នុងតារាង «audit» ក្បែរបញ្ជីរោងចក្រ ហើយ «ត្រឡប់ការកែប្រែវិញ» អាចដកវាវិញបាន។

សំណើដែលបានសម្គាល់ថាមិនទទួលយក មិនត្រូវបានអនុវត្តឡើយ។ រោងចក្រដែលទីតាំងប្រែប្រួល ក្រោយពេលធ្វើសំណើ ត្រូវទុកដដែល ហើយរោងចក្រដែលមានសំណើច្រើនត្រូវបានជ្រើស ក៏ទុកដដែលដែរ។ កូអរដោនេដើម នៅរក្សាទុកក្នុង loc_original ។ អ្វីៗទាំងអស់ត្រូវបានសរសេរ ឬមិនសរសេរអ្វីសោះ។</translation>
    </message>
    <message>
      <location filename="../../processing/algorithms/apply_corrections.py" />
      <location filename="../../processing/algorithms/check_coordinates.py" />
      <location filename="../../qgis_plugin/panel/corrections/table.py" />
      <source>Proposals</source>
      <translation>សំណើកែតម្រូវ</translation>
    </message>
    <message>
      <location filename="../../processing/algorithms/apply_corrections.py" />
      <source>The layer “proposals” of “Check coordinates”, with “accepted” filled in where a person has decided.</source>
      <translation>ស្រទាប់ «proposals» របស់ «ពិនិត្យកូអរដោនេ» ដែលបានបំពេញ «accepted» នៅកន្លែងដែលមន្ត្រីបានសម្រេច។</translation>
    </message>
    <message>
      <location filename="../../processing/algorithms/apply_corrections.py" />
      <source>Only what a person has accepted</source>
      <translation>តែសំណើដែលមន្ត្រីបានទទួលយក</translation>
    </message>
    <message>
      <location filename="../../processing/algorithms/apply_corrections.py" />
      <source>Off: also what nobody has decided on, where it is the best proposal for its finding and as certain as asked for below.</source>
      <translation>បិទ៖ រួមទាំងសំណើដែលមិនទាន់មានអ្នកសម្រេច បើវាជាសំណើល្អបំផុតសម្រាប់របកគំហើញរបស់វា ហើយមានកម្រិតប្រាកដដូចដែលតម្រូវខាងក្រោម។</translation>
    </message>
    <message>
      <location filename="../../processing/algorithms/apply_corrections.py" />
      <source>Only these codes</source>
      <translation>តែលេខកូដទាំងនេះ</translation>
    </message>
    <message>
      <location filename="../../processing/algorithms/apply_corrections.py" />
      <source>Codes of problems separated by commas, such as C01,C02. Empty: all.</source>
      <translation>លេខកូដនៃបញ្ហា បំបែកដោយសញ្ញាក្បៀស ដូចជា C01,C02។ ទុកទទេ៖ ទាំងអស់។</translation>
    </message>
    <message>
      <location filename="../../processing/algorithms/apply_corrections.py" />
      <source>Least certainty of what nobody has decided on</source>
      <translation>កម្រិតប្រាកដទាបបំផុត នៃសំណើដែលមិនទាន់មានអ្នកសម្រេច</translation>
    </message>
    <message>
      <location filename="../../processing/algorithms/apply_corrections.py" />
      <location filename="../../processing/algorithms/find_duplicates.py" />
      <location filename="../../processing/coordinates/sentences.py" />
      <location filename="../../processing/mapping/apply.py" />
      <location filename="../../processing/mapping/suggest.py" />
      <source>certain</source>
      <translation>ប្រាកដ</translation>
    </message>
    <message>
      <location filename="../../processing/algorithms/apply_corrections.py" />
      <location filename="../../processing/algorithms/find_duplicates.py" />
      <location filename="../../processing/coordinates/sentences.py" />
      <location filename="../../processing/mapping/apply.py" />
      <location filename="../../processing/mapping/suggest.py" />
      <source>likely</source>
      <translation>ទំនង</translation>
    </message>
    <message>
      <location filename="../../processing/algorithms/apply_corrections.py" />
      <location filename="../../processing/algorithms/find_duplicates.py" />
      <location filename="../../processing/coordinates/sentences.py" />
      <location filename="../../processing/mapping/apply.py" />
      <location filename="../../processing/mapping/suggest.py" />
      <source>possible</source>
      <translation>អាចទៅរួច</translation>
    </message>
    <message>
      <location filename="../../processing/algorithms/apply_corrections.py" />
      <source>Used only where not just what was accepted is applied: 0 certain, 1 likely, 2 possible.</source>
      <translation>ប្រើតែពេលដែលអនុវត្តលើសពីសំណើដែលបានទទួលយក៖ 0 ប្រាកដ 1 ទំនង 2 អាចទៅរួច។</translation>
    </message>
    <message>
      <location filename="../../processing/algorithms/apply_corrections.py" />
      <location filename="../../processing/algorithms/import_register.py" />
      <location filename="../../processing/algorithms/merge_duplicates.py" />
      <location filename="../../processing/algorithms/undo_changes.py" />
      <location filename="../../qgis_plugin/panel/reports/queue_view.py" />
      <source>Report</source>
      <translation>របាយការណ៍</translation>
    </message>
    <message>
      <location filename="../../processing/algorithms/apply_corrections.py" />
      <source>A .gpkg file with the table corrections: what was applied, what was left, and why.</source>
      <translation>ឯកសារ .gpkg ដែលមានតារាង corrections៖ អ្វីដែលបានអនុវត្ត អ្វីដែលទុកដដែល និងមូលហេតុ។</translation>
    </message>
    <message>
      <location filename="../../processing/algorithms/apply_corrections.py" />
      <source>Proposals applied</source>
      <translation>សំណើកែតម្រូវដែលបានអនុវត្ត</translation>
    </message>
    <message>
      <location filename="../../processing/algorithms/apply_corrections.py" />
      <source>Proposals left</source>
      <translation>សំណើកែតម្រូវដែលទុកដដែល</translation>
    </message>
    <message>
      <location filename="../../processing/algorithms/apply_corrections.py" />
      <source>Proposals that the register says already</source>
      <translation>សំណើកែតម្រូវដែលបញ្ជីរោងចក្រមានដូច្នោះរួចហើយ</translation>
    </message>
    <message>
      <location filename="../../processing/algorithms/apply_corrections.py" />
      <location filename="../../processing/algorithms/undo_changes.py" />
      <source>Factory {factory} is left: {why}</source>
      <translation>រោងចក្រ {factory} ត្រូវទុកដដែល៖ {why}</translation>
    </message>
    <message>
      <location filename="../../processing/algorithms/apply_corrections.py" />
      <location filename="../../processing/algorithms/merge_duplicates.py" />
      <location filename="../../processing/algorithms/undo_changes.py" />
      <source>And {count} more; the report has them all.</source>
      <translation>និង {count} ទៀត។ របាយការណ៍មានទាំងអស់។</translation>
    </message>
    <message>
      <location filename="../../processing/algorithms/apply_corrections.py" />
      <source>Applied: {applied} of {proposals} proposals; left: {left}; as proposed already: {unchanged}.</source>
      <translation>បានអនុវត្ត៖ សំណើ {applied} ក្នុងចំណោម {proposals}។ ទុកដដែល៖ {left}។ ដូចសំណើរួចហើយ៖ {unchanged}។</translation>
    </message>
    <message>
      <location filename="../../processing/algorithms/apply_corrections.py" />
      <location filename="../../processing/algorithms/merge_duplicates.py" />
      <location filename="../../processing/algorithms/undo_changes.py" />
      <source>Only tried out, nothing was changed.</source>
      <translation>គ្រាន់តែសាកល្បង គ្មានអ្វីត្រូវបានកែប្រែទេ។</translation>
    </message>
    <message>
      <location filename="../../processing/algorithms/apply_corrections.py" />
      <location filename="../../processing/algorithms/import_register.py" />
      <location filename="../../processing/algorithms/merge_duplicates.py" />
      <location filename="../../processing/algorithms/undo_changes.py" />
      <source>To take it back: “Undo changes” with batch {batch}.</source>
      <translation>ដើម្បីដកវិញ៖ សូមប្រើ «ត្រឡប់ការកែប្រែវិញ» ជាមួយបណ្តុំ {batch}។</translation>
    </message>
    <message>
      <location filename="../../processing/algorithms/assess_site.py" />
      <source>Assess a site</source>
      <translation>វាយតម្លៃទីតាំង</translation>
    </message>
    <message>
      <location filename="../../processing/algorithms/assess_site.py" />
      <source>site,licence,application,new factory,suitability,alternatives,zoning,rules</source>
      <translation>site,licence,application,new factory,suitability,alternatives,zoning,rules,ទីតាំង,លិខិតអនុញ្ញាត,ពាក្យស្នើសុំ,រោងចក្រថ្មី,ភាពសមស្រប,ទីតាំងផ្សេងទៀត,តំបន់ប្រើប្រាស់ដី,វិធាន</translation>
    </message>
    <message>
      <location filename="../../processing/algorithms/assess_site.py" />
      <source>Says whether a factory may stand at a proposed place, and why: one point with an activity and a size, or a layer of proposed sites.

Every rule of the pack gives a verdict, with the measured distance; what is nearest of every kind is listed, asked for or not. For a site that fails, the nearest places where every prohibition is kept are offered: parks with room first, then zones that permit the activity. Each was checked by the same rules. The results are tables of one GeoPackage, a JSON file and a page to print.</source>
      <translation>ប្រាប់ថារោងចក្រអាចស្ថិតនៅទីតាំងស្នើសុំបានឬទេ និងដោយហេតុអ្វី៖ ចំណុចមួយ ដែលមានសកម្មភាព និងទំហំ ឬស្រទាប់នៃទីតាំងស្នើសុំ។

វិធាននីមួយៗនៃកញ្ចប់ ផ្តល់លទ្ធផលពិនិត្យ ព្រមទាំងចម្ងាយវាស់បាន។ អ្វីដែលនៅជិតបំផុតនៃគ្រប់ប្រភេទ ត្រូវបានរាយ ទោះបីវិធានសួរឬមិនសួរក្តី។ សម្រាប់ទីតាំងមិនអនុលោម កន្លែងជិតបំផុត ដែលមិនបំពានការហាមឃាត់ណាមួយ ត្រូវបានស្នើ៖ សួនឧស្សាហកម្មដែលមានកន្លែងទំនេរជាមុន បន្ទាប់មកតំបន់ដែលអនុញ្ញាតសកម្មភាពនោះ។ កន្លែងនីមួយៗត្រូវបានពិនិត្យតាមវិធានដដែល។ លទ្ធផលជាតារាងក្នុង GeoPackage មួយ ឯកសារ JSON និងទំព័រសម្រាប់បោះពុម្ព។</translation>
    </message>
    <message>
      <location filename="../../processing/algorithms/assess_site.py" />
      <source>Other places to offer</source>
      <translation>ចំនួនទីតាំងផ្សេងទៀត ដែលត្រូវស្នើ</translation>
    </message>
    <message>
      <location filename="../../processing/algorithms/assess_site.py" />
      <source>For a site that fails, at most this many places where it would pass. 0: look for none.</source>
      <translation>សម្រាប់ទីតាំងមិនអនុលោម៖ ចំនួនច្រើនបំផុតនៃកន្លែងដែលនឹងអនុលោម។ 0៖ មិនស្វែងរកទេ។</translation>
    </message>
    <message>
      <location filename="../../processing/algorithms/assess_site.py" />
      <source>Proposed place</source>
      <translation>កន្លែងស្នើសុំ</translation>
    </message>
    <message>
      <location filename="../../processing/algorithms/assess_site.py" />
      <source>Click the map, or type the coordinates with their system: 104.90,11.55 [EPSG:4326] is longitude and latitude. Leave it empty to assess a layer of sites.</source>
      <translation>សូមចុចលើផែនទី ឬវាយកូអរដោនេជាមួយប្រព័ន្ធយោងរបស់វា៖ 104.90,11.55 [EPSG:4326] ជារយៈបណ្តោយ និងរយៈទទឹង។ ទុកឱ្យទទេ ដើម្បីវាយតម្លៃស្រទាប់នៃទីតាំង។</translation>
    </message>
    <message>
      <location filename="../../processing/algorithms/assess_site.py" />
      <location filename="../../qgis_plugin/panel/site/activity_field.py" />
      <source>Activity (ISIC Rev. 4)</source>
      <translation>សកម្មភាព (ISIC កំណែទី ៤)</translation>
    </message>
    <message>
      <location filename="../../processing/algorithms/assess_site.py" />
      <source>Code of 2 to 4 digits of what the factory at the proposed place would make; needed with it.</source>
      <translation>លេខកូដ 2 ទៅ 4 ខ្ទង់ នៃអ្វីដែលរោងចក្រនៅកន្លែងស្នើសុំនឹងផលិត។ ត្រូវការជាមួយកន្លែងនោះ។</translation>
    </message>
    <message>
      <location filename="../../processing/algorithms/assess_site.py" />
      <location filename="../../processing/reports/site_certificate.py" />
      <location filename="../../processing/reports/site_page.py" />
      <source>Size</source>
      <translation>ទំហំ</translation>
    </message>
    <message>
      <location filename="../../processing/algorithms/assess_site.py" />
      <location filename="../../processing/rules/words.py" />
      <source>micro</source>
      <translation>មីក្រូ</translation>
    </message>
    <message>
      <location filename="../../processing/algorithms/assess_site.py" />
      <location filename="../../processing/rules/words.py" />
      <source>small</source>
      <translation>ធុនតូច</translation>
    </message>
    <message>
      <location filename="../../processing/algorithms/assess_site.py" />
      <location filename="../../processing/rules/words.py" />
      <source>medium</source>
      <translation>ធុនមធ្យម</translation>
    </message>
    <message>
      <location filename="../../processing/algorithms/assess_site.py" />
      <location filename="../../processing/rules/words.py" />
      <source>large</source>
      <translation>ធុនធំ</translation>
    </message>
    <message>
      <location filename="../../processing/algorithms/assess_site.py" />
      <location filename="../../processing/reports/site_certificate.py" />
      <location filename="../../processing/reports/site_page.py" />
      <location filename="../../qgis_plugin/editing/move_dialog.py" />
      <location filename="../../qgis_plugin/panel/site/answer.py" />
      <source>not known</source>
      <translation>មិនដឹង</translation>
    </message>
    <message>
      <location filename="../../processing/algorithms/assess_site.py" />
      <source>Some rules depend on it: they answer “no data” where it is not known.</source>
      <translation>វិធានខ្លះអាស្រ័យលើទំហំ៖ បើមិនដឹងទំហំ វាឆ្លើយថា «គ្មានទិន្នន័យ»។</translation>
    </message>
    <message>
      <location filename="../../processing/algorithms/assess_site.py" />
      <source>Name of the site</source>
      <translation>ឈ្មោះទីតាំង</translation>
    </message>
    <message>
      <location filename="../../processing/algorithms/assess_site.py" />
      <source>Stands in the tables and on the page: the applicant, or what the factory will be called.</source>
      <translation>បង្ហាញក្នុងតារាង និងលើទំព័រ៖ អ្នកស្នើសុំ ឬឈ្មោះដែលនឹងដាក់ឱ្យរោងចក្រ។</translation>
    </message>
    <message>
      <location filename="../../processing/algorithms/assess_site.py" />
      <location filename="../../processing/reports/site_certificate.py" />
      <location filename="../../processing/reports/site_page.py" />
      <location filename="../../qgis_plugin/panel/site/certificate_dialog.py" />
      <source>Number of the application</source>
      <translation>លេខពាក្យស្នើសុំ</translation>
    </message>
    <message>
      <location filename="../../processing/algorithms/assess_site.py" />
      <source>Stands on the page and the certificate.</source>
      <translation>បង្ហាញលើទំព័រ និងវិញ្ញាបនបត្រ។</translation>
    </message>
    <message>
      <location filename="../../processing/algorithms/assess_site.py" />
      <location filename="../../qgis_plugin/panel/site/place_field.py" />
      <source>How the place is known</source>
      <translation>របៀបដឹងទីតាំង</translation>
    </message>
    <message>
      <location filename="../../processing/algorithms/assess_site.py" />
      <source>Where the accuracy comes from, in words: stands beside it on the page and the certificate.</source>
      <translation>ភាពត្រឹមត្រូវមកពីណា ជាពាក្យ៖ បង្ហាញនៅក្បែរវា លើទំព័រ និងវិញ្ញាបនបត្រ។</translation>
    </message>
    <message>
      <location filename="../../processing/algorithms/assess_site.py" />
      <source>Accuracy of the place (metres)</source>
      <translation>ភាពត្រឹមត្រូវនៃកន្លែង (ម៉ែត្រ)</translation>
    </message>
    <message>
      <location filename="../../processing/algorithms/assess_site.py" />
      <source>Radius within which the true place lies; also for sites of a layer that state none. A verdict is given only when it is the same everywhere within it. 0 takes the coordinates as exact.</source>
      <translation>កាំដែលកន្លែងពិតស្ថិតនៅក្នុង។ ប្រើសម្រាប់ទីតាំងក្នុងស្រទាប់ដែលមិនបញ្ជាក់ផងដែរ។ លទ្ធផលពិនិត្យត្រូវបានផ្តល់ តែពេលដែលវាដូចគ្នានៅគ្រប់កន្លែងក្នុងកាំនោះ។ 0 ចាត់ទុកកូអរដោនេថាត្រឹមត្រូវ។</translation>
    </message>
    <message>
      <location filename="../../processing/algorithms/assess_site.py" />
      <source>Proposed sites</source>
      <translation>ទីតាំងស្នើសុំ</translation>
    </message>
    <message>
      <location filename="../../processing/algorithms/assess_site.py" />
      <source>Points, or polygons of the ground asked for; instead of a single place.</source>
      <translation>ចំណុច ឬពហុកោណនៃដីដែលស្នើសុំ ជំនួសកន្លែងតែមួយ។</translation>
    </message>
    <message>
      <location filename="../../processing/algorithms/assess_site.py" />
      <source>Sites: id field</source>
      <translation>ទីតាំង៖ វាលលេខសម្គាល់</translation>
    </message>
    <message>
      <location filename="../../processing/algorithms/assess_site.py" />
      <source>Identifies a site in the results.</source>
      <translation>សម្គាល់ទីតាំងនីមួយៗ ក្នុងលទ្ធផល។</translation>
    </message>
    <message>
      <location filename="../../processing/algorithms/assess_site.py" />
      <source>Sites: name field</source>
      <translation>ទីតាំង៖ វាលឈ្មោះ</translation>
    </message>
    <message>
      <location filename="../../processing/algorithms/assess_site.py" />
      <location filename="../../processing/algorithms/check_coordinates.py" />
      <location filename="../../processing/algorithms/clusters.py" />
      <location filename="../../processing/algorithms/hot_spots.py" />
      <location filename="../../processing/algorithms/local_sourcing.py" />
      <location filename="../../processing/algorithms/proximity.py" />
      <location filename="../../processing/algorithms/safety_buffers.py" />
      <location filename="../../processing/parameters.py" />
      <source>Shown beside the id.</source>
      <translation>បង្ហាញនៅក្បែរលេខសម្គាល់។</translation>
    </message>
    <message>
      <location filename="../../processing/algorithms/assess_site.py" />
      <source>Sites: activity field</source>
      <translation>ទីតាំង៖ វាលសកម្មភាព</translation>
    </message>
    <message>
      <location filename="../../processing/algorithms/assess_site.py" />
      <source>ISIC Rev. 4 code of each site.</source>
      <translation>លេខកូដ ISIC កំណែទី ៤ នៃទីតាំងនីមួយៗ។</translation>
    </message>
    <message>
      <location filename="../../processing/algorithms/assess_site.py" />
      <source>Sites: size field</source>
      <translation>ទីតាំង៖ វាលទំហំ</translation>
    </message>
    <message>
      <location filename="../../processing/algorithms/assess_site.py" />
      <source>One of micro, small, medium and large.</source>
      <translation>មួយក្នុងចំណោម micro (មីក្រូ) small (ធុនតូច) medium (ធុនមធ្យម) និង large (ធុនធំ)។</translation>
    </message>
    <message>
      <location filename="../../processing/algorithms/assess_site.py" />
      <source>Sites: accuracy field (metres)</source>
      <translation>ទីតាំង៖ វាលភាពត្រឹមត្រូវ (ម៉ែត្រ)</translation>
    </message>
    <message>
      <location filename="../../processing/algorithms/assess_site.py" />
      <source>As for the single place.</source>
      <translation>ដូចសម្រាប់កន្លែងតែមួយដែរ។</translation>
    </message>
    <message>
      <location filename="../../processing/algorithms/assess_site.py" />
      <source>Sites: location method field</source>
      <translation>ទីតាំង៖ វាលវិធីសាស្ត្រកំណត់ទីតាំង</translation>
    </message>
    <message>
      <location filename="../../processing/algorithms/assess_site.py" />
      <location filename="../../processing/algorithms/park_capacity.py" />
      <location filename="../../processing/parameters.py" />
      <source>Where no accuracy is stated, the usual one of the method is taken, where the schema has one.</source>
      <translation>បើមិនបានបញ្ជាក់ភាពត្រឹមត្រូវទេ ត្រូវយកភាពត្រឹមត្រូវធម្មតានៃវិធីសាស្ត្រកំណត់ទីតាំង បើគ្រោងទិន្នន័យមាន។</translation>
    </message>
    <message>
      <location filename="../../processing/algorithms/assess_site.py" />
      <source>Sites: declared park field</source>
      <translation>ទីតាំង៖ វាលសួនឧស្សាហកម្មដែលបានប្រកាស</translation>
    </message>
    <message>
      <location filename="../../processing/algorithms/assess_site.py" />
      <location filename="../../processing/algorithms/check_coordinates.py" />
      <location filename="../../processing/parameters.py" />
      <source>Id or name of the industrial park the factory says it is in; empty for none.</source>
      <translation>លេខសម្គាល់ ឬឈ្មោះសួនឧស្សាហកម្ម ដែលរោងចក្រប្រកាសថាស្ថិតនៅ។ ទុកទទេបើគ្មាន។</translation>
    </message>
    <message>
      <location filename="../../processing/algorithms/assess_site.py" />
      <location filename="../../processing/algorithms/check_coordinates.py" />
      <location filename="../../processing/algorithms/location_map.py" />
      <location filename="../../processing/parameters.py" />
      <location filename="../../processing/reports/site_map.py" />
      <location filename="../../processing/titles.py" />
      <location filename="../../qgis_plugin/editing/undo_dialog.py" />
      <location filename="../../qgis_plugin/panel/register/table.py" />
      <location filename="../../qgis_plugin/project/layer_groups.py" />
      <location filename="../../qgis_plugin/project/packs.py" />
      <location filename="../../qgis_plugin/project/setup.py" />
      <source>Factories</source>
      <translation>រោងចក្រ</translation>
    </message>
    <message>
      <location filename="../../processing/algorithms/assess_site.py" />
      <source>The register of factories that stand already: for rules about other factories, and for the room in parks. Empty: such rules answer “no data”.</source>
      <translation>បញ្ជីរោងចក្រដែលមានស្រាប់៖ សម្រាប់វិធានអំពីរោងចក្រផ្សេងទៀត និងសម្រាប់កន្លែងទំនេរក្នុងសួនឧស្សាហកម្ម។ បើទទេ វិធានបែបនេះឆ្លើយថា «គ្មានទិន្នន័យ»។</translation>
    </message>
    <message>
      <location filename="../../processing/algorithms/assess_site.py" />
      <location filename="../../processing/algorithms/check_coordinates.py" />
      <location filename="../../processing/algorithms/clusters.py" />
      <location filename="../../processing/algorithms/find_duplicates.py" />
      <location filename="../../processing/algorithms/hot_spots.py" />
      <location filename="../../processing/algorithms/local_sourcing.py" />
      <location filename="../../processing/algorithms/proximity.py" />
      <location filename="../../processing/algorithms/register_quality.py" />
      <location filename="../../processing/algorithms/safety_buffers.py" />
      <location filename="../../processing/parameters.py" />
      <source>Factory id field</source>
      <translation>វាលលេខសម្គាល់រោងចក្រ</translation>
    </message>
    <message>
      <location filename="../../processing/algorithms/assess_site.py" />
      <location filename="../../processing/parameters.py" />
      <source>Identifies a factory in the findings.</source>
      <translation>សម្គាល់រោងចក្រនីមួយៗ ក្នុងរបកគំហើញ។</translation>
    </message>
    <message>
      <location filename="../../processing/algorithms/assess_site.py" />
      <location filename="../../processing/algorithms/check_coordinates.py" />
      <location filename="../../processing/algorithms/clusters.py" />
      <location filename="../../processing/algorithms/find_duplicates.py" />
      <location filename="../../processing/algorithms/hot_spots.py" />
      <location filename="../../processing/algorithms/local_sourcing.py" />
      <location filename="../../processing/algorithms/proximity.py" />
      <location filename="../../processing/algorithms/safety_buffers.py" />
      <location filename="../../processing/parameters.py" />
      <source>Factory name field</source>
      <translation>វាលឈ្មោះរោងចក្រ</translation>
    </message>
    <message>
      <location filename="../../processing/algorithms/assess_site.py" />
      <location filename="../../processing/algorithms/check_coordinates.py" />
      <location filename="../../processing/algorithms/clusters.py" />
      <location filename="../../processing/algorithms/find_duplicates.py" />
      <location filename="../../processing/algorithms/register_quality.py" />
      <location filename="../../processing/algorithms/safety_buffers.py" />
      <location filename="../../processing/parameters.py" />
      <source>Activity field (ISIC Rev. 4)</source>
      <translation>វាលសកម្មភាព (ISIC កំណែទី ៤)</translation>
    </message>
    <message>
      <location filename="../../processing/algorithms/assess_site.py" />
      <source>Tells which rules are about a factory.</source>
      <translation>ប្រាប់ថាវិធានណាខ្លះ ពាក់ព័ន្ធនឹងរោងចក្រ។</translation>
    </message>
    <message>
      <location filename="../../processing/algorithms/assess_site.py" />
      <location filename="../../processing/algorithms/check_coordinates.py" />
      <location filename="../../processing/algorithms/find_duplicates.py" />
      <location filename="../../processing/algorithms/hot_spots.py" />
      <location filename="../../processing/algorithms/proximity.py" />
      <location filename="../../processing/algorithms/register_quality.py" />
      <location filename="../../processing/algorithms/safety_buffers.py" />
      <location filename="../../processing/parameters.py" />
      <source>Accuracy field (metres)</source>
      <translation>វាលភាពត្រឹមត្រូវ (ម៉ែត្រ)</translation>
    </message>
    <message>
      <location filename="../../processing/algorithms/assess_site.py" />
      <source>How well the place of a factory is known.</source>
      <translation>កម្រិតដែលគេស្គាល់ទីកន្លែងរបស់រោងចក្រ។</translation>
    </message>
    <message>
      <location filename="../../processing/algorithms/assess_site.py" />
      <location filename="../../processing/algorithms/check_coordinates.py" />
      <location filename="../../processing/parameters.py" />
      <source>Declared park field</source>
      <translation>វាលសួនឧស្សាហកម្មដែលបានប្រកាស</translation>
    </message>
    <message>
      <location filename="../../processing/algorithms/assess_site.py" />
      <source>A factory takes room in the park it declares.</source>
      <translation>រោងចក្រប្រើកន្លែង ក្នុងសួនឧស្សាហកម្មដែលវាបានប្រកាស។</translation>
    </message>
    <message>
      <location filename="../../processing/algorithms/assess_site.py" />
      <source>Provinces, districts or communes</source>
      <translation>រាជធានី-ខេត្ត ក្រុង-ស្រុក-ខណ្ឌ ឬឃុំ-សង្កាត់</translation>
    </message>
    <message>
      <location filename="../../processing/algorithms/assess_site.py" />
      <source>Says in which unit a site lies. Empty: not said.</source>
      <translation>ប្រាប់ថាទីតាំងស្ថិតក្នុងឯកតារដ្ឋបាលណា។ បើទទេ មិនប្រាប់ទេ។</translation>
    </message>
    <message>
      <location filename="../../processing/algorithms/assess_site.py" />
      <source>Unit code field</source>
      <translation>វាលកូដឯកតារដ្ឋបាល</translation>
    </message>
    <message>
      <location filename="../../processing/algorithms/assess_site.py" />
      <source>The code of the unit.</source>
      <translation>កូដរបស់ឯកតារដ្ឋបាល។</translation>
    </message>
    <message>
      <location filename="../../processing/algorithms/assess_site.py" />
      <source>Unit name field</source>
      <translation>វាលឈ្មោះឯកតារដ្ឋបាល</translation>
    </message>
    <message>
      <location filename="../../processing/algorithms/assess_site.py" />
      <source>The name of the unit.</source>
      <translation>ឈ្មោះរបស់ឯកតារដ្ឋបាល។</translation>
    </message>
    <message>
      <location filename="../../processing/algorithms/assess_site.py" />
      <source>Assessment GeoPackage</source>
      <translation>GeoPackage នៃការវាយតម្លៃ</translation>
    </message>
    <message>
      <location filename="../../processing/algorithms/assess_site.py" />
      <source>A .gpkg file with the tables sites, findings, evidence, nearest and alternatives. It is replaced.</source>
      <translation>ឯកសារ .gpkg ដែលមានតារាង sites, findings, evidence, nearest និង alternatives (ទីតាំង របកគំហើញ ភស្តុតាង អ្វីដែលជិតបំផុត និងទីតាំងផ្សេងទៀត)។ ឯកសារចាស់ត្រូវបានជំនួស។</translation>
    </message>
    <message>
      <location filename="../../processing/algorithms/assess_site.py" />
      <location filename="../../processing/algorithms/check_coordinates.py" />
      <location filename="../../processing/algorithms/check_locations.py" />
      <location filename="../../processing/algorithms/clusters.py" />
      <location filename="../../processing/algorithms/compare_runs.py" />
      <location filename="../../processing/algorithms/find_duplicates.py" />
      <location filename="../../processing/algorithms/hot_spots.py" />
      <location filename="../../processing/algorithms/import_register.py" />
      <location filename="../../processing/algorithms/local_sourcing.py" />
      <location filename="../../processing/algorithms/park_capacity.py" />
      <location filename="../../processing/algorithms/proximity.py" />
      <location filename="../../processing/algorithms/reconcile_registration.py" />
      <location filename="../../processing/algorithms/register_quality.py" />
      <location filename="../../processing/algorithms/safety_buffers.py" />
      <location filename="../../processing/register/algorithm.py" />
      <source>Summary (JSON)</source>
      <translation>សេចក្តីសង្ខេប (JSON)</translation>
    </message>
    <message>
      <location filename="../../processing/algorithms/assess_site.py" />
      <location filename="../../processing/algorithms/check_coordinates.py" />
      <location filename="../../processing/algorithms/check_locations.py" />
      <location filename="../../processing/algorithms/clusters.py" />
      <location filename="../../processing/algorithms/compare_runs.py" />
      <location filename="../../processing/algorithms/find_duplicates.py" />
      <location filename="../../processing/algorithms/hot_spots.py" />
      <location filename="../../processing/algorithms/import_register.py" />
      <location filename="../../processing/algorithms/local_sourcing.py" />
      <location filename="../../processing/algorithms/park_capacity.py" />
      <location filename="../../processing/algorithms/proximity.py" />
      <location filename="../../processing/algorithms/reconcile_registration.py" />
      <location filename="../../processing/algorithms/register_quality.py" />
      <location filename="../../processing/algorithms/safety_buffers.py" />
      <location filename="../../processing/register/algorithm.py" />
      <source>JSON files (*.json)</source>
      <translation>ឯកសារ JSON (*.json)</translation>
    </message>
    <message>
      <location filename="../../processing/algorithms/assess_site.py" />
      <source>The same for a program: the schema is data/schemas/site.json.</source>
      <translation>លទ្ធផលដដែល សម្រាប់កម្មវិធី៖ គ្រោងទិន្នន័យគឺ data/schemas/site.json។</translation>
    </message>
    <message>
      <location filename="../../processing/algorithms/assess_site.py" />
      <source>Page to print</source>
      <translation>ទំព័រសម្រាប់បោះពុម្ព</translation>
    </message>
    <message>
      <location filename="../../processing/algorithms/assess_site.py" />
      <location filename="../../processing/algorithms/validate_rules.py" />
      <source>HTML pages (*.html)</source>
      <translation>ទំព័រ HTML (*.html)</translation>
    </message>
    <message>
      <location filename="../../processing/algorithms/assess_site.py" />
      <source>One page a site, in the language of QGIS. Its name must end in .html.</source>
      <translation>មួយទំព័រសម្រាប់ទីតាំងមួយ ជាភាសារបស់ QGIS។ ឈ្មោះត្រូវបញ្ចប់ដោយ .html ។</translation>
    </message>
    <message>
      <location filename="../../processing/algorithms/assess_site.py" />
      <source>Location certificate (PDF)</source>
      <translation>វិញ្ញាបនបត្រទីតាំង (PDF)</translation>
    </message>
    <message>
      <location filename="../../processing/algorithms/assess_site.py" />
      <location filename="../../qgis_plugin/panel/site/certificate_dialog.py" />
      <source>PDF files (*.pdf)</source>
      <translation>ឯកសារ PDF (*.pdf)</translation>
    </message>
    <message>
      <location filename="../../processing/algorithms/assess_site.py" />
      <source>One page a site to sign and to file, in the language of QGIS. Its name must end in .pdf.</source>
      <translation>មួយទំព័រសម្រាប់ទីតាំងមួយ សម្រាប់ចុះហត្ថលេខា និងតម្កល់ទុក ជាភាសារបស់ QGIS។ ឈ្មោះត្រូវបញ្ចប់ដោយ .pdf។</translation>
    </message>
    <message>
      <location filename="../../processing/algorithms/assess_site.py" />
      <source>Sites by verdict</source>
      <translation>ទីតាំងតាមលទ្ធផលពិនិត្យ</translation>
    </message>
    <message>
      <location filename="../../processing/algorithms/assess_site.py" />
      <location filename="../../processing/algorithms/check_locations.py" />
      <location filename="../../processing/algorithms/register_quality.py" />
      <location filename="../../processing/titles.py" />
      <location filename="../../qgis_plugin/panel/findings_view.py" />
      <location filename="../../qgis_plugin/project/relations.py" />
      <location filename="../../qgis_plugin/project/results.py" />
      <location filename="../../qgis_plugin/project/setup.py" />
      <source>Findings</source>
      <translation>របកគំហើញ</translation>
    </message>
    <message>
      <location filename="../../processing/algorithms/assess_site.py" />
      <location filename="../../processing/algorithms/check_locations.py" />
      <location filename="../../processing/algorithms/location_map.py" />
      <source>Evidence lines</source>
      <translation>បន្ទាត់ភស្តុតាង</translation>
    </message>
    <message>
      <location filename="../../processing/algorithms/assess_site.py" />
      <location filename="../../processing/reports/site_page.py" />
      <source>Nearest of each kind</source>
      <translation>អ្វីដែលជិតបំផុត តាមប្រភេទ</translation>
    </message>
    <message>
      <location filename="../../processing/algorithms/assess_site.py" />
      <source>Other places offered</source>
      <translation>ទីតាំងផ្សេងទៀត ដែលបានស្នើ</translation>
    </message>
    <message>
      <location filename="../../processing/algorithms/assess_site.py" />
      <source>Worst verdict</source>
      <translation>លទ្ធផលពិនិត្យធ្ងន់ធ្ងរបំផុត</translation>
    </message>
    <message>
      <location filename="../../processing/algorithms/assess_site.py" />
      <source>Everything found, as JSON, where no file is written</source>
      <translation>អ្វីៗទាំងអស់ដែលរកឃើញ ជា JSON ពេលគ្មានឯកសារត្រូវបានសរសេរ</translation>
    </message>
    <message>
      <location filename="../../processing/algorithms/assess_site.py" />
      <source>Sites that fail</source>
      <translation>ទីតាំងមិនអនុលោម</translation>
    </message>
    <message>
      <location filename="../../processing/algorithms/assess_site.py" />
      <source>Sites undecided</source>
      <translation>ទីតាំងមិនទាន់សម្រេច</translation>
    </message>
    <message>
      <location filename="../../processing/algorithms/assess_site.py" />
      <source>Sites without data</source>
      <translation>ទីតាំងគ្មានទិន្នន័យ</translation>
    </message>
    <message>
      <location filename="../../processing/algorithms/assess_site.py" />
      <source>Number of other places offered</source>
      <translation>ចំនួនទីតាំងផ្សេងទៀត ដែលបានស្នើ</translation>
    </message>
    <message>
      <location filename="../../processing/algorithms/assess_site.py" />
      <source>Give either a proposed place (POINT) or a layer of proposed sites (SITES), not both, not neither.</source>
      <translation>សូមផ្តល់កន្លែងស្នើសុំមួយ (POINT) ឬស្រទាប់នៃទីតាំងស្នើសុំ (SITES) មិនមែនទាំងពីរ ហើយមិនមែនគ្មានសោះទេ។</translation>
    </message>
    <message>
      <location filename="../../processing/algorithms/assess_site.py" />
      <location filename="../../processing/algorithms/check_locations.py" />
      <source>Choose a zoning layer, a parks layer or another: there is nothing to check against.</source>
      <translation>សូមជ្រើសរើសស្រទាប់តំបន់ប្រើប្រាស់ដី ស្រទាប់សួនឧស្សាហកម្ម ឬស្រទាប់ផ្សេង៖ គ្មានអ្វីសម្រាប់ពិនិត្យប្រៀបធៀបទេ។</translation>
    </message>
    <message>
      <location filename="../../processing/algorithms/assess_site.py" />
      <source>Say what the factory would make: an ISIC Rev. 4 code of 2 to 4 digits (ACTIVITY).</source>
      <translation>សូមប្រាប់ថារោងចក្រនឹងផលិតអ្វី៖ លេខកូដ ISIC កំណែទី ៤ ពី 2 ទៅ 4 ខ្ទង់ (ACTIVITY)។</translation>
    </message>
    <message>
      <location filename="../../processing/algorithms/assess_site.py" />
      <source>“{code}” is not an ISIC Rev. 4 code (ACTIVITY). Codes have 2 to 4 digits, such as 1410 for clothing.</source>
      <translation>«{code}» មិនមែនជាលេខកូដ ISIC កំណែទី ៤ ទេ (ACTIVITY)។ លេខកូដមាន 2 ទៅ 4 ខ្ទង់ ដូចជា 1410 សម្រាប់សម្លៀកបំពាក់។</translation>
    </message>
    <message>
      <location filename="../../processing/algorithms/assess_site.py" />
      <source>Say which field of layer “{layer}” holds the code or the name of a unit (ADMIN_CODE_FIELD, ADMIN_NAME_FIELD). It has: {fields}.</source>
      <translation>សូមបញ្ជាក់ថាវាលណាមួយនៃស្រទាប់ «{layer}» មានកូដ ឬឈ្មោះនៃឯកតារដ្ឋបាល (ADMIN_CODE_FIELD, ADMIN_NAME_FIELD)។ ស្រទាប់នេះមាន៖ {fields}។</translation>
    </message>
    <message>
      <location filename="../../processing/algorithms/assess_site.py" />
      <source>The assessment is a GeoPackage: give the output a name that ends in .gpkg, not “{name}”.</source>
      <translation>ការវាយតម្លៃត្រូវរក្សាទុកជា GeoPackage៖ សូមដាក់ឈ្មោះទិន្នផល ដែលបញ្ចប់ដោយ .gpkg មិនមែន «{name}» ទេ។</translation>
    </message>
    <message>
      <location filename="../../processing/algorithms/assess_site.py" />
      <source>The page to print needs a name that ends in .html, not “{name}”.</source>
      <translation>ទំព័រសម្រាប់បោះពុម្ពត្រូវមានឈ្មោះ ដែលបញ្ចប់ដោយ .html មិនមែន «{name}» ទេ។</translation>
    </message>
    <message>
      <location filename="../../processing/algorithms/assess_site.py" />
      <source>The summary and the page need two files: both are “{path}”.</source>
      <translation>សេចក្តីសង្ខេប និងទំព័រ ត្រូវមានឯកសារពីរ៖ ទាំងពីរគឺ «{path}»។</translation>
    </message>
    <message>
      <location filename="../../processing/algorithms/assess_site.py" />
      <source>The certificate needs a name that ends in .pdf, not “{name}”.</source>
      <translation>វិញ្ញាបនបត្រត្រូវមានឈ្មោះ ដែលបញ្ចប់ដោយ .pdf មិនមែន «{name}» ទេ។</translation>
    </message>
    <message>
      <location filename="../../processing/algorithms/assess_site.py" />
      <source>Site {site} lies in no unit of the layer of provinces.</source>
      <translation>ទីតាំង {site} មិនស្ថិតក្នុងឯកតារដ្ឋបាលណាមួយនៃស្រទាប់រាជធានី-ខេត្តទេ។</translation>
    </message>
    <message>
      <location filename="../../processing/algorithms/assess_site.py" />
      <source>The rules of the other sites are in the table of findings.</source>
      <translation>វិធានសម្រាប់ទីតាំងផ្សេងទៀត មានក្នុងតារាងរបកគំហើញ។</translation>
    </message>
    <message>
      <location filename="../../processing/algorithms/assess_site.py" />
      <source>{rank}. {name}, {distance} m away: {verdict}</source>
      <translation>{rank}. {name} ចម្ងាយ {distance} m៖ {verdict}</translation>
    </message>
    <message>
      <location filename="../../processing/algorithms/assess_site.py" />
      <source>Assessed: {layers}.</source>
      <translation>បានវាយតម្លៃ៖ {layers}។</translation>
    </message>
    <message>
      <location filename="../../processing/algorithms/check_coordinates.py" />
      <location filename="../../qgis_plugin/panel/corrections/search.py" />
      <source>Check coordinates</source>
      <translation>ពិនិត្យកូអរដោនេ</translation>
    </message>
    <message>
      <location filename="../../processing/algorithms/check_coordinates.py" />
      <source>register,coordinates,location,quality,repair,swapped,UTM,Indian 1960,datum,centroid,cleaning</source>
      <translation>register,coordinates,location,quality,repair,swapped,UTM,Indian 1960,datum,centroid,cleaning,បញ្ជីរោងចក្រ,កូអរដោនេ,ទីតាំង,គុណភាព,ជួសជុល,ច្រឡំលំដាប់,ប្រព័ន្ធយោង,ចំណុចកណ្តាល,ការសម្អាតទិន្នន័យ</translation>
    </message>
    <message>
      <location filename="../../processing/algorithms/check_coordinates.py" />
      <source>Looks for 25 kinds of errors in the locations of a register (C01 to C25): swapped numbers, metres in fields of degrees, a wrong UTM zone, Indian 1960 read as WGS 84, minutes read as decimals, mistyped digits, centres of communes, places that many share, places outside of the declared unit or park. For each it says what the evidence is, and where the factory may really stand.

Nothing is moved: the proposals are a table to accept or not, and “Apply corrections” takes what was accepted. A factory inside of its declared commune is left alone, unless many of one source say together that their datum is wrong. Every layer that is given lets more be checked; the log and the summary say what was not.</source>
      <translation>ស្វែងរកកំហុស 25 ប្រភេទ ក្នុងទីតាំងនៃបញ្ជីរោងចក្រ (C01 ដល់ C25)៖ លេខច្រឡំលំដាប់ ម៉ែត្រក្នុងវាលដឺក្រេ UTM តំបន់ខុស Indian 1960 ដែលត្រូវបានអានជា WGS 84 នាទីដែលត្រូវបានអានជាខ្ទង់ទសភាគ លេខដែលវាយខុស ចំណុចកណ្តាលឃុំ-សង្កាត់ ទីតាំងដែលរោងចក្រច្រើនមានរួមគ្នា និងទីតាំងនៅក្រៅឯកតារដ្ឋបាល ឬសួនឧស្សាហកម្មដែលបានប្រកាស។ សម្រាប់កំហុសនីមួយៗ វាប្រាប់ពីភស្តុតាង និងកន្លែងដែលរោងចក្រអាចស្ថិតនៅពិតប្រាកដ។

គ្មានអ្វីត្រូវបានផ្លាស់ទីទេ៖ សំណើកែតម្រូវជាតារាង ដែលអាចទទួលយក ឬមិនទទួលយក ហើយ «អនុវត្តការកែតម្រូវ» យកអ្វីដែលបានទទួលយក។ រោងចក្រដែលស្ថិតក្នុងឃុំ-សង្កាត់ដែលបានប្រកាស ត្រូវទុកដដែល លើកលែងតែរោងចក្រច្រើននៃប្រភពតែមួយ រួមគ្នាបង្ហាញថា ប្រព័ន្ធយោង (datum) របស់វាខុស។ ស្រទាប់នីមួយៗដែលបានផ្តល់ ធ្វើឱ្យអាចពិនិត្យបានច្រើនថែមទៀត។ កំណត់ហេតុ និងសេចក្តីសង្ខេប ប្រាប់ពីអ្វីដែលមិនបានពិនិត្យ។</translation>
    </message>
    <message>
      <location filename="../../processing/algorithms/check_coordinates.py" />
      <source>The register, or any layer of factories; also a table, whose texts of coordinates are then read.</source>
      <translation>បញ្ជីរោងចក្រ ឬស្រទាប់រោងចក្រណាមួយ។ អាចជាតារាងផងដែរ ដែលអត្ថបទកូអរដោនេរបស់វា ត្រូវបានអាន។</translation>
    </message>
    <message>
      <location filename="../../processing/algorithms/check_coordinates.py" />
      <location filename="../../processing/parameters.py" />
      <source>Empty: “{field}”, if the layer has it.</source>
      <translation>ទុកទទេ៖ «{field}» បើស្រទាប់មានវាលនេះ។</translation>
    </message>
    <message>
      <location filename="../../processing/algorithms/check_coordinates.py" />
      <location filename="../../processing/algorithms/clusters.py" />
      <source>Earlier result</source>
      <translation>លទ្ធផលមុន</translation>
    </message>
    <message>
      <location filename="../../processing/algorithms/check_coordinates.py" />
      <source>What was decided in it is kept where the same place is proposed for the same problem. A decision in the file that is replaced counts before it.</source>
      <translation>អ្វីដែលបានសម្រេចក្នុងនោះត្រូវបានរក្សា នៅពេលដែលកន្លែងដដែលត្រូវបានស្នើសម្រាប់បញ្ហាដដែល។ សេចក្តីសម្រេចក្នុងឯកសារដែលត្រូវជំនួសមានអាទិភាពជាង។</translation>
    </message>
    <message>
      <location filename="../../processing/algorithms/check_coordinates.py" />
      <source>Problems and proposals</source>
      <translation>បញ្ហា និងសំណើកែតម្រូវ</translation>
    </message>
    <message>
      <location filename="../../processing/algorithms/check_coordinates.py" />
      <source>A .gpkg file with the tables problems, proposals, moves and votes, and best_pick where there is one.</source>
      <translation>ឯកសារ .gpkg ដែលមានតារាង problems, proposals, moves និង votes ព្រមទាំង best_pick បើមាន។</translation>
    </message>
    <message>
      <location filename="../../processing/algorithms/check_coordinates.py" />
      <source>Decisions in an earlier result of the same name are kept.</source>
      <translation>សេចក្តីសម្រេចក្នុងលទ្ធផលមុនដែលមានឈ្មោះដដែល ត្រូវបានរក្សាទុក។</translation>
    </message>
    <message>
      <location filename="../../processing/algorithms/check_coordinates.py" />
      <source>The counts of each code for other programs, and which codes were not applied.</source>
      <translation>ចំនួនតាមលេខកូដនីមួយៗ សម្រាប់កម្មវិធីផ្សេង និងលេខកូដណាដែលមិនបានអនុវត្ត។</translation>
    </message>
    <message>
      <location filename="../../processing/algorithms/check_coordinates.py" />
      <source>Problems</source>
      <translation>បញ្ហា</translation>
    </message>
    <message>
      <location filename="../../processing/algorithms/check_coordinates.py" />
      <source>Moves</source>
      <translation>ការផ្លាស់ទីតាំង</translation>
    </message>
    <message>
      <location filename="../../processing/algorithms/check_coordinates.py" />
      <location filename="../../processing/algorithms/proximity.py" />
      <location filename="../../processing/algorithms/register_quality.py" />
      <source>Number of factories</source>
      <translation>ចំនួនរោងចក្រ</translation>
    </message>
    <message>
      <location filename="../../processing/algorithms/check_coordinates.py" />
      <source>Number of problems</source>
      <translation>ចំនួនបញ្ហា</translation>
    </message>
    <message>
      <location filename="../../processing/algorithms/check_coordinates.py" />
      <source>Number of proposals</source>
      <translation>ចំនួនសំណើកែតម្រូវ</translation>
    </message>
    <message>
      <location filename="../../processing/algorithms/check_coordinates.py" />
      <source>{layer}: code field</source>
      <translation>{layer}៖ វាលលេខកូដ</translation>
    </message>
    <message>
      <location filename="../../processing/algorithms/check_coordinates.py" />
      <location filename="../../processing/parameters.py" />
      <source>Empty: the first there is of {fields}.</source>
      <translation>ទុកទទេ៖ វាលទីមួយដែលមាន ក្នុងចំណោម {fields}។</translation>
    </message>
    <message>
      <location filename="../../processing/algorithms/check_coordinates.py" />
      <source>{layer}: area field</source>
      <translation>{layer}៖ វាលផ្ទៃក្រឡា</translation>
    </message>
    <message>
      <location filename="../../processing/algorithms/check_coordinates.py" />
      <source>In hectares, or as the end of its name says (_m2, _km2). Empty: the first there is of {fields}.</source>
      <translation>គិតជាហិកតា ឬតាមកន្ទុយឈ្មោះវាល (_m2, _km2)។ ទុកទទេ៖ វាលទីមួយដែលមាន ក្នុងចំណោម {fields}។</translation>
    </message>
    <message>
      <location filename="../../processing/algorithms/check_coordinates.py" />
      <source>Look for duplicates</source>
      <translation>ស្វែងរកកំណត់ត្រាស្ទួន</translation>
    </message>
    <message>
      <location filename="../../processing/algorithms/check_coordinates.py" />
      <source>Tell of records that look like another (C18), where the packages for comparing names are there.</source>
      <translation>រាយការណ៍កំណត់ត្រាដែលមើលទៅដូចកំណត់ត្រាផ្សេង (C18) បើមានកញ្ចប់ Python សម្រាប់ប្រៀបធៀបឈ្មោះ។</translation>
    </message>
    <message>
      <location filename="../../processing/algorithms/check_coordinates.py" />
      <source>Inaccuracy of borders (metres)</source>
      <translation>កម្រិតលម្អៀងនៃព្រំ (ម៉ែត្រ)</translation>
    </message>
    <message>
      <location filename="../../processing/algorithms/check_coordinates.py" />
      <source>A point no farther outside of its unit is not repaired. Raise it for generalised borders.</source>
      <translation>ចំណុចដែលនៅក្រៅឯកតារដ្ឋបាលរបស់វា មិនឆ្ងាយជាងនេះ មិនត្រូវបានកែតម្រូវទេ។ សូមបង្កើនតម្លៃនេះ បើព្រំត្រូវបានសម្រួល។</translation>
    </message>
    <message>
      <location filename="../../processing/algorithms/check_coordinates.py" />
      <source>Operators at one coordinate</source>
      <translation>ចំនួនប្រតិបត្តិករនៅកូអរដោនេតែមួយ</translation>
    </message>
    <message>
      <location filename="../../processing/algorithms/check_coordinates.py" />
      <source>So many unrelated operators at one coordinate are told.</source>
      <translation>ចាប់ពីចំនួននេះ ប្រតិបត្តិករដែលមិនពាក់ព័ន្ធគ្នា នៅកូអរដោនេតែមួយ ត្រូវបានរាយការណ៍។</translation>
    </message>
    <message>
      <location filename="../../processing/algorithms/check_coordinates.py" />
      <source>Distance from a centre (metres)</source>
      <translation>ចម្ងាយពីចំណុចកណ្តាល (ម៉ែត្រ)</translation>
    </message>
    <message>
      <location filename="../../processing/algorithms/check_coordinates.py" />
      <source>A point so near to the centre of a unit may be that centre.</source>
      <translation>ចំណុចដែលនៅជិតចំណុចកណ្តាលនៃឯកតារដ្ឋបាលដល់កម្រិតនេះ អាចជាចំណុចកណ្តាលនោះ។</translation>
    </message>
    <message>
      <location filename="../../processing/algorithms/check_coordinates.py" />
      <source>Distance from an office (metres)</source>
      <translation>ចម្ងាយពីការិយាល័យ (ម៉ែត្រ)</translation>
    </message>
    <message>
      <location filename="../../processing/algorithms/check_coordinates.py" />
      <source>A point so near to an office may be that office.</source>
      <translation>ចំណុចដែលនៅជិតការិយាល័យដល់កម្រិតនេះ អាចជាការិយាល័យនោះ។</translation>
    </message>
    <message>
      <location filename="../../processing/algorithms/check_coordinates.py" />
      <source>Distance of one licence's places (metres)</source>
      <translation>ចម្ងាយរវាងទីតាំងនៃលិខិតអនុញ្ញាតតែមួយ (ម៉ែត្រ)</translation>
    </message>
    <message>
      <location filename="../../processing/algorithms/check_coordinates.py" />
      <source>Factories with one licence number that are farther apart are told.</source>
      <translation>រោងចក្រដែលមានលេខលិខិតអនុញ្ញាតតែមួយ ហើយនៅឆ្ងាយពីគ្នាជាងនេះ ត្រូវបានរាយការណ៍។</translation>
    </message>
    <message>
      <location filename="../../processing/algorithms/check_coordinates.py" />
      <source>Proposals for one problem</source>
      <translation>ចំនួនសំណើកែតម្រូវសម្រាប់បញ្ហាមួយ</translation>
    </message>
    <message>
      <location filename="../../processing/algorithms/check_coordinates.py" />
      <source>Where more places fit, only so many are listed.</source>
      <translation>បើមានទីតាំងដែលត្រូវគ្នាច្រើនជាងនេះ មានតែចំនួននេះប៉ុណ្ណោះត្រូវបានរាយ។</translation>
    </message>
    <message>
      <location filename="../../processing/algorithms/check_coordinates.py" />
      <location filename="../../processing/algorithms/reconcile_registration.py" />
      <source>{label}: layer “{layer}” has no features.</source>
      <translation>{label}៖ ស្រទាប់ «{layer}» គ្មានវត្ថុទេ។</translation>
    </message>
    <message>
      <location filename="../../processing/algorithms/check_coordinates.py" />
      <source>{label}: layer “{layer}” holds {found}; {wanted} are needed.</source>
      <translation>{label}៖ ស្រទាប់ «{layer}» មាន {found} ប៉ុន្តែត្រូវការ{wanted}។</translation>
    </message>
    <message>
      <location filename="../../processing/algorithms/check_coordinates.py" />
      <location filename="../../processing/parameters.py" />
      <location filename="../../qgis_plugin/project/sources.py" />
      <source>polygons</source>
      <translation>ពហុកោណ</translation>
    </message>
    <message>
      <location filename="../../processing/algorithms/check_coordinates.py" />
      <location filename="../../processing/algorithms/park_capacity.py" />
      <location filename="../../processing/parameters.py" />
      <location filename="../../qgis_plugin/project/sources.py" />
      <source>points</source>
      <translation>ចំណុច</translation>
    </message>
    <message>
      <location filename="../../processing/algorithms/check_coordinates.py" />
      <source>{label}: layer “{layer}” has no coordinate reference system. Set it in the layer's properties, or in the address of a table of coordinates (crs=EPSG:…); for UTM metres it is usually EPSG:32648.</source>
      <translation>{label}៖ ស្រទាប់ «{layer}» គ្មានប្រព័ន្ធយោងកូអរដោនេទេ។ សូមកំណត់វាក្នុងលក្ខណសម្បត្តិស្រទាប់ ឬក្នុងអាសយដ្ឋាននៃតារាងកូអរដោនេ (crs=EPSG:…)។ សម្រាប់ UTM គិតជាម៉ែត្រ ជាធម្មតាគឺ EPSG:32648។</translation>
    </message>
    <message>
      <location filename="../../processing/algorithms/check_coordinates.py" />
      <source>{label}: QGIS itself cannot open the layer. Correct a coordinate of it that is infinite.</source>
      <translation>{label}៖ QGIS ខ្លួនឯងមិនអាចបើកស្រទាប់នេះបានទេ។ សូមកែកូអរដោនេរបស់វាដែលមានតម្លៃអនន្ត។</translation>
    </message>
    <message>
      <location filename="../../processing/algorithms/check_coordinates.py" />
      <source>{label}: “{layer}” is a table without points. Say which field holds the text of the coordinates (ORIGINAL_FIELD). It has: {fields}.</source>
      <translation>{label}៖ «{layer}» ជាតារាងគ្មានចំណុច។ សូមបញ្ជាក់ថាវាលណាមានអត្ថបទកូអរដោនេ (ORIGINAL_FIELD)។ វាលដែលមាន៖ {fields}។</translation>
    </message>
    <message>
      <location filename="../../processing/algorithms/check_coordinates.py" />
      <source>Say which field of layer “{layer}” holds the codes ({parameter}): it has none of {usual}. It has: {fields}.</source>
      <translation>សូមបញ្ជាក់ថាវាលណាមួយនៃស្រទាប់ «{layer}» មានលេខកូដ ({parameter})៖ វាគ្មានវាលណាមួយក្នុងចំណោម {usual} ទេ។ វាលដែលមាន៖ {fields}។</translation>
    </message>
    <message>
      <location filename="../../processing/algorithms/check_coordinates.py" />
      <source>Layer “{layer}” of further coordinates has no field of the factory's id, such as factory_id. It has: {fields}.</source>
      <translation>ស្រទាប់ «{layer}» នៃកូអរដោនេបន្ថែម គ្មានវាលលេខសម្គាល់រោងចក្រ ដូចជា factory_id ទេ។ វាលដែលមាន៖ {fields}។</translation>
    </message>
    <message>
      <location filename="../../processing/algorithms/check_coordinates.py" />
      <location filename="../../processing/algorithms/clusters.py" />
      <location filename="../../processing/algorithms/local_sourcing.py" />
      <location filename="../../processing/algorithms/register_quality.py" />
      <location filename="../../processing/algorithms/safety_buffers.py" />
      <location filename="../../processing/parameters.py" />
      <source>Layer “{layer}” has no field “{field}” ({parameter}). It has: {fields}.</source>
      <translation>ស្រទាប់ «{layer}» គ្មានវាល «{field}» ({parameter}) ទេ។ វាលដែលមាន៖ {fields}។</translation>
    </message>
    <message>
      <location filename="../../processing/algorithms/check_coordinates.py" />
      <source>Checked: {layer}.</source>
      <translation>បានពិនិត្យ៖ {layer}។</translation>
    </message>
    <message>
      <location filename="../../processing/algorithms/check_coordinates.py" />
      <source>{label}: “{path}” is no result of “Check coordinates”. Choose the GeoPackage that it wrote, or none.</source>
      <translation>{label}៖ «{path}» មិនមែនជាលទ្ធផលនៃ «ពិនិត្យកូអរដោនេ» ទេ។ សូមជ្រើស GeoPackage ដែលវាបានសរសេរ ឬមិនជ្រើសអ្វី។</translation>
    </message>
    <message>
      <location filename="../../processing/algorithms/check_coordinates.py" />
      <location filename="../../processing/algorithms/find_duplicates.py" />
      <source>Decisions kept from the earlier result: {count}.</source>
      <translation>សេចក្តីសម្រេចដែលបានរក្សាទុកពីលទ្ធផលមុន៖ {count}។</translation>
    </message>
    <message>
      <location filename="../../processing/algorithms/check_coordinates.py" />
      <source>Decisions of the earlier result whose place is not proposed any more, and that are not kept: {count}.</source>
      <translation>សេចក្តីសម្រេចក្នុងលទ្ធផលមុន ដែលទីតាំងរបស់វាលែងត្រូវបានស្នើ ហើយដែលមិនត្រូវបានរក្សាទុក៖ {count}។</translation>
    </message>
    <message>
      <location filename="../../processing/algorithms/check_coordinates.py" />
      <source>{layer}: units of {year}; codes of other years are compared as far as they are known.</source>
      <translation>{layer}៖ ឯកតារដ្ឋបាលឆ្នាំ {year}។ លេខកូដនៃឆ្នាំផ្សេង ត្រូវបានប្រៀបធៀប តាមដែលគេស្គាល់។</translation>
    </message>
    <message>
      <location filename="../../processing/algorithms/check_coordinates.py" />
      <location filename="../../processing/algorithms/clusters.py" />
      <location filename="../../processing/algorithms/local_sourcing.py" />
      <location filename="../../processing/algorithms/location_map.py" />
      <location filename="../../processing/algorithms/safety_buffers.py" />
      <location filename="../../processing/titles.py" />
      <location filename="../../qgis_plugin/panel/corrections/layers_box.py" />
      <location filename="../../qgis_plugin/project/bookmarks.py" />
      <location filename="../../qgis_plugin/project/layer_groups.py" />
      <source>Provinces</source>
      <translation>រាជធានី-ខេត្ត</translation>
    </message>
    <message>
      <location filename="../../processing/algorithms/check_coordinates.py" />
      <source>Polygons with their codes (2 digits).</source>
      <translation>ពហុកោណ ព្រមទាំងលេខកូដ (2 ខ្ទង់)។</translation>
    </message>
    <message>
      <location filename="../../processing/algorithms/check_coordinates.py" />
      <location filename="../../qgis_plugin/panel/corrections/layers_box.py" />
      <source>Districts</source>
      <translation>ក្រុង-ស្រុក-ខណ្ឌ</translation>
    </message>
    <message>
      <location filename="../../processing/algorithms/check_coordinates.py" />
      <source>Polygons with their codes (4 digits).</source>
      <translation>ពហុកោណ ព្រមទាំងលេខកូដ (4 ខ្ទង់)។</translation>
    </message>
    <message>
      <location filename="../../processing/algorithms/check_coordinates.py" />
      <location filename="../../qgis_plugin/panel/corrections/layers_box.py" />
      <source>Communes</source>
      <translation>ឃុំ-សង្កាត់</translation>
    </message>
    <message>
      <location filename="../../processing/algorithms/check_coordinates.py" />
      <source>Polygons with their codes (6 digits): the strongest evidence for a repair.</source>
      <translation>ពហុកោណ ព្រមទាំងលេខកូដ (6 ខ្ទង់)៖ ភស្តុតាងរឹងមាំបំផុតសម្រាប់ការកែតម្រូវ។</translation>
    </message>
    <message>
      <location filename="../../processing/algorithms/check_coordinates.py" />
      <location filename="../../qgis_plugin/panel/corrections/layers_box.py" />
      <source>Land of the country</source>
      <translation>ដីគោករបស់ប្រទេស</translation>
    </message>
    <message>
      <location filename="../../processing/algorithms/check_coordinates.py" />
      <source>Polygons. Empty: the units of the coarsest level that is given.</source>
      <translation>ពហុកោណ។ ទុកទទេ៖ ឯកតារដ្ឋបាលនៃថ្នាក់ធំបំផុតដែលបានផ្តល់។</translation>
    </message>
    <message>
      <location filename="../../processing/algorithms/check_coordinates.py" />
      <location filename="../../qgis_plugin/panel/corrections/layers_box.py" />
      <source>Lakes and rivers</source>
      <translation>បឹង និងទន្លេ</translation>
    </message>
    <message>
      <location filename="../../processing/algorithms/check_coordinates.py" />
      <source>Polygons in which no factory stands.</source>
      <translation>ពហុកោណដែលគ្មានរោងចក្រណាស្ថិតនៅ។</translation>
    </message>
    <message>
      <location filename="../../processing/algorithms/check_coordinates.py" />
      <location filename="../../processing/algorithms/location_map.py" />
      <location filename="../../processing/parameters.py" />
      <location filename="../../processing/reports/site_map.py" />
      <location filename="../../processing/rules/words.py" />
      <location filename="../../qgis_plugin/panel/corrections/layers_box.py" />
      <location filename="../../qgis_plugin/project/packs.py" />
      <source>Industrial parks</source>
      <translation>សួនឧស្សាហកម្ម</translation>
    </message>
    <message>
      <location filename="../../processing/algorithms/check_coordinates.py" />
      <source>Boundaries of industrial parks and SEZs, by id or name.</source>
      <translation>ព្រំប្រទល់នៃសួនឧស្សាហកម្ម និងតំបន់សេដ្ឋកិច្ចពិសេស តាមលេខសម្គាល់ ឬឈ្មោះ។</translation>
    </message>
    <message>
      <location filename="../../processing/algorithms/check_coordinates.py" />
      <location filename="../../qgis_plugin/panel/corrections/layers_box.py" />
      <source>Premises</source>
      <translation>បរិវេណរោងចក្រ</translation>
    </message>
    <message>
      <location filename="../../processing/algorithms/check_coordinates.py" />
      <source>Polygons of the premises of the same factories, by their ids.</source>
      <translation>ពហុកោណនៃបរិវេណរបស់រោងចក្រដដែល តាមលេខសម្គាល់។</translation>
    </message>
    <message>
      <location filename="../../processing/algorithms/check_coordinates.py" />
      <location filename="../../qgis_plugin/panel/corrections/layers_box.py" />
      <source>Offices</source>
      <translation>ការិយាល័យ</translation>
    </message>
    <message>
      <location filename="../../processing/algorithms/check_coordinates.py" />
      <source>Points of ministries, departments and head offices.</source>
      <translation>ចំណុចនៃក្រសួង មន្ទីរ និងទីស្នាក់ការកណ្តាល។</translation>
    </message>
    <message>
      <location filename="../../processing/algorithms/check_coordinates.py" />
      <source>Centres of units</source>
      <translation>ចំណុចកណ្តាលនៃឯកតារដ្ឋបាល</translation>
    </message>
    <message>
      <location filename="../../processing/algorithms/check_coordinates.py" />
      <source>Points of a gazetteer, by code. The centres of the polygons given are looked at besides.</source>
      <translation>ចំណុចក្នុងបញ្ជីឈ្មោះទីកន្លែង (gazetteer) តាមលេខកូដ។ ចំណុចកណ្តាលនៃពហុកោណដែលបានផ្តល់ ក៏ត្រូវបានពិនិត្យផងដែរ។</translation>
    </message>
    <message>
      <location filename="../../processing/algorithms/check_coordinates.py" />
      <source>Further coordinates</source>
      <translation>កូអរដោនេបន្ថែម</translation>
    </message>
    <message>
      <location filename="../../processing/algorithms/check_coordinates.py" />
      <source>Other coordinates of the same factories, by factory id: the best of all is flagged in best_pick.</source>
      <translation>កូអរដោនេផ្សេងទៀតនៃរោងចក្រដដែល តាមលេខសម្គាល់រោងចក្រ៖ កូអរដោនេល្អបំផុតក្នុងចំណោមទាំងអស់ ត្រូវបានសម្គាល់ក្នុង best_pick ។</translation>
    </message>
    <message>
      <location filename="../../processing/algorithms/check_coordinates.py" />
      <source>The unit that the factory declares, by code.</source>
      <translation>ឯកតារដ្ឋបាលដែលរោងចក្របានប្រកាស តាមលេខកូដ។</translation>
    </message>
    <message>
      <location filename="../../processing/algorithms/check_coordinates.py" />
      <source>Compared with the other columns.</source>
      <translation>ត្រូវបានប្រៀបធៀបជាមួយជួរឈរផ្សេង។</translation>
    </message>
    <message>
      <location filename="../../processing/algorithms/check_coordinates.py" />
      <source>Identifies a factory in the tables.</source>
      <translation>សម្គាល់រោងចក្រនីមួយៗ ក្នុងតារាង។</translation>
    </message>
    <message>
      <location filename="../../processing/algorithms/check_coordinates.py" />
      <location filename="../../processing/algorithms/check_locations.py" />
      <location filename="../../processing/algorithms/find_duplicates.py" />
      <location filename="../../processing/algorithms/local_sourcing.py" />
      <location filename="../../processing/algorithms/register_quality.py" />
      <source>Province code field</source>
      <translation>វាលលេខកូដរាជធានី-ខេត្ត</translation>
    </message>
    <message>
      <location filename="../../processing/algorithms/check_coordinates.py" />
      <location filename="../../processing/algorithms/register_quality.py" />
      <source>District code field</source>
      <translation>វាលលេខកូដក្រុង-ស្រុក-ខណ្ឌ</translation>
    </message>
    <message>
      <location filename="../../processing/algorithms/check_coordinates.py" />
      <location filename="../../processing/algorithms/find_duplicates.py" />
      <location filename="../../processing/algorithms/register_quality.py" />
      <source>Commune code field</source>
      <translation>វាលលេខកូដឃុំ-សង្កាត់</translation>
    </message>
    <message>
      <location filename="../../processing/algorithms/check_coordinates.py" />
      <source>Village code field</source>
      <translation>វាលលេខកូដភូមិ</translation>
    </message>
    <message>
      <location filename="../../processing/algorithms/check_coordinates.py" />
      <source>Original text field</source>
      <translation>វាលអត្ថបទកូអរដោនេដើម</translation>
    </message>
    <message>
      <location filename="../../processing/algorithms/check_coordinates.py" />
      <source>The coordinate as it was received.</source>
      <translation>កូអរដោនេដូចដែលបានទទួល។</translation>
    </message>
    <message>
      <location filename="../../processing/algorithms/check_coordinates.py" />
      <source>Datum field</source>
      <translation>វាលប្រព័ន្ធយោង (datum)</translation>
    </message>
    <message>
      <location filename="../../processing/algorithms/check_coordinates.py" />
      <source>What the original text is in, such as EPSG:4326 or EPSG:3148.</source>
      <translation>ប្រព័ន្ធដែលអត្ថបទដើមប្រើ ដូចជា EPSG:4326 ឬ EPSG:3148។</translation>
    </message>
    <message>
      <location filename="../../processing/algorithms/check_coordinates.py" />
      <location filename="../../processing/algorithms/find_duplicates.py" />
      <location filename="../../processing/algorithms/hot_spots.py" />
      <location filename="../../processing/algorithms/park_capacity.py" />
      <location filename="../../processing/algorithms/register_quality.py" />
      <location filename="../../processing/parameters.py" />
      <source>Location method field</source>
      <translation>វាលវិធីសាស្ត្រកំណត់ទីតាំង</translation>
    </message>
    <message>
      <location filename="../../processing/algorithms/check_coordinates.py" />
      <source>How the coordinate was obtained.</source>
      <translation>របៀបដែលកូអរដោនេត្រូវបានកំណត់។</translation>
    </message>
    <message>
      <location filename="../../processing/algorithms/check_coordinates.py" />
      <source>Within it a border contradicts nothing.</source>
      <translation>ក្នុងរង្វង់ភាពត្រឹមត្រូវនេះ ព្រំមិនផ្ទុយនឹងអ្វីទេ។</translation>
    </message>
    <message>
      <location filename="../../processing/algorithms/check_coordinates.py" />
      <source>Location source field</source>
      <translation>វាលប្រភពទីតាំង</translation>
    </message>
    <message>
      <location filename="../../processing/algorithms/check_coordinates.py" />
      <source>Factories of one source are judged together: a wrong datum shows in many.</source>
      <translation>រោងចក្រនៃប្រភពតែមួយ ត្រូវបានវិនិច្ឆ័យរួមគ្នា៖ ប្រព័ន្ធយោង (datum) ខុស លេចឡើងក្នុងរោងចក្រច្រើន។</translation>
    </message>
    <message>
      <location filename="../../processing/algorithms/check_coordinates.py" />
      <source>Reference point field</source>
      <translation>វាលចំណុចយោង</translation>
    </message>
    <message>
      <location filename="../../processing/algorithms/check_coordinates.py" />
      <source>What of the factory the coordinate is of.</source>
      <translation>ផ្នែកណានៃរោងចក្រ ដែលកូអរដោនេតំណាងឱ្យ។</translation>
    </message>
    <message>
      <location filename="../../processing/algorithms/check_coordinates.py" />
      <source>Location date field</source>
      <translation>វាលកាលបរិច្ឆេទកំណត់ទីតាំង</translation>
    </message>
    <message>
      <location filename="../../processing/algorithms/check_coordinates.py" />
      <source>Verified field</source>
      <translation>វាលផ្ទៀងផ្ទាត់</translation>
    </message>
    <message>
      <location filename="../../processing/algorithms/check_coordinates.py" />
      <source>True where a person has verified the coordinate: it is always preferred.</source>
      <translation>ពិត (true) បើមន្ត្រីបានផ្ទៀងផ្ទាត់កូអរដោនេ៖ កូអរដោនេនោះតែងត្រូវបានយកមុន។</translation>
    </message>
    <message>
      <location filename="../../processing/algorithms/check_coordinates.py" />
      <location filename="../../processing/algorithms/register_quality.py" />
      <source>Should be a code of ISIC Rev. 4.</source>
      <translation>គួរតែជាលេខកូដនៃ ISIC កំណែទី ៤។</translation>
    </message>
    <message>
      <location filename="../../processing/algorithms/check_coordinates.py" />
      <location filename="../../processing/algorithms/clusters.py" />
      <location filename="../../processing/algorithms/park_capacity.py" />
      <location filename="../../processing/algorithms/register_quality.py" />
      <location filename="../../processing/algorithms/safety_buffers.py" />
      <location filename="../../processing/parameters.py" />
      <source>Size class field</source>
      <translation>វាលទំហំសហគ្រាស</translation>
    </message>
    <message>
      <location filename="../../processing/algorithms/check_coordinates.py" />
      <location filename="../../processing/algorithms/register_quality.py" />
      <source>Size definition year field</source>
      <translation>វាលឆ្នាំនៃនិយមន័យទំហំសហគ្រាស</translation>
    </message>
    <message>
      <location filename="../../processing/algorithms/check_coordinates.py" />
      <location filename="../../processing/algorithms/register_quality.py" />
      <source>Says which definition the size class follows.</source>
      <translation>ប្រាប់ថា ទំហំសហគ្រាសធ្វើតាមនិយមន័យណា។</translation>
    </message>
    <message>
      <location filename="../../processing/algorithms/check_coordinates.py" />
      <location filename="../../processing/algorithms/clusters.py" />
      <location filename="../../processing/algorithms/find_duplicates.py" />
      <location filename="../../processing/algorithms/park_capacity.py" />
      <location filename="../../processing/algorithms/register_quality.py" />
      <source>Employees field</source>
      <translation>វាលចំនួនកម្មករនិយោជិត</translation>
    </message>
    <message>
      <location filename="../../processing/algorithms/check_coordinates.py" />
      <location filename="../../processing/algorithms/find_duplicates.py" />
      <source>Operator id field</source>
      <translation>វាលលេខសម្គាល់ប្រតិបត្តិករ</translation>
    </message>
    <message>
      <location filename="../../processing/algorithms/check_coordinates.py" />
      <source>Unrelated operators at one coordinate are told.</source>
      <translation>ប្រតិបត្តិករដែលមិនពាក់ព័ន្ធគ្នា នៅកូអរដោនេតែមួយ ត្រូវបានរាយការណ៍។</translation>
    </message>
    <message>
      <location filename="../../processing/algorithms/check_coordinates.py" />
      <location filename="../../processing/algorithms/find_duplicates.py" />
      <source>Licence number field</source>
      <translation>វាលលេខលិខិតអនុញ្ញាត</translation>
    </message>
    <message>
      <location filename="../../processing/algorithms/check_coordinates.py" />
      <source>Should be that of one place.</source>
      <translation>គួរតែជាលេខលិខិតអនុញ្ញាតនៃទីតាំងតែមួយ។</translation>
    </message>
    <message>
      <location filename="../../processing/algorithms/check_coordinates.py" />
      <source>Registration status field</source>
      <translation>វាលស្ថានភាពចុះបញ្ជី</translation>
    </message>
    <message>
      <location filename="../../processing/algorithms/check_coordinates.py" />
      <source>Registration date field</source>
      <translation>វាលកាលបរិច្ឆេទចុះបញ្ជី</translation>
    </message>
    <message>
      <location filename="../../processing/algorithms/check_coordinates.py" />
      <location filename="../../processing/algorithms/local_sourcing.py" />
      <location filename="../../processing/algorithms/park_capacity.py" />
      <location filename="../../processing/algorithms/safety_buffers.py" />
      <location filename="../../processing/parameters.py" />
      <source>Operating status field</source>
      <translation>វាលស្ថានភាពប្រតិបត្តិការ</translation>
    </message>
    <message>
      <location filename="../../processing/algorithms/check_coordinates.py" />
      <source>Status from field</source>
      <translation>វាលថ្ងៃចាប់ផ្តើមនៃស្ថានភាព</translation>
    </message>
    <message>
      <location filename="../../processing/algorithms/check_coordinates.py" />
      <source>Status to field</source>
      <translation>វាលថ្ងៃបញ្ចប់នៃស្ថានភាព</translation>
    </message>
    <message>
      <location filename="../../processing/algorithms/check_coordinates.py" />
      <source>Stated area field (hectares)</source>
      <translation>វាលផ្ទៃក្រឡាដែលបានបញ្ជាក់ (ហិកតា)</translation>
    </message>
    <message>
      <location filename="../../processing/algorithms/check_coordinates.py" />
      <source>Zero, and what is a thousand or ten thousand times off what the others state, is told.</source>
      <translation>តម្លៃសូន្យ និងតម្លៃដែលខុសពីតម្លៃដែលរោងចក្រផ្សេងទៀតបានបញ្ជាក់ មួយពាន់ដង ឬមួយម៉ឺនដង ត្រូវបានរាយការណ៍។</translation>
    </message>
    <message>
      <location filename="../../processing/algorithms/check_coordinates.py" />
      <source>Year of the admin codes field</source>
      <translation>វាលឆ្នាំនៃបញ្ជីលេខកូដរដ្ឋបាល</translation>
    </message>
    <message>
      <location filename="../../processing/algorithms/check_coordinates.py" />
      <source>Codes of before 2014 are not held against the provinces of today.</source>
      <translation>លេខកូដមុនឆ្នាំ 2014 មិនត្រូវបានប្រៀបធៀបជាមួយរាជធានី-ខេត្តបច្ចុប្បន្នទេ។</translation>
    </message>
    <message>
      <location filename="../../processing/algorithms/check_locations.py" />
      <location filename="../../qgis_plugin/panel/controller.py" />
      <source>Check factory locations</source>
      <translation>ពិនិត្យទីតាំងរោងចក្រ</translation>
    </message>
    <message>
      <location filename="../../processing/algorithms/check_locations.py" />
      <source>factory,zoning,industrial park,SEZ,compliance,register,rules,land use</source>
      <translation>factory,zoning,industrial park,SEZ,compliance,register,rules,land use,រោងចក្រ,តំបន់ប្រើប្រាស់ដី,សួនឧស្សាហកម្ម,តំបន់សេដ្ឋកិច្ចពិសេស,អនុលោមភាព,បញ្ជីរោងចក្រ,វិធាន,ការប្រើប្រាស់ដី</translation>
    </message>
    <message>
      <location filename="../../processing/algorithms/check_locations.py" />
      <source>Says for every factory whether its place agrees with the zoning and the industrial-park boundaries, and why.

Each rule of the pack gives a verdict: pass, fail, undecided (the answer changes within the coordinate's accuracy), no data (the layer does not cover the place) or exempt. The findings GeoPackage holds the findings, evidence lines, one summary row a factory and the layers' own problems, and opens styled. Inputs are never changed.</source>
      <translation>បង្ហាញសម្រាប់រោងចក្រនីមួយៗថា ទីតាំងរបស់វា ស្របតាមតំបន់ប្រើប្រាស់ដី និងព្រំសួនឧស្សាហកម្មដែរឬទេ ព្រមទាំងមូលហេតុ។

វិធាននីមួយៗក្នុងកញ្ចប់ ផ្តល់លទ្ធផលពិនិត្យមួយ៖ អនុលោម (pass) មិនអនុលោម (fail) មិនទាន់សម្រេច (undecided៖ ចម្លើយប្រែប្រួល ក្នុងរង្វង់ភាពត្រឹមត្រូវនៃកូអរដោនេ) គ្មានទិន្នន័យ (no data៖ ស្រទាប់មិនគ្របដណ្តប់ទីតាំងនោះ) ឬលើកលែង (exempt)។ GeoPackage របកគំហើញ មានរបកគំហើញ បន្ទាត់ភស្តុតាង សេចក្តីសង្ខេបមួយជួរសម្រាប់រោងចក្រនីមួយៗ និងបញ្ហារបស់ស្រទាប់ ហើយបើកឡើងដោយមានរចនាប័ទ្មរួចជាស្រេច។ ទិន្នន័យបញ្ចូល មិនត្រូវបានកែប្រែឡើយ។</translation>
    </message>
    <message>
      <location filename="../../processing/algorithms/check_locations.py" />
      <source>Groups the coverage report.</source>
      <translation>ប្រើសម្រាប់រៀបចំរបាយការណ៍ស្តីពីវិសាលភាពគ្របដណ្តប់ តាមរាជធានី-ខេត្ត។</translation>
    </message>
    <message>
      <location filename="../../processing/algorithms/check_locations.py" />
      <source>Verify boundaries older than (years)</source>
      <translation>ផ្ទៀងផ្ទាត់ព្រំប្រទល់ដែលចាស់ជាង (ឆ្នាំ)</translation>
    </message>
    <message>
      <location filename="../../processing/algorithms/check_locations.py" />
      <source>Where a rule is not surely kept and the boundary in question is older, the finding says so: verify the boundary before acting. 0: never.</source>
      <translation>បើមិនប្រាកដថា វិធានត្រូវបានគោរព ហើយព្រំប្រទល់ពាក់ព័ន្ធចាស់ជាងនេះ របកគំហើញនឹងបញ្ជាក់៖ សូមផ្ទៀងផ្ទាត់ព្រំប្រទល់ មុនចាត់វិធានការ។ 0៖ មិនបញ្ជាក់ឡើយ។</translation>
    </message>
    <message>
      <location filename="../../processing/algorithms/check_locations.py" />
      <source>Recorded decisions</source>
      <translation>សេចក្តីសម្រេចដែលបានកត់ត្រា</translation>
    </message>
    <message>
      <location filename="../../processing/algorithms/check_locations.py" />
      <source>A table of officers' decisions on findings (finding_id, decision, reason, officer, decided_on, expires_on). It adds to those kept in the findings GeoPackage that is replaced; of two on one finding the later counts.</source>
      <translation>តារាងសេចក្តីសម្រេចរបស់មន្ត្រី លើរបកគំហើញ (finding_id, decision, reason, officer, decided_on, expires_on)។ វាបន្ថែមលើសេចក្តីសម្រេច ដែលរក្សាទុកក្នុង GeoPackage របកគំហើញដែលត្រូវជំនួស។ បើមានពីរលើរបកគំហើញតែមួយ យកមួយក្រោយ។</translation>
    </message>
    <message>
      <location filename="../../processing/algorithms/check_locations.py" />
      <source>Also list plain passes</source>
      <translation>រាយបញ្ចូលករណីអនុលោមដោយគ្មានលក្ខខណ្ឌផងដែរ</translation>
    </message>
    <message>
      <location filename="../../processing/algorithms/check_locations.py" />
      <source>Otherwise the findings hold only what needs a look: everything but plain passes.</source>
      <translation>បើមិនជ្រើសទេ របកគំហើញមានតែករណីដែលត្រូវពិនិត្យមើល៖ គ្រប់ករណីទាំងអស់ លើកលែងតែករណីអនុលោមដោយគ្មានលក្ខខណ្ឌ។</translation>
    </message>
    <message>
      <location filename="../../processing/algorithms/check_locations.py" />
      <source>End with an error when a verdict is</source>
      <translation>បញ្ចប់ដោយកំហុស ពេលមានលទ្ធផលពិនិត្យ</translation>
    </message>
    <message>
      <location filename="../../processing/algorithms/check_locations.py" />
      <source>nothing: never</source>
      <translation>គ្មាន៖ មិនបញ្ចប់ដោយកំហុសឡើយ</translation>
    </message>
    <message>
      <location filename="../../processing/algorithms/check_locations.py" />
      <source>fail</source>
      <translation>មិនអនុលោម</translation>
    </message>
    <message>
      <location filename="../../processing/algorithms/check_locations.py" />
      <source>fail or undecided</source>
      <translation>មិនអនុលោម ឬមិនទាន់សម្រេច</translation>
    </message>
    <message>
      <location filename="../../processing/algorithms/check_locations.py" />
      <source>fail, undecided or no data</source>
      <translation>មិនអនុលោម មិនទាន់សម្រេច ឬគ្មានទិន្នន័យ</translation>
    </message>
    <message>
      <location filename="../../processing/algorithms/check_locations.py" />
      <source>For schedulers: the outputs are written first, then the run ends with an error exit status.</source>
      <translation>សម្រាប់កម្មវិធីដែលដំណើរការតាមកាលវិភាគ៖ ទិន្នផលត្រូវបានសរសេរជាមុនសិន រួចដំណើរការបញ្ចប់ដោយស្ថានភាពកំហុស។</translation>
    </message>
    <message>
      <location filename="../../processing/algorithms/check_locations.py" />
      <source>Findings GeoPackage</source>
      <translation>GeoPackage របកគំហើញ</translation>
    </message>
    <message>
      <location filename="../../processing/algorithms/check_locations.py" />
      <source>A .gpkg file with the tables findings, evidence, factory_summary, layer_problems, rules, exceptions and runs. A findings file that is there is replaced, but its exceptions and runs are kept.</source>
      <translation>ឯកសារ .gpkg ដែលមានតារាង findings, evidence, factory_summary, layer_problems, rules, exceptions និង runs។ ឯកសាររបកគំហើញដែលមានស្រាប់ ត្រូវបានជំនួស ប៉ុន្តែតារាង exceptions និង runs របស់វា ត្រូវបានរក្សាទុក។</translation>
    </message>
    <message>
      <location filename="../../processing/algorithms/check_locations.py" />
      <source>Counts per rule and verdict, coverage per province, and where everything came from.</source>
      <translation>ចំនួនតាមវិធាន និងតាមលទ្ធផលពិនិត្យ វិសាលភាពគ្របដណ្តប់តាមរាជធានី-ខេត្ត និងប្រភពនៃទិន្នន័យទាំងអស់។</translation>
    </message>
    <message>
      <location filename="../../processing/algorithms/check_locations.py" />
      <location filename="../../qgis_plugin/project/results.py" />
      <source>Factories by verdict</source>
      <translation>រោងចក្រតាមលទ្ធផលពិនិត្យ</translation>
    </message>
    <message>
      <location filename="../../processing/algorithms/check_locations.py" />
      <source>Factories that fail</source>
      <translation>រោងចក្រមិនអនុលោម</translation>
    </message>
    <message>
      <location filename="../../processing/algorithms/check_locations.py" />
      <source>Factories undecided</source>
      <translation>រោងចក្រមិនទាន់សម្រេច</translation>
    </message>
    <message>
      <location filename="../../processing/algorithms/check_locations.py" />
      <source>Factories without data</source>
      <translation>រោងចក្រគ្មានទិន្នន័យ</translation>
    </message>
    <message>
      <location filename="../../processing/algorithms/check_locations.py" />
      <source>The findings are a GeoPackage: give the output a name that ends in .gpkg, not “{name}”.</source>
      <translation>របកគំហើញត្រូវរក្សាទុកជា GeoPackage៖ សូមដាក់ឈ្មោះទិន្នផល ដែលបញ្ចប់ដោយ .gpkg មិនមែន «{name}» ទេ។</translation>
    </message>
    <message>
      <location filename="../../processing/algorithms/check_locations.py" />
      <source>“{path}” was changed while the check ran. The decisions and runs that it has now are kept; new decisions apply from the next check on.</source>
      <translation>«{path}» ត្រូវបានកែប្រែ ខណៈការពិនិត្យកំពុងដំណើរការ។ សេចក្តីសម្រេច និងដំណើរការពិនិត្យដែលមានក្នុងនោះឥឡូវនេះ ត្រូវបានរក្សាទុក។ សេចក្តីសម្រេចថ្មីមានប្រសិទ្ធភាពចាប់ពីការពិនិត្យលើកក្រោយ។</translation>
    </message>
    <message>
      <location filename="../../processing/algorithms/check_locations.py" />
      <source>No parks layer was given: the exemption inside parks is not applied; rules: {rules}.</source>
      <translation>មិនបានផ្តល់ស្រទាប់សួនឧស្សាហកម្មទេ៖ ការលើកលែងក្នុងសួនឧស្សាហកម្ម មិនត្រូវបានអនុវត្តឡើយ។ វិធានពាក់ព័ន្ធ៖ {rules}។</translation>
    </message>
    <message>
      <location filename="../../processing/algorithms/check_locations.py" />
      <source>Table “{layer}” has no field “{field}”, so it holds no decisions on findings. It has: {fields}.</source>
      <translation>តារាង «{layer}» គ្មានវាល «{field}» ទេ ដូច្នេះ វាមិនមានសេចក្តីសម្រេចលើរបកគំហើញឡើយ។ វាលដែលមាន៖ {fields}។</translation>
    </message>
    <message>
      <location filename="../../processing/algorithms/check_locations.py" />
      <source>Factories that state no accuracy: {count}; {metres} m was assumed.</source>
      <translation>រោងចក្រដែលមិនបានបញ្ជាក់ភាពត្រឹមត្រូវ៖ {count}។ បានសន្មតយក {metres} m។</translation>
    </message>
    <message>
      <location filename="../../processing/algorithms/check_locations.py" />
      <source>nothing to check</source>
      <translation>គ្មានអ្វីត្រូវពិនិត្យ</translation>
    </message>
    <message>
      <location filename="../../processing/algorithms/check_locations.py" />
      <source>The outputs are written. Ended with an error as asked (FAIL_ON: {limit}): {counts}.</source>
      <translation>ទិន្នផលត្រូវបានសរសេររួចហើយ។ បានបញ្ចប់ដោយកំហុស តាមការកំណត់ (FAIL_ON៖ {limit})៖ {counts}។</translation>
    </message>
    <message>
      <location filename="../../processing/algorithms/check_locations.py" />
      <source>Findings with a recorded decision: {count}; exempted by it: {applied}; accepted but expired: {expired}; accepted, and now neither failing nor undecided: {idle}.</source>
      <translation>របកគំហើញដែលមានសេចក្តីសម្រេចដែលបានកត់ត្រា៖ {count}។ បានលើកលែងដោយសេចក្តីសម្រេចនោះ៖ {applied}។ បានទទួលយក តែផុតសុពលភាព៖ {expired}។ បានទទួលយក ហើយឥឡូវលែងមិនអនុលោម ឬលែងមិនទាន់សម្រេច៖ {idle}។</translation>
    </message>
    <message>
      <location filename="../../processing/algorithms/check_locations.py" />
      <source>Recorded decisions on findings that this check does not have: {count} ({ids}). The finding is of another register, rule or feature, or of a layer that was not given, or its id is mistyped.</source>
      <translation>សេចក្តីសម្រេចដែលបានកត់ត្រាលើរបកគំហើញដែលការពិនិត្យនេះគ្មាន៖ {count} ({ids})។ របកគំហើញនោះជារបស់បញ្ជីរោងចក្រ វិធាន ឬវត្ថុផ្សេង ឬរបស់ស្រទាប់ដែលមិនបានផ្ដល់ ឬលេខសម្គាល់វាយខុស។</translation>
    </message>
    <message>
      <location filename="../../processing/algorithms/check_locations.py" />
      <source>Decisions of officers on findings.</source>
      <translation>សេចក្តីសម្រេចរបស់មន្ត្រីលើរបកគំហើញ។</translation>
    </message>
    <message>
      <location filename="../../processing/algorithms/check_locations.py" />
      <source>Every run into this file: who, when, with what.</source>
      <translation>ដំណើរការនីមួយៗដែលបានសរសេរក្នុងឯកសារនេះ៖ ដោយអ្នកណា ពេលណា និងដោយប្រើអ្វី។</translation>
    </message>
    <message>
      <location filename="../../processing/algorithms/check_locations.py" />
      <location filename="../../processing/storage/outputs.py" />
      <source>Checked: {layers}.</source>
      <translation>បានពិនិត្យ៖ {layers}។</translation>
    </message>
    <message>
      <location filename="../../processing/algorithms/check_parks.py" />
      <source>Check industrial parks</source>
      <translation>ពិនិត្យសួនឧស្សាហកម្ម</translation>
    </message>
    <message>
      <location filename="../../processing/algorithms/check_parks.py" />
      <source>factory,industrial park,SEZ,special economic zone,boundary,containment</source>
      <translation>factory,industrial park,SEZ,special economic zone,boundary,containment,រោងចក្រ,សួនឧស្សាហកម្ម,តំបន់សេដ្ឋកិច្ចពិសេស,ព្រំប្រទល់,ការស្ថិតនៅក្នុង</translation>
    </message>
    <message>
      <location filename="../../processing/algorithms/check_parks.py" />
      <source>Finds the industrial park each factory stands in and compares it with the one it declares.

Reasons: inside_declared, outside_declared (with the distance), inside_other, on_edge (the border is nearer than the coordinate's accuracy), undeclared (inside a park it does not declare), outside, unknown_park. Overlapping and repeated park polygons are reported once.</source>
      <translation>រកសួនឧស្សាហកម្មដែលរោងចក្រនីមួយៗស្ថិតនៅ រួចប្រៀបធៀបជាមួយសួនឧស្សាហកម្ម ដែលរោងចក្រនោះបានប្រកាស។

មូលហេតុ៖ inside_declared (ក្នុងសួនដែលបានប្រកាស) outside_declared (ក្រៅសួនដែលបានប្រកាស ព្រមទាំងចម្ងាយ) inside_other (ក្នុងសួនផ្សេង) on_edge (ព្រំនៅជិតជាងរង្វង់ភាពត្រឹមត្រូវនៃកូអរដោនេ) undeclared (ក្នុងសួនដែលមិនបានប្រកាស) outside (ក្រៅសួន) unknown_park (មិនស្គាល់សួន)។ ពហុកោណសួនឧស្សាហកម្ម ដែលត្រួតស៊ីគ្នា ឬស្ទួន ត្រូវបានរាយការណ៍តែម្តងប៉ុណ្ណោះ។</translation>
    </message>
    <message>
      <location filename="../../processing/algorithms/check_parks.py" />
      <source>Factories with park</source>
      <translation>រោងចក្រ និងសួនឧស្សាហកម្ម</translation>
    </message>
    <message>
      <location filename="../../processing/algorithms/check_parks.py" />
      <location filename="../../processing/algorithms/check_zoning.py" />
      <source>The factories, unchanged, with the fields {fields}.</source>
      <translation>រោងចក្រដដែលដោយមិនកែប្រែ បន្ថែមដោយវាល {fields}។</translation>
    </message>
    <message>
      <location filename="../../processing/algorithms/check_zoning.py" />
      <source>Check zoning</source>
      <translation>ពិនិត្យតំបន់ប្រើប្រាស់ដី</translation>
    </message>
    <message>
      <location filename="../../processing/algorithms/check_zoning.py" />
      <source>factory,zoning,land use,zone,permit,activity,ISIC</source>
      <translation>factory,zoning,land use,zone,permit,activity,ISIC,រោងចក្រ,តំបន់ប្រើប្រាស់ដី,ការប្រើប្រាស់ដី,តំបន់,ការអនុញ្ញាត,សកម្មភាព</translation>
    </message>
    <message>
      <location filename="../../processing/algorithms/check_zoning.py" />
      <source>Finds the zone of each factory and whether it permits the factory's activity.

The output is the factory layer with the zone, the verdict, its reason and a sentence. Where zones within the coordinate's accuracy answer differently the verdict is undecided and the candidates are named; where no zone is drawn it is “no data”, never “pass”.</source>
      <translation>រកតំបន់ប្រើប្រាស់ដីរបស់រោងចក្រនីមួយៗ និងថាតើតំបន់នោះ អនុញ្ញាតសកម្មភាពរបស់រោងចក្រដែរឬទេ។

ទិន្នផលគឺស្រទាប់រោងចក្រ បន្ថែមដោយតំបន់ លទ្ធផលពិនិត្យ មូលហេតុ និងប្រយោគពន្យល់មួយ។ បើតំបន់នានាក្នុងរង្វង់ភាពត្រឹមត្រូវនៃកូអរដោនេ ផ្តល់ចម្លើយខុសគ្នា លទ្ធផលពិនិត្យគឺ «មិនទាន់សម្រេច» ហើយតំបន់ដែលអាចជាទីតាំងពិត ត្រូវបានរៀបរាប់។ បើគ្មានតំបន់ណាត្រូវបានគូសទេ លទ្ធផលពិនិត្យគឺ «គ្មានទិន្នន័យ» មិនមែន «អនុលោម» ឡើយ។</translation>
    </message>
    <message>
      <location filename="../../processing/algorithms/check_zoning.py" />
      <source>Factories with zone</source>
      <translation>រោងចក្រ និងតំបន់ប្រើប្រាស់ដី</translation>
    </message>
    <message>
      <location filename="../../processing/algorithms/check_zoning.py" />
      <source>Rule pack “{pack}” has no rule that tests “zone permits”.</source>
      <translation>កញ្ចប់វិធាន «{pack}» គ្មានវិធានណាដែលមានលក្ខណៈវិនិច្ឆ័យ «zone permits» (តំបន់អនុញ្ញាត) ទេ។</translation>
    </message>
    <message>
      <location filename="../../processing/algorithms/check_zoning.py" />
      <source>The rule's exemption inside parks is not applied here; use “Check factory locations”.</source>
      <translation>ការលើកលែងនៃវិធានក្នុងសួនឧស្សាហកម្ម មិនត្រូវបានអនុវត្តនៅទីនេះទេ សូមប្រើ «ពិនិត្យទីតាំងរោងចក្រ»។</translation>
    </message>
    <message>
      <location filename="../../processing/algorithms/clusters.py" />
      <source>Where factories crowd together</source>
      <translation>កន្លែងដែលរោងចក្រប្រមូលផ្តុំ</translation>
    </message>
    <message>
      <location filename="../../processing/algorithms/clusters.py" />
      <source>clusters,density,dbscan,hdbscan,sector,location quotient,specialisation,sme,hull,lineage</source>
      <translation>clusters,density,dbscan,hdbscan,sector,location quotient,specialisation,sme,hull,lineage,ចង្កោម,ដង់ស៊ីតេ,វិស័យ,ផលធៀបទីតាំង,ឯកទេសកម្ម,សហគ្រាសធុនតូច និងមធ្យម,បន្ទាត់ព្រំ,ប្រវត្តិចង្កោម</translation>
    </message>
    <message>
      <location filename="../../processing/algorithms/clusters.py" />
      <source>Where factories stand close together: each crowd with its outline, its factories, the mix of its sectors, what it is specialised in (location quotient), how much of it lies in parks, and whether it is a candidate for an SME cluster, with the reason in words.

With the result of an earlier run the clusters keep their ids, and a table tells which grew, shrank, merged, split, are new or gone. Inputs are never changed.</source>
      <translation>កន្លែងដែលរោងចក្រស្ថិតនៅជិតៗគ្នា៖ ចង្កោមនីមួយៗ ព្រមទាំងបន្ទាត់ព្រំ រោងចក្រ សមាសភាពវិស័យ ឯកទេសកម្មរបស់វា (ផលធៀបទីតាំង) ភាគដែលស្ថិតក្នុងសួនឧស្សាហកម្ម និងថាតើវាជាបេក្ខភាពចង្កោមសហគ្រាសធុនតូច និងមធ្យម (SME) ឬទេ ព្រមទាំងមូលហេតុពន្យល់ជាប្រយោគ។

បើមានលទ្ធផលនៃដំណើរការមុន ចង្កោមរក្សាលេខសម្គាល់ដដែល ហើយតារាងមួយប្រាប់ថា ចង្កោមណាកើន ថយ បញ្ចូលជាតែមួយ បំបែក កើតថ្មី ឬលែងមាន។ ទិន្នន័យបញ្ចូលមិនត្រូវបានកែប្រែឡើយ។</translation>
    </message>
    <message>
      <location filename="../../processing/algorithms/clusters.py" />
      <source>Boundaries of provinces: each factory is in the one it stands in. Empty: as the province field says.</source>
      <translation>ព្រំប្រទល់រាជធានី-ខេត្ត៖ រោងចក្រនីមួយៗ រាប់ក្នុងរាជធានី-ខេត្តដែលវាស្ថិតនៅ។ ទុកទទេ៖ តាមវាលរាជធានី-ខេត្ត។</translation>
    </message>
    <message>
      <location filename="../../processing/algorithms/clusters.py" />
      <source>Method</source>
      <translation>វិធីសាស្ត្រ</translation>
    </message>
    <message>
      <location filename="../../processing/algorithms/clusters.py" />
      <source>DBSCAN: one distance everywhere</source>
      <translation>DBSCAN៖ ចម្ងាយតែមួយ គ្រប់ទីកន្លែង</translation>
    </message>
    <message>
      <location filename="../../processing/algorithms/clusters.py" />
      <source>HDBSCAN: dense and loose crowds alike</source>
      <translation>HDBSCAN៖ ទាំងចង្កោមញឹក និងចង្កោមរង្វើល</translation>
    </message>
    <message>
      <location filename="../../processing/algorithms/clusters.py" />
      <source>DBSCAN takes a distance and a minimum; HDBSCAN only the size of the smallest cluster.</source>
      <translation>DBSCAN ត្រូវការចម្ងាយ និងកម្រិតអប្បបរមា។ HDBSCAN ត្រូវការតែទំហំនៃចង្កោមតូចបំផុតប៉ុណ្ណោះ។</translation>
    </message>
    <message>
      <location filename="../../processing/algorithms/clusters.py" />
      <source>Distance (metres)</source>
      <translation>ចម្ងាយ (ម៉ែត្រ)</translation>
    </message>
    <message>
      <location filename="../../processing/algorithms/clusters.py" />
      <source>On the ground, for DBSCAN. Empty: the suggested one, where the curve of distances turns upward.</source>
      <translation>វាស់លើផ្ទៃដី សម្រាប់ DBSCAN។ ទុកទទេ៖ ចម្ងាយដែលបានស្នើ ត្រង់កន្លែងដែលខ្សែកោងចម្ងាយងើបឡើង។</translation>
    </message>
    <message>
      <location filename="../../processing/algorithms/clusters.py" />
      <source>Minimum</source>
      <translation>កម្រិតអប្បបរមា</translation>
    </message>
    <message>
      <location filename="../../processing/algorithms/clusters.py" />
      <source>So many factories within the distance, the factory itself included, make the core of a cluster; with a weight field so much in sum. For HDBSCAN the smallest cluster.</source>
      <translation>រោងចក្រចំនួនប៉ុណ្ណេះក្នុងចម្ងាយនោះ រាប់ទាំងរោងចក្រខ្លួនឯង បង្កើតជាស្នូលនៃចង្កោម។ បើមានវាលទម្ងន់ គឺផលបូកប៉ុណ្ណេះ។ សម្រាប់ HDBSCAN គឺចង្កោមតូចបំផុត។</translation>
    </message>
    <message>
      <location filename="../../processing/algorithms/clusters.py" />
      <source>Weight field</source>
      <translation>វាលទម្ងន់</translation>
    </message>
    <message>
      <location filename="../../processing/algorithms/clusters.py" />
      <source>Such as employees: the minimum is then a sum of it. Empty: each factory counts 1.</source>
      <translation>ដូចជា employees (ចំនួនកម្មករនិយោជិត)៖ ពេលនោះ កម្រិតអប្បបរមាជាផលបូកនៃវាលនេះ។ ទុកទទេ៖ រោងចក្រនីមួយៗរាប់ជា 1។</translation>
    </message>
    <message>
      <location filename="../../processing/algorithms/clusters.py" />
      <source>Outline</source>
      <translation>បន្ទាត់ព្រំ</translation>
    </message>
    <message>
      <location filename="../../processing/algorithms/clusters.py" />
      <source>convex</source>
      <translation>ប៉ោង</translation>
    </message>
    <message>
      <location filename="../../processing/algorithms/clusters.py" />
      <source>concave</source>
      <translation>ផត</translation>
    </message>
    <message>
      <location filename="../../processing/algorithms/clusters.py" />
      <source>A concave outline follows a bent row of factories; a convex one is simpler.</source>
      <translation>បន្ទាត់ព្រំផត ដើរតាមជួររោងចក្រដែលកោង។ បន្ទាត់ព្រំប៉ោង សាមញ្ញជាង។</translation>
    </message>
    <message>
      <location filename="../../processing/algorithms/clusters.py" />
      <source>Sectors</source>
      <translation>វិស័យ</translation>
    </message>
    <message>
      <location filename="../../processing/algorithms/clusters.py" />
      <source>ISIC section</source>
      <translation>ជំពូក ISIC (អក្សរ)</translation>
    </message>
    <message>
      <location filename="../../processing/algorithms/clusters.py" />
      <source>ISIC division</source>
      <translation>ផ្នែក ISIC (2 ខ្ទង់)</translation>
    </message>
    <message>
      <location filename="../../processing/algorithms/clusters.py" />
      <source>ISIC group</source>
      <translation>ក្រុម ISIC (3 ខ្ទង់)</translation>
    </message>
    <message>
      <location filename="../../processing/algorithms/clusters.py" />
      <source>a field</source>
      <translation>វាលមួយ</translation>
    </message>
    <message>
      <location filename="../../processing/algorithms/clusters.py" />
      <source>What the mix, the dominant and the specialised sector are made of.</source>
      <translation>មូលដ្ឋានសម្រាប់គិតសមាសភាពវិស័យ វិស័យចម្បង និងវិស័យឯកទេស។</translation>
    </message>
    <message>
      <location filename="../../processing/algorithms/clusters.py" />
      <source>Sector field</source>
      <translation>វាលវិស័យ</translation>
    </message>
    <message>
      <location filename="../../processing/algorithms/clusters.py" />
      <source>Where sectors are of a field of your own, such as a product.</source>
      <translation>ពេលវិស័យយកតាមវាលផ្ទាល់ខ្លួន ដូចជាផលិតផល។</translation>
    </message>
    <message>
      <location filename="../../processing/algorithms/clusters.py" />
      <source>Each sector by itself</source>
      <translation>វិស័យនីមួយៗដាច់ដោយឡែក</translation>
    </message>
    <message>
      <location filename="../../processing/algorithms/clusters.py" />
      <source>Garment factories then crowd with garment factories only. Otherwise all factories count together.</source>
      <translation>ពេលនោះ រោងចក្រកាត់ដេរ ប្រមូលផ្តុំតែជាមួយរោងចក្រកាត់ដេរប៉ុណ្ណោះ។ បើមិនជ្រើសទេ រោងចក្រទាំងអស់ត្រូវបានរាប់រួមគ្នា។</translation>
    </message>
    <message>
      <location filename="../../processing/algorithms/clusters.py" />
      <source>Location quotient by</source>
      <translation>ផលធៀបទីតាំង គិតតាម</translation>
    </message>
    <message>
      <location filename="../../processing/algorithms/clusters.py" />
      <source>employees, where there are</source>
      <translation>ចំនួនកម្មករនិយោជិត បើមាន</translation>
    </message>
    <message>
      <location filename="../../processing/algorithms/clusters.py" />
      <location filename="../../processing/capacity/ranking.py" />
      <source>factories</source>
      <translation>រោងចក្រ</translation>
    </message>
    <message>
      <location filename="../../processing/algorithms/clusters.py" />
      <source>What the shares are of that a sector has in the cluster and in the country.</source>
      <translation>អ្វីដែលប្រើសម្រាប់គិតភាគរបស់វិស័យ ក្នុងចង្កោម និងក្នុងប្រទេស។</translation>
    </message>
    <message>
      <location filename="../../processing/algorithms/clusters.py" />
      <source>The GeoPackage of an earlier run: clusters keep their ids, and the table lineage tells what changed.</source>
      <translation>GeoPackage នៃដំណើរការមុន៖ ចង្កោមរក្សាលេខសម្គាល់ដដែល ហើយតារាង lineage ប្រាប់ពីអ្វីដែលប្រែប្រួល។</translation>
    </message>
    <message>
      <location filename="../../processing/algorithms/clusters.py" />
      <source>Share that makes it the same cluster (per cent)</source>
      <translation>ភាគរួមដែលរាប់ថាជាចង្កោមដដែល (ភាគរយ)</translation>
    </message>
    <message>
      <location filename="../../processing/algorithms/clusters.py" />
      <source>Of the factories of the smaller one of the earlier and the present cluster.</source>
      <translation>ធៀបនឹងរោងចក្រនៃចង្កោមដែលតូចជាង រវាងចង្កោមមុន និងចង្កោមបច្ចុប្បន្ន។</translation>
    </message>
    <message>
      <location filename="../../processing/algorithms/clusters.py" />
      <source>A planning assumption: change it.</source>
      <translation>នេះជាការសន្មតសម្រាប់ធ្វើផែនការ៖ សូមកែតាមការចាំបាច់។</translation>
    </message>
    <message>
      <location filename="../../processing/algorithms/clusters.py" />
      <source>SME candidate: small and medium factories, at least</source>
      <translation>បេក្ខភាព SME៖ រោងចក្រធុនតូច និងមធ្យម យ៉ាងតិច</translation>
    </message>
    <message>
      <location filename="../../processing/algorithms/clusters.py" />
      <source>How many there must be.</source>
      <translation>ចំនួនដែលត្រូវមាន។</translation>
    </message>
    <message>
      <location filename="../../processing/algorithms/clusters.py" />
      <source>SME candidate: their share, at least (per cent)</source>
      <translation>បេក្ខភាព SME៖ ភាគរបស់រោងចក្រទាំងនោះ យ៉ាងតិច (ភាគរយ)</translation>
    </message>
    <message>
      <location filename="../../processing/algorithms/clusters.py" />
      <source>Of all factories of the cluster.</source>
      <translation>ធៀបនឹងរោងចក្រទាំងអស់នៃចង្កោម។</translation>
    </message>
    <message>
      <location filename="../../processing/algorithms/clusters.py" />
      <source>SME candidate: location quotient of a sector, at least</source>
      <translation>បេក្ខភាព SME៖ ផលធៀបទីតាំងនៃវិស័យមួយ យ៉ាងតិច</translation>
    </message>
    <message>
      <location filename="../../processing/algorithms/clusters.py" />
      <source>1 is as in the country; 2 is twice the share.</source>
      <translation>1 គឺដូចក្នុងប្រទេសទាំងមូល។ 2 គឺភាគស្មើនឹងពីរដងនៃភាគក្នុងប្រទេស។</translation>
    </message>
    <message>
      <location filename="../../processing/algorithms/clusters.py" />
      <source>SME candidate: factories of that sector, at least</source>
      <translation>បេក្ខភាព SME៖ រោងចក្រនៃវិស័យនោះ យ៉ាងតិច</translation>
    </message>
    <message>
      <location filename="../../processing/algorithms/clusters.py" />
      <source>So that one factory makes no specialisation.</source>
      <translation>ដើម្បីកុំឱ្យរោងចក្រតែមួយ ត្រូវបានរាប់ជាឯកទេសកម្ម។</translation>
    </message>
    <message>
      <location filename="../../processing/algorithms/clusters.py" />
      <source>SME candidate: outside parks, at least (per cent)</source>
      <translation>បេក្ខភាព SME៖ នៅក្រៅសួនឧស្សាហកម្ម យ៉ាងតិច (ភាគរយ)</translation>
    </message>
    <message>
      <location filename="../../processing/algorithms/clusters.py" />
      <source>Asked only with a layer of parks.</source>
      <translation>ប្រើតែពេលមានស្រទាប់សួនឧស្សាហកម្មប៉ុណ្ណោះ។</translation>
    </message>
    <message>
      <location filename="../../processing/algorithms/clusters.py" />
      <source>SME candidate: micro factories count too</source>
      <translation>បេក្ខភាព SME៖ រាប់រោងចក្រមីក្រូដែរ</translation>
    </message>
    <message>
      <location filename="../../processing/algorithms/clusters.py" />
      <source>Otherwise only small and medium ones.</source>
      <translation>បើមិនជ្រើសទេ រាប់តែធុនតូច និងធុនមធ្យម។</translation>
    </message>
    <message>
      <location filename="../../processing/algorithms/clusters.py" />
      <source>By it clusters are known again in a later run.</source>
      <translation>តាមវាលនេះ ចង្កោមត្រូវបានស្គាល់ឡើងវិញ ក្នុងដំណើរការលើកក្រោយ។</translation>
    </message>
    <message>
      <location filename="../../processing/algorithms/clusters.py" />
      <source>The sectors are made of it.</source>
      <translation>វិស័យត្រូវបានកំណត់តាមវាលនេះ។</translation>
    </message>
    <message>
      <location filename="../../processing/algorithms/clusters.py" />
      <source>Added up; tells the size where no class is recorded.</source>
      <translation>ត្រូវបានបូក ហើយប្រាប់ទំហំសហគ្រាស ពេលមិនបានកត់ត្រាទំហំ។</translation>
    </message>
    <message>
      <location filename="../../processing/algorithms/clusters.py" />
      <source>Holds micro, small, medium or large.</source>
      <translation>micro (មីក្រូ) small (ធុនតូច) medium (ធុនមធ្យម) ឬ large (ធុនធំ)។</translation>
    </message>
    <message>
      <location filename="../../processing/algorithms/clusters.py" />
      <source>Field of the year of the size definition</source>
      <translation>វាលឆ្នាំនៃនិយមន័យទំហំសហគ្រាស</translation>
    </message>
    <message>
      <location filename="../../processing/algorithms/clusters.py" />
      <source>Classes of an earlier definition are not used.</source>
      <translation>ទំហំដែលបានកត់ត្រាតាមនិយមន័យមុន មិនត្រូវបានប្រើទេ។</translation>
    </message>
    <message>
      <location filename="../../processing/algorithms/clusters.py" />
      <source>Province field</source>
      <translation>វាលរាជធានី-ខេត្ត</translation>
    </message>
    <message>
      <location filename="../../processing/algorithms/clusters.py" />
      <source>Where there is no layer of provinces.</source>
      <translation>ប្រើពេលគ្មានស្រទាប់រាជធានី-ខេត្ត។</translation>
    </message>
    <message>
      <location filename="../../processing/algorithms/clusters.py" />
      <location filename="../../processing/algorithms/hot_spots.py" />
      <location filename="../../processing/algorithms/local_sourcing.py" />
      <location filename="../../processing/algorithms/park_capacity.py" />
      <location filename="../../processing/algorithms/proximity.py" />
      <location filename="../../processing/algorithms/safety_buffers.py" />
      <location filename="../../processing/parameters.py" />
      <source>Working CRS</source>
      <translation>CRS សម្រាប់គណនា</translation>
    </message>
    <message>
      <location filename="../../processing/algorithms/clusters.py" />
      <source>Clusters are looked for in this CRS. It must be projected, in metres.</source>
      <translation>ចង្កោមត្រូវបានស្វែងរកក្នុង CRS នេះ។ វាត្រូវតែជា CRS ចំណោល គិតជាម៉ែត្រ។</translation>
    </message>
    <message>
      <location filename="../../processing/algorithms/clusters.py" />
      <source>Clusters GeoPackage</source>
      <translation>GeoPackage ចង្កោម</translation>
    </message>
    <message>
      <location filename="../../processing/algorithms/clusters.py" />
      <source>A .gpkg file with the tables clusters, members, sectors, lineage and settings.</source>
      <translation>ឯកសារ .gpkg ដែលមានតារាង clusters, members, sectors, lineage និង settings។</translation>
    </message>
    <message>
      <location filename="../../processing/algorithms/clusters.py" />
      <source>Plot of distances</source>
      <translation>ក្រាបចម្ងាយ</translation>
    </message>
    <message>
      <location filename="../../processing/algorithms/clusters.py" />
      <source>HTML files (*.html);;SVG files (*.svg)</source>
      <translation>ឯកសារ HTML (*.html);;ឯកសារ SVG (*.svg)</translation>
    </message>
    <message>
      <location filename="../../processing/algorithms/clusters.py" />
      <source>A picture of the curve, with the suggested distance and the one used. For DBSCAN.</source>
      <translation>រូបនៃខ្សែកោង ព្រមទាំងចម្ងាយដែលបានស្នើ និងចម្ងាយដែលបានប្រើ។ សម្រាប់ DBSCAN។</translation>
    </message>
    <message>
      <location filename="../../processing/algorithms/clusters.py" />
      <source>What was found of all clusters together, and where it comes from.</source>
      <translation>អ្វីដែលរកឃើញសម្រាប់ចង្កោមទាំងអស់រួមគ្នា និងប្រភពរបស់វា។</translation>
    </message>
    <message>
      <location filename="../../processing/algorithms/clusters.py" />
      <source>Clusters</source>
      <translation>ចង្កោម</translation>
    </message>
    <message>
      <location filename="../../processing/algorithms/clusters.py" />
      <source>Factories and their clusters</source>
      <translation>រោងចក្រ និងចង្កោមរបស់វា</translation>
    </message>
    <message>
      <location filename="../../processing/algorithms/clusters.py" />
      <source>Sectors of the clusters</source>
      <translation>វិស័យនៃចង្កោម</translation>
    </message>
    <message>
      <location filename="../../processing/algorithms/clusters.py" />
      <source>What became of the clusters</source>
      <translation>ការប្រែប្រួលនៃចង្កោម</translation>
    </message>
    <message>
      <location filename="../../processing/algorithms/clusters.py" />
      <source>Number of clusters</source>
      <translation>ចំនួនចង្កោម</translation>
    </message>
    <message>
      <location filename="../../processing/algorithms/clusters.py" />
      <source>Number of candidates for an SME cluster</source>
      <translation>ចំនួនបេក្ខភាពចង្កោម SME</translation>
    </message>
    <message>
      <location filename="../../processing/algorithms/clusters.py" />
      <source>Number of factories in no cluster</source>
      <translation>ចំនួនរោងចក្រមិនស្ថិតក្នុងចង្កោមណា</translation>
    </message>
    <message>
      <location filename="../../processing/algorithms/clusters.py" />
      <source>Distance used (metres)</source>
      <translation>ចម្ងាយដែលបានប្រើ (ម៉ែត្រ)</translation>
    </message>
    <message>
      <location filename="../../processing/algorithms/clusters.py" />
      <source>Say which field of layer “{layer}” holds the sectors (SECTOR_FIELD), or take ISIC (SECTORS). It has: {fields}.</source>
      <translation>សូមបញ្ជាក់ថា វាលណាមួយរបស់ស្រទាប់ «{layer}» មានវិស័យ (SECTOR_FIELD) ឬប្រើ ISIC (SECTORS)។ វាលដែលមាន៖ {fields}។</translation>
    </message>
    <message>
      <location filename="../../processing/algorithms/clusters.py" />
      <source>Layer “{layer}” has no field of activities (isic), so no sector can be looked at by itself. Choose it (ACTIVITY_FIELD), or a field of sectors (SECTORS, SECTOR_FIELD), or untick “Each sector by itself”. It has: {fields}.</source>
      <translation>ស្រទាប់ «{layer}» គ្មានវាលសកម្មភាព (isic) ទេ ដូច្នេះ មិនអាចពិនិត្យវិស័យដាច់ដោយឡែកបានឡើយ។ សូមជ្រើសរើសវាលនោះ (ACTIVITY_FIELD) ឬវាលវិស័យ (SECTORS, SECTOR_FIELD) ឬដោះសញ្ញាពី «វិស័យនីមួយៗដាច់ដោយឡែក»។ វាលដែលមាន៖ {fields}។</translation>
    </message>
    <message>
      <location filename="../../processing/algorithms/clusters.py" />
      <source>HDBSCAN cannot be used here: {advice}</source>
      <translation>មិនអាចប្រើ HDBSCAN នៅទីនេះបានទេ៖ {advice}</translation>
    </message>
    <message>
      <location filename="../../processing/algorithms/clusters.py" />
      <source>HDBSCAN counts factories and knows no weight field (WEIGHT_FIELD): leave it empty, or choose DBSCAN (METHOD).</source>
      <translation>HDBSCAN រាប់ចំនួនរោងចក្រ ហើយមិនស្គាល់វាលទម្ងន់ (WEIGHT_FIELD) ទេ៖ សូមទុកវាលនេះឱ្យទទេ ឬជ្រើសរើស DBSCAN (METHOD)។</translation>
    </message>
    <message>
      <location filename="../../processing/algorithms/clusters.py" />
      <source>The minimum (MINIMUM) is {value}: with a weight field give a sum above 0.</source>
      <translation>កម្រិតអប្បបរមា (MINIMUM) គឺ {value}៖ បើមានវាលទម្ងន់ សូមបញ្ចូលផលបូកធំជាង 0។</translation>
    </message>
    <message>
      <location filename="../../processing/algorithms/clusters.py" />
      <source>The minimum (MINIMUM) is {value}: give a whole number of factories, 2 or more.</source>
      <translation>កម្រិតអប្បបរមា (MINIMUM) គឺ {value}៖ សូមបញ្ចូលចំនួនរោងចក្រជាចំនួនគត់ ចាប់ពី 2 ឡើងទៅ។</translation>
    </message>
    <message>
      <location filename="../../processing/algorithms/clusters.py" />
      <source>The distance (DISTANCE) is {value} m: give more than 0, or leave it empty for the suggested one.</source>
      <translation>ចម្ងាយ (DISTANCE) គឺ {value} m៖ សូមបញ្ចូលចំនួនធំជាង 0 ឬទុកទទេ ដើម្បីប្រើចម្ងាយដែលបានស្នើ។</translation>
    </message>
    <message>
      <location filename="../../processing/algorithms/clusters.py" />
      <source>“{label}” ({name}) is {value}: give a share in per cent, up to 100.</source>
      <translation>«{label}» ({name}) គឺ {value}៖ សូមបញ្ចូលភាគគិតជាភាគរយ យ៉ាងច្រើន 100។</translation>
    </message>
    <message>
      <location filename="../../processing/algorithms/clusters.py" />
      <location filename="../../processing/clustering/report.py" />
      <source>the earlier result</source>
      <translation>លទ្ធផលមុន</translation>
    </message>
    <message>
      <location filename="../../processing/algorithms/clusters.py" />
      <source>The plot (PLOT) needs a name that ends in .html or .svg, not “{path}”.</source>
      <translation>ក្រាប (PLOT) ត្រូវមានឈ្មោះ ដែលបញ្ចប់ដោយ .html ឬ .svg មិនមែន «{path}» ទេ។</translation>
    </message>
    <message>
      <location filename="../../processing/algorithms/clusters.py" />
      <source>The plot (PLOT) is of the distance of DBSCAN: HDBSCAN has none. Leave the plot out.</source>
      <translation>ក្រាប (PLOT) បង្ហាញចម្ងាយរបស់ DBSCAN ចំណែក HDBSCAN គ្មានចម្ងាយទេ។ សូមកុំដាក់ក្រាប។</translation>
    </message>
    <message>
      <location filename="../../processing/algorithms/clusters.py" />
      <source>HDBSCAN takes no distance: the one given (DISTANCE) was not used.</source>
      <translation>HDBSCAN មិនប្រើចម្ងាយទេ៖ ចម្ងាយដែលបានផ្តល់ (DISTANCE) មិនត្រូវបានប្រើឡើយ។</translation>
    </message>
    <message>
      <location filename="../../processing/algorithms/compare_runs.py" />
      <source>Compare two checks</source>
      <translation>ប្រៀបធៀបការពិនិត្យពីរ</translation>
    </message>
    <message>
      <location filename="../../processing/algorithms/compare_runs.py" />
      <source>findings,compare,difference,change,history,monitoring,progress</source>
      <translation>findings,compare,difference,change,history,monitoring,progress,របកគំហើញ,ប្រៀបធៀប,ភាពខុសគ្នា,ការប្រែប្រួល,ប្រវត្តិ,ការតាមដាន,វឌ្ឍនភាព</translation>
    </message>
    <message>
      <location filename="../../processing/algorithms/compare_runs.py" />
      <source>Says what changed between two findings files of “Check factory locations”: findings that are new, resolved or changed, and factories that are better, worse, added or removed.

A finding that is gone is resolved only if its factory is still in the register, its rule still in the pack, and the rule was checked. Where the verdict is the same and only the measured distance, the feature or the year of the layer moved, the change says so. Inputs are never changed.</source>
      <translation>ប្រាប់ពីអ្វីដែលប្រែប្រួល រវាងឯកសាររបកគំហើញពីររបស់ «ពិនិត្យទីតាំងរោងចក្រ»៖ របកគំហើញថ្មី បានដោះស្រាយ ឬប្រែប្រួល និងរោងចក្រដែលល្អជាងមុន អន់ជាងមុន ថែម ឬដកចេញ។

របកគំហើញដែលបាត់ទៅ រាប់ថាបានដោះស្រាយ លុះត្រាតែរោងចក្រនៅក្នុងបញ្ជីរោងចក្រ វិធាននៅក្នុងកញ្ចប់ ហើយវិធាននោះត្រូវបានពិនិត្យ។ កន្លែងដែលលទ្ធផលពិនិត្យដដែល តែចម្ងាយវាស់បាន វត្ថុ ឬឆ្នាំនៃស្រទាប់ប្រែប្រួល ការប្រែប្រួលនោះត្រូវបានប្រាប់។ ទិន្នន័យបញ្ចូលមិនត្រូវបានកែប្រែឡើយ។</translation>
    </message>
    <message>
      <location filename="../../processing/algorithms/compare_runs.py" />
      <source>Findings before</source>
      <translation>របកគំហើញពីមុន</translation>
    </message>
    <message>
      <location filename="../../processing/algorithms/compare_runs.py" />
      <source>The findings GeoPackage of the earlier check, or any layer in it.</source>
      <translation>GeoPackage របកគំហើញនៃការពិនិត្យមុន ឬស្រទាប់ណាមួយក្នុងនោះ។</translation>
    </message>
    <message>
      <location filename="../../processing/algorithms/compare_runs.py" />
      <source>Findings after</source>
      <translation>របកគំហើញក្រោយ</translation>
    </message>
    <message>
      <location filename="../../processing/algorithms/compare_runs.py" />
      <source>The findings GeoPackage of the later check, or any layer in it.</source>
      <translation>GeoPackage របកគំហើញនៃការពិនិត្យក្រោយ ឬស្រទាប់ណាមួយក្នុងនោះ។</translation>
    </message>
    <message>
      <location filename="../../processing/algorithms/compare_runs.py" />
      <source>Also list findings that are unchanged</source>
      <translation>រាយរបកគំហើញដែលមិនប្រែប្រួលផងដែរ</translation>
    </message>
    <message>
      <location filename="../../processing/algorithms/compare_runs.py" />
      <source>Otherwise the table of changes holds only what is not as it was; the counts are of all.</source>
      <translation>បើមិនដូច្នេះ តារាងការប្រែប្រួលមានតែអ្វីដែលខុសពីមុន។ ចំនួនសរុបរាប់ទាំងអស់។</translation>
    </message>
    <message>
      <location filename="../../processing/algorithms/compare_runs.py" />
      <source>Changes GeoPackage</source>
      <translation>GeoPackage ការប្រែប្រួល</translation>
    </message>
    <message>
      <location filename="../../processing/algorithms/compare_runs.py" />
      <source>A .gpkg file with the tables changes, factory_changes and summary.</source>
      <translation>ឯកសារ .gpkg ដែលមានតារាង changes, factory_changes និង summary។</translation>
    </message>
    <message>
      <location filename="../../processing/algorithms/compare_runs.py" />
      <source>Counts by rule and change, and which runs were compared.</source>
      <translation>ចំនួនតាមវិធាន និងតាមការប្រែប្រួល និងការពិនិត្យណាដែលត្រូវបានប្រៀបធៀប។</translation>
    </message>
    <message>
      <location filename="../../processing/algorithms/compare_runs.py" />
      <location filename="../../qgis_plugin/panel/comparison.py" />
      <source>Changes of findings</source>
      <translation>ការប្រែប្រួលនៃរបកគំហើញ</translation>
    </message>
    <message>
      <location filename="../../processing/algorithms/compare_runs.py" />
      <source>Changes of factories</source>
      <translation>ការប្រែប្រួលនៃរោងចក្រ</translation>
    </message>
    <message>
      <location filename="../../processing/algorithms/compare_runs.py" />
      <location filename="../../processing/titles.py" />
      <source>New findings</source>
      <translation>របកគំហើញថ្មី</translation>
    </message>
    <message>
      <location filename="../../processing/algorithms/compare_runs.py" />
      <location filename="../../processing/titles.py" />
      <source>Resolved findings</source>
      <translation>របកគំហើញដែលបានដោះស្រាយ</translation>
    </message>
    <message>
      <location filename="../../processing/algorithms/compare_runs.py" />
      <location filename="../../processing/titles.py" />
      <source>Changed findings</source>
      <translation>របកគំហើញដែលប្រែប្រួល</translation>
    </message>
    <message>
      <location filename="../../processing/algorithms/compare_runs.py" />
      <source>Factories that got worse</source>
      <translation>រោងចក្រដែលអន់ជាងមុន</translation>
    </message>
    <message>
      <location filename="../../processing/algorithms/compare_runs.py" />
      <source>Factories that got better</source>
      <translation>រោងចក្រដែលល្អជាងមុន</translation>
    </message>
    <message>
      <location filename="../../processing/algorithms/compare_runs.py" />
      <source>BEFORE and AFTER are the same file, “{path}”. A new check replaces its file: keep a copy of the old one, or give each check a name of its own.</source>
      <translation>BEFORE និង AFTER ជាឯកសារតែមួយ «{path}»។ ការពិនិត្យថ្មីជំនួសឯកសាររបស់វា៖ សូមរក្សាច្បាប់ចម្លងនៃឯកសារចាស់ ឬដាក់ឈ្មោះផ្សេងគ្នាឱ្យការពិនិត្យនីមួយៗ។</translation>
    </message>
    <message>
      <location filename="../../processing/algorithms/compare_runs.py" />
      <source>Choose two findings files: BEFORE and AFTER.</source>
      <translation>សូមជ្រើសរើសឯកសាររបកគំហើញពីរ៖ BEFORE និង AFTER។</translation>
    </message>
    <message>
      <location filename="../../processing/algorithms/create_register.py" />
      <source>Create an empty register</source>
      <translation>បង្កើតបញ្ជីរោងចក្រទទេ</translation>
    </message>
    <message>
      <location filename="../../processing/algorithms/create_register.py" />
      <source>register,factory,create,new,schema,GeoPackage,fields,INSPIRE</source>
      <translation>register,factory,create,new,schema,GeoPackage,fields,INSPIRE,បញ្ជីរោងចក្រ,រោងចក្រ,បង្កើត,ថ្មី,គ្រោងទិន្នន័យ,វាល</translation>
    </message>
    <message>
      <location filename="../../processing/algorithms/create_register.py" />
      <source>Creates an empty register of factories as a GeoPackage (version 1.3).

The fields, their titles and their allowed values come from the register's schema, which docs/register.md describes. QGIS 3.26 and later offer the allowed values in the form without a project.</source>
      <translation>បង្កើតបញ្ជីរោងចក្រទទេមួយ ជា GeoPackage (កំណែ 1.3)។

វាល ចំណងជើងវាល និងតម្លៃដែលអនុញ្ញាត យកតាមគ្រោងទិន្នន័យរបស់បញ្ជី ដូចមានពន្យល់ក្នុង docs/register.md។ QGIS 3.26 និងកំណែក្រោយៗ បង្ហាញតម្លៃដែលអនុញ្ញាតក្នុងទម្រង់បែបបទ ដោយមិនចាំបាច់មានគម្រោង។</translation>
    </message>
    <message>
      <location filename="../../processing/algorithms/create_register.py" />
      <source>CRS of the register</source>
      <translation>CRS របស់បញ្ជីរោងចក្រ</translation>
    </message>
    <message>
      <location filename="../../processing/algorithms/create_register.py" />
      <source>The coordinate system the locations are kept in. Empty: EPSG:32648, all of Cambodia in metres.</source>
      <translation>ប្រព័ន្ធយោងកូអរដោនេ ដែលប្រើសម្រាប់រក្សាទុកទីតាំង។ ទុកទទេ៖ EPSG:32648 គ្របដណ្តប់ប្រទេសកម្ពុជាទាំងមូល គិតជាម៉ែត្រ។</translation>
    </message>
    <message>
      <location filename="../../processing/algorithms/create_register.py" />
      <source>Language of titles</source>
      <translation>ភាសានៃចំណងជើង</translation>
    </message>
    <message>
      <location filename="../../processing/algorithms/create_register.py" />
      <location filename="../../processing/algorithms/location_map.py" />
      <location filename="../../qgis_plugin/panel/reports/ordering.py" />
      <source>English</source>
      <translation>អង់គ្លេស</translation>
    </message>
    <message>
      <location filename="../../processing/algorithms/create_register.py" />
      <location filename="../../processing/algorithms/location_map.py" />
      <location filename="../../qgis_plugin/panel/reports/ordering.py" />
      <source>Khmer</source>
      <translation>ខ្មែរ</translation>
    </message>
    <message>
      <location filename="../../processing/algorithms/create_register.py" />
      <source>Language of the titles and labels kept in the file: 0 for English, 1 for Khmer. Codes do not change.</source>
      <translation>ភាសានៃចំណងជើង និងស្លាកដែលរក្សាទុកក្នុងឯកសារ៖ 0 សម្រាប់ភាសាអង់គ្លេស 1 សម្រាប់ភាសាខ្មែរ។ លេខកូដមិនប្រែប្រួលទេ។</translation>
    </message>
    <message>
      <location filename="../../processing/algorithms/create_register.py" />
      <source>Replace a file that is already there</source>
      <translation>ជំនួសឯកសារដែលមានស្រាប់</translation>
    </message>
    <message>
      <location filename="../../processing/algorithms/create_register.py" />
      <source>Off: a file of that name is left alone and the run ends with an error. On: it is lost.</source>
      <translation>បិទ៖ ឯកសារដែលមានឈ្មោះនោះ ត្រូវបានរក្សាទុកដដែល ហើយដំណើរការបញ្ចប់ដោយកំហុស។ បើក៖ ឯកសារនោះនឹងបាត់បង់។</translation>
    </message>
    <message>
      <location filename="../../processing/algorithms/create_register.py" />
      <location filename="../../processing/algorithms/reconcile_registration.py" />
      <location filename="../../processing/base.py" />
      <location filename="../../processing/register/algorithm.py" />
      <location filename="../../qgis_plugin/panel/corrections/told.py" />
      <location filename="../../qgis_plugin/panel/register/part.py" />
      <location filename="../../qgis_plugin/project/setup.py" />
      <location filename="../../qgis_plugin/project/wizard.py" />
      <source>Register</source>
      <translation>បញ្ជីរោងចក្រ</translation>
    </message>
    <message>
      <location filename="../../processing/algorithms/create_register.py" />
      <source>The GeoPackage to create. Its name must end in .gpkg.</source>
      <translation>GeoPackage ដែលត្រូវបង្កើត។ ឈ្មោះត្រូវបញ្ចប់ដោយ .gpkg។</translation>
    </message>
    <message>
      <location filename="../../processing/algorithms/create_register.py" />
      <source>Number of fields</source>
      <translation>ចំនួនវាល</translation>
    </message>
    <message>
      <location filename="../../processing/algorithms/create_register.py" />
      <location filename="../../processing/algorithms/import_register.py" />
      <source>A register is a GeoPackage: give the output a name that ends in .gpkg, not “{name}”.</source>
      <translation>បញ្ជីរោងចក្រត្រូវរក្សាទុកជា GeoPackage៖ សូមដាក់ឈ្មោះទិន្នផល ដែលបញ្ចប់ដោយ .gpkg មិនមែន «{name}» ទេ។</translation>
    </message>
    <message>
      <location filename="../../processing/algorithms/create_register.py" />
      <source>“{crs}” is not a coordinate reference system. Give a code such as EPSG:32648.</source>
      <translation>«{crs}» មិនមែនជាប្រព័ន្ធយោងកូអរដោនេទេ។ សូមបញ្ចូលលេខកូដ ដូចជា EPSG:32648។</translation>
    </message>
    <message>
      <location filename="../../processing/algorithms/create_register.py" />
      <source>{count} fields of the schema {id} {version}.</source>
      <translation>វាល {count} តាមគ្រោងទិន្នន័យ {id} កំណែ {version}។</translation>
    </message>
    <message>
      <location filename="../../processing/algorithms/find_duplicates.py" />
      <source>Find duplicates</source>
      <translation>ស្វែងរកកំណត់ត្រាស្ទួន</translation>
    </message>
    <message>
      <location filename="../../processing/algorithms/find_duplicates.py" />
      <source>register,duplicates,double,same,names,licence,Khmer,matching,merge</source>
      <translation>register,duplicates,double,same,names,licence,Khmer,matching,merge,បញ្ជីរោងចក្រ,កំណត់ត្រាស្ទួន,ពីរដង,ដូចគ្នា,ឈ្មោះ,លិខិតអនុញ្ញាត,ខ្មែរ,ការផ្គូផ្គង,បញ្ចូលជាតែមួយ</translation>
    </message>
    <message>
      <location filename="../../processing/algorithms/find_duplicates.py" />
      <source>Finds records of the register that look like one factory: by licence, operator, place within the accuracy of both, activity, and names in Khmer and Latin letters whatever their legal forms and spelling.

Each pair comes with its evidence, what speaks against it and a certainty: certain, likely or possible. Nothing is merged and the register is not changed: a person decides each pair in the table “pairs”. Decisions in an earlier result of the same name are kept.</source>
      <translation>ស្វែងរកកំណត់ត្រាក្នុងបញ្ជីរោងចក្រ ដែលមើលទៅជារោងចក្រតែមួយ៖ តាមលិខិតអនុញ្ញាត ប្រតិបត្តិករ ទីតាំងក្នុងរង្វង់ភាពត្រឹមត្រូវនៃកំណត់ត្រាទាំងពីរ សកម្មភាព និងឈ្មោះជាអក្សរខ្មែរ និងអក្សរឡាតាំង ទោះបីទម្រង់គតិយុត្ត និងអក្ខរាវិរុទ្ធខុសគ្នាក្តី។

គូនីមួយៗមានភស្តុតាង អ្វីដែលផ្ទុយនឹងវា និងកម្រិតប្រាកដ៖ ប្រាកដ (certain) ទំនង (likely) ឬអាចទៅរួច (possible)។ គ្មានអ្វីត្រូវបានបញ្ចូលជាតែមួយ ហើយបញ្ជីរោងចក្រមិនត្រូវបានកែប្រែឡើយ៖ មន្ត្រីជាអ្នកសម្រេចលើគូនីមួយៗ ក្នុងតារាង «pairs»។ សេចក្តីសម្រេចក្នុងលទ្ធផលមុនដែលមានឈ្មោះដដែល ត្រូវបានរក្សាទុក។</translation>
    </message>
    <message>
      <location filename="../../processing/algorithms/find_duplicates.py" />
      <source>Near is within (metres)</source>
      <translation>នៅជិតគ្នា គឺក្នុងចម្ងាយ (ម៉ែត្រ)</translation>
    </message>
    <message>
      <location filename="../../processing/algorithms/find_duplicates.py" />
      <source>Two records this far apart may be one factory; the accuracies of both are added to it.</source>
      <translation>កំណត់ត្រាពីរដែលនៅឆ្ងាយពីគ្នាប៉ុណ្ណេះ អាចជារោងចក្រតែមួយ។ ភាពត្រឹមត្រូវនៃកំណត់ត្រាទាំងពីរ ត្រូវបានបូកបន្ថែម។</translation>
    </message>
    <message>
      <location filename="../../processing/algorithms/find_duplicates.py" />
      <source>List pairs that are at least</source>
      <translation>រាយគូដែលមានកម្រិតប្រាកដយ៉ាងតិច</translation>
    </message>
    <message>
      <location filename="../../processing/algorithms/find_duplicates.py" />
      <source>Possible pairs are many, and most of them are two factories; groups are made of likely ones.</source>
      <translation>គូអាចទៅរួចមានច្រើន ហើយភាគច្រើនជារោងចក្រពីរ។ ក្រុមត្រូវបានបង្កើតពីគូទំនងឡើងទៅ។</translation>
    </message>
    <message>
      <location filename="../../processing/algorithms/find_duplicates.py" />
      <source>Duplicates GeoPackage</source>
      <translation>GeoPackage កំណត់ត្រាស្ទួន</translation>
    </message>
    <message>
      <location filename="../../processing/algorithms/find_duplicates.py" />
      <source>A .gpkg file with the tables pairs, to decide in, and groups.</source>
      <translation>ឯកសារ .gpkg ដែលមានតារាង pairs សម្រាប់កត់ត្រាសេចក្តីសម្រេច និង groups។</translation>
    </message>
    <message>
      <location filename="../../processing/algorithms/find_duplicates.py" />
      <source>How many pairs and groups there are, and the rules they were judged by, for other programs.</source>
      <translation>ចំនួនគូ និងក្រុម ព្រមទាំងវិធានដែលប្រើវិនិច្ឆ័យ សម្រាប់កម្មវិធីផ្សេង។</translation>
    </message>
    <message>
      <location filename="../../processing/algorithms/find_duplicates.py" />
      <source>Pairs that may be one factory</source>
      <translation>គូដែលអាចជារោងចក្រតែមួយ</translation>
    </message>
    <message>
      <location filename="../../processing/algorithms/find_duplicates.py" />
      <source>Groups that may be one factory</source>
      <translation>ក្រុមដែលអាចជារោងចក្រតែមួយ</translation>
    </message>
    <message>
      <location filename="../../processing/algorithms/find_duplicates.py" />
      <source>Certain pairs</source>
      <translation>គូប្រាកដ</translation>
    </message>
    <message>
      <location filename="../../processing/algorithms/find_duplicates.py" />
      <source>Likely pairs</source>
      <translation>គូទំនង</translation>
    </message>
    <message>
      <location filename="../../processing/algorithms/find_duplicates.py" />
      <source>Possible pairs</source>
      <translation>គូអាចទៅរួច</translation>
    </message>
    <message>
      <location filename="../../processing/algorithms/find_duplicates.py" />
      <source>Number of groups</source>
      <translation>ចំនួនក្រុម</translation>
    </message>
    <message>
      <location filename="../../processing/algorithms/find_duplicates.py" />
      <source>Names the records in the result.</source>
      <translation>សម្គាល់កំណត់ត្រា ក្នុងលទ្ធផល។</translation>
    </message>
    <message>
      <location filename="../../processing/algorithms/find_duplicates.py" />
      <source>The name in Latin letters, or in both scripts.</source>
      <translation>ឈ្មោះជាអក្សរឡាតាំង ឬជាអក្សរទាំងពីរប្រភេទ។</translation>
    </message>
    <message>
      <location filename="../../processing/algorithms/find_duplicates.py" />
      <source>Field of the name in Khmer</source>
      <translation>វាលឈ្មោះជាភាសាខ្មែរ</translation>
    </message>
    <message>
      <location filename="../../processing/algorithms/find_duplicates.py" />
      <source>Compared with the other names in Khmer.</source>
      <translation>ប្រៀបធៀបជាមួយឈ្មោះផ្សេងទៀតជាភាសាខ្មែរ។</translation>
    </message>
    <message>
      <location filename="../../processing/algorithms/find_duplicates.py" />
      <source>One licence for two records is strong evidence.</source>
      <translation>លិខិតអនុញ្ញាតតែមួយសម្រាប់កំណត់ត្រាពីរ ជាភស្តុតាងរឹងមាំ។</translation>
    </message>
    <message>
      <location filename="../../processing/algorithms/find_duplicates.py" />
      <source>One operator may run several factories: some evidence.</source>
      <translation>ប្រតិបត្តិករតែមួយអាចដំណើរការរោងចក្រច្រើន៖ ភស្តុតាងខ្លះ។</translation>
    </message>
    <message>
      <location filename="../../processing/algorithms/find_duplicates.py" />
      <source>Different activities speak against a pair.</source>
      <translation>សកម្មភាពខុសគ្នា ផ្ទុយនឹងគូនោះ។</translation>
    </message>
    <message>
      <location filename="../../processing/algorithms/find_duplicates.py" />
      <source>One commune is some evidence.</source>
      <translation>ឃុំ-សង្កាត់តែមួយ ជាភស្តុតាងខ្លះ។</translation>
    </message>
    <message>
      <location filename="../../processing/algorithms/find_duplicates.py" />
      <source>Different provinces speak against a pair.</source>
      <translation>រាជធានី-ខេត្តខុសគ្នា ផ្ទុយនឹងគូនោះ។</translation>
    </message>
    <message>
      <location filename="../../processing/algorithms/find_duplicates.py" />
      <source>About as many employees is some evidence.</source>
      <translation>ចំនួនកម្មករនិយោជិតប្រហាក់ប្រហែលគ្នា ជាភស្តុតាងខ្លះ។</translation>
    </message>
    <message>
      <location filename="../../processing/algorithms/find_duplicates.py" />
      <location filename="../../processing/algorithms/hot_spots.py" />
      <location filename="../../processing/algorithms/proximity.py" />
      <location filename="../../processing/algorithms/register_quality.py" />
      <location filename="../../processing/algorithms/safety_buffers.py" />
      <source>Radius within which the true place lies.</source>
      <translation>កាំនៃរង្វង់ ដែលទីតាំងពិតស្ថិតនៅខាងក្នុង។</translation>
    </message>
    <message>
      <location filename="../../processing/algorithms/find_duplicates.py" />
      <source>Gives the accuracy where none is stated.</source>
      <translation>ផ្តល់ភាពត្រឹមត្រូវ ពេលមិនបានបញ្ជាក់។</translation>
    </message>
    <message>
      <location filename="../../processing/algorithms/find_duplicates.py" />
      <source>The duplicates are a GeoPackage: give the output a name that ends in .gpkg, not “{name}”.</source>
      <translation>កំណត់ត្រាស្ទួនត្រូវរក្សាទុកជា GeoPackage៖ សូមដាក់ឈ្មោះទិន្នផល ដែលបញ្ចប់ដោយ .gpkg មិនមែន «{name}» ទេ។</translation>
    </message>
    <message>
      <location filename="../../processing/algorithms/find_duplicates.py" />
      <source>Say which field of the factories holds the name or the licence number ({parameters}): without them only the place could tell two factories from one. The layer has: {fields}.</source>
      <translation>សូមបញ្ជាក់ថាវាលណាមួយនៃរោងចក្រ មានឈ្មោះ ឬលេខលិខិតអនុញ្ញាត ({parameters})៖ បើគ្មានវាលទាំងនោះ មានតែទីតាំងប៉ុណ្ណោះ ដែលអាចញែករោងចក្រពីរពីរោងចក្រមួយ។ ស្រទាប់នេះមាន៖ {fields}។</translation>
    </message>
    <message>
      <location filename="../../processing/algorithms/find_duplicates.py" />
      <source>Records without a usable location: {count}. They are compared by ids and names alone.</source>
      <translation>កំណត់ត្រាដែលគ្មានទីតាំងអាចប្រើបាន៖ {count}។ កំណត់ត្រាទាំងនោះ ត្រូវបានប្រៀបធៀបតែតាមលេខសម្គាល់ និងឈ្មោះ។</translation>
    </message>
    <message>
      <location filename="../../processing/algorithms/find_duplicates.py" />
      <source>Compared: {layers}.</source>
      <translation>បានប្រៀបធៀប៖ {layers}។</translation>
    </message>
    <message>
      <location filename="../../processing/algorithms/find_duplicates.py" />
      <source>Licence number “{text}” is on {count} records, and is taken for none.</source>
      <translation>លេខលិខិតអនុញ្ញាត «{text}» មានលើកំណត់ត្រា {count} ហើយត្រូវបានចាត់ទុកថាគ្មានលេខ។</translation>
    </message>
    <message>
      <location filename="../../processing/algorithms/find_duplicates.py" />
      <source>Factory id “{text}” is on {count} records, and is taken for none.</source>
      <translation>លេខសម្គាល់រោងចក្រ «{text}» មានលើកំណត់ត្រា {count} ហើយត្រូវបានចាត់ទុកថាគ្មានលេខ។</translation>
    </message>
    <message>
      <location filename="../../processing/algorithms/find_duplicates.py" />
      <source>Pairs: certain {certain}, likely {likely}, possible {possible}; groups: {groups}.</source>
      <translation>គូ៖ ប្រាកដ {certain} ទំនង {likely} អាចទៅរួច {possible}។ ក្រុម៖ {groups}។</translation>
    </message>
    <message>
      <location filename="../../processing/algorithms/find_duplicates.py" />
      <source>Decided pairs that are not found any more: {count}. They stay in the table, and say so in the column “against”.</source>
      <translation>គូដែលបានសម្រេច ហើយលែងរកឃើញ៖ {count}។ គូទាំងនេះនៅក្នុងតារាងដដែល ហើយជួរឈរ «against» បញ្ជាក់អំពីរឿងនេះ។</translation>
    </message>
    <message>
      <location filename="../../processing/algorithms/hot_spots.py" />
      <source>Hot spots of factories</source>
      <translation>ចំណុចក្តៅនៃរោងចក្រ</translation>
    </message>
    <message>
      <location filename="../../processing/algorithms/hot_spots.py" />
      <source>hot spot,cold spot,cluster,hexagon,grid,density,getis-ord,gi*,moran,lisa,autocorrelation</source>
      <translation>hot spot,cold spot,cluster,hexagon,grid,density,getis-ord,gi*,moran,lisa,autocorrelation,ចំណុចក្តៅ,ចំណុចត្រជាក់,ចង្កោម,ឆកោណ,ក្រឡាចត្រង្គ,ដង់ស៊ីតេ,ស្វ័យសហសម្ព័ន្ធ</translation>
    </message>
    <message>
      <location filename="../../processing/algorithms/hot_spots.py" />
      <source>Where there are significantly more factories, or employees, than elsewhere, and whether that is more than chance: the ground is divided into hexagons, and each with its neighbours is compared with all of them (Getis-Ord Gi*). Moran's I says whether high and low values lie together at all.

It compares with other places of the area, not with how many people or how much industrial land there are. Inputs are never changed.</source>
      <translation>កន្លែងដែលមានរោងចក្រ ឬកម្មករនិយោជិត ច្រើនជាងកន្លែងផ្សេងគួរឱ្យកត់សម្គាល់តាមស្ថិតិ និងថាតើការនោះលើសពីភាពចៃដន្យឬទេ៖ ផ្ទៃដីត្រូវបានបែងចែកជាឆកោណ ហើយឆកោណនីមួយៗ រួមជាមួយឆកោណជិតខាង ត្រូវបានប្រៀបធៀបជាមួយឆកោណទាំងអស់ (Getis-Ord Gi*)។ Moran's I ប្រាប់ថា តម្លៃខ្ពស់ និងតម្លៃទាប ស្ថិតនៅជាក្រុមៗដែរឬទេ។

ការប្រៀបធៀបធ្វើជាមួយកន្លែងផ្សេងនៃផ្ទៃដដែល មិនមែនជាមួយចំនួនប្រជាជន ឬទំហំដីឧស្សាហកម្មទេ។ ទិន្នន័យបញ្ចូលមិនត្រូវបានកែប្រែឡើយ។</translation>
    </message>
    <message>
      <location filename="../../processing/algorithms/hot_spots.py" />
      <source>Field to add up</source>
      <translation>វាលដែលត្រូវបូក</translation>
    </message>
    <message>
      <location filename="../../processing/algorithms/hot_spots.py" />
      <source>Such as employees. Empty: factories are counted. A missing number adds 0 and is reported.</source>
      <translation>ដូចជា employees (ចំនួនកម្មករនិយោជិត)។ ទុកទទេ៖ រាប់ចំនួនរោងចក្រ។ ចំនួនដែលខ្វះ បូកជា 0 ហើយត្រូវបានរាយការណ៍។</translation>
    </message>
    <message>
      <location filename="../../processing/algorithms/hot_spots.py" />
      <location filename="../../processing/reports/rule_catalogue.py" />
      <source>Area</source>
      <translation>ផ្ទៃ</translation>
    </message>
    <message>
      <location filename="../../processing/algorithms/hot_spots.py" />
      <source>The country or a province: all its cells take part, also the empty ones, and only factories in it count. Recommended. Empty: the ground between the outermost factories.</source>
      <translation>ប្រទេស ឬរាជធានី-ខេត្តមួយ៖ ក្រឡាទាំងអស់ក្នុងនោះត្រូវបានគិត រួមទាំងក្រឡាទទេ ហើយមានតែរោងចក្រក្នុងនោះប៉ុណ្ណោះ ដែលត្រូវបានរាប់។ គួរផ្តល់។ ទុកទទេ៖ ផ្ទៃដីរវាងរោងចក្រដែលនៅជាយក្រៅបំផុត។</translation>
    </message>
    <message>
      <location filename="../../processing/algorithms/hot_spots.py" />
      <source>Names the factory.</source>
      <translation>សម្គាល់រោងចក្រ។</translation>
    </message>
    <message>
      <location filename="../../processing/algorithms/hot_spots.py" />
      <source>Tells the accuracy where none is stated.</source>
      <translation>ប្រាប់ភាពត្រឹមត្រូវ ពេលមិនបានបញ្ជាក់។</translation>
    </message>
    <message>
      <location filename="../../processing/algorithms/hot_spots.py" />
      <source>The grid is laid out in this CRS, from its origin. It must be projected, in metres.</source>
      <translation>ក្រឡាចត្រង្គត្រូវបានរៀបក្នុង CRS នេះ ចាប់ពីចំណុចដើមរបស់វា។ វាត្រូវតែជា CRS ចំណោល គិតជាម៉ែត្រ។</translation>
    </message>
    <message>
      <location filename="../../processing/algorithms/hot_spots.py" />
      <source>Hot spots GeoPackage</source>
      <translation>GeoPackage ចំណុចក្តៅ</translation>
    </message>
    <message>
      <location filename="../../processing/algorithms/hot_spots.py" />
      <source>A .gpkg file with the tables cells, factories and summary.</source>
      <translation>ឯកសារ .gpkg ដែលមានតារាង cells, factories និង summary។</translation>
    </message>
    <message>
      <location filename="../../processing/algorithms/hot_spots.py" />
      <source>What was found of all cells together, and where it comes from.</source>
      <translation>អ្វីដែលរកឃើញសម្រាប់ក្រឡាទាំងអស់រួមគ្នា និងប្រភពរបស់វា។</translation>
    </message>
    <message>
      <location filename="../../processing/algorithms/hot_spots.py" />
      <source>Hot spots and cold spots</source>
      <translation>ចំណុចក្តៅ និងចំណុចត្រជាក់</translation>
    </message>
    <message>
      <location filename="../../processing/algorithms/hot_spots.py" />
      <source>Factories by class of their cell</source>
      <translation>រោងចក្រតាមថ្នាក់នៃក្រឡារបស់វា</translation>
    </message>
    <message>
      <location filename="../../processing/algorithms/hot_spots.py" />
      <source>Number of cells</source>
      <translation>ចំនួនក្រឡា</translation>
    </message>
    <message>
      <location filename="../../processing/algorithms/hot_spots.py" />
      <source>Number of hot cells</source>
      <translation>ចំនួនក្រឡាក្តៅ</translation>
    </message>
    <message>
      <location filename="../../processing/algorithms/hot_spots.py" />
      <source>Number of cold cells</source>
      <translation>ចំនួនក្រឡាត្រជាក់</translation>
    </message>
    <message>
      <location filename="../../processing/algorithms/hot_spots.py" />
      <source>Cell size used (metres)</source>
      <translation>ទំហំក្រឡាដែលបានប្រើ (ម៉ែត្រ)</translation>
    </message>
    <message>
      <location filename="../../processing/algorithms/hot_spots.py" />
      <source>Moran's I</source>
      <translation>សន្ទស្សន៍ Moran's I</translation>
    </message>
    <message>
      <location filename="../../processing/algorithms/hot_spots.py" />
      <source>Cell size (metres)</source>
      <translation>ទំហំក្រឡា (ម៉ែត្រ)</translation>
    </message>
    <message>
      <location filename="../../processing/algorithms/hot_spots.py" />
      <source>Width of a hexagon across flats, which is also how far the centres of neighbours are apart. Empty: suggested from the number of factories and the area.</source>
      <translation>ទទឹងឆកោណវាស់រវាងជ្រុងទល់មុខ ដែលស្មើនឹងចម្ងាយ រវាងចំណុចកណ្តាលនៃក្រឡាជាប់គ្នាដែរ។ ទុកទទេ៖ ស្នើតាមចំនួនរោងចក្រ និងផ្ទៃក្រឡា។</translation>
    </message>
    <message>
      <location filename="../../processing/algorithms/hot_spots.py" />
      <source>Rings of neighbours</source>
      <translation>រង្វង់ក្រឡាជិតខាង</translation>
    </message>
    <message>
      <location filename="../../processing/algorithms/hot_spots.py" />
      <source>1: a cell and the six around it are looked at together; 2: eighteen; 3: thirty-six.</source>
      <translation>1៖ ក្រឡាមួយ និងក្រឡាប្រាំមួយជុំវិញវា ត្រូវបានពិនិត្យរួមគ្នា។ 2៖ ជុំវិញដប់ប្រាំបី។ 3៖ ជុំវិញសាមសិបប្រាំមួយ។</translation>
    </message>
    <message>
      <location filename="../../processing/algorithms/hot_spots.py" />
      <source>Number of random draws</source>
      <translation>ចំនួនការចាប់យកដោយចៃដន្យ</translation>
    </message>
    <message>
      <location filename="../../processing/algorithms/hot_spots.py" />
      <source>The more, the smaller the chances that can be told apart.</source>
      <translation>កាន់តែច្រើន កាន់តែអាចបែងចែកប្រូបាបតូចៗបាន។</translation>
    </message>
    <message>
      <location filename="../../processing/algorithms/hot_spots.py" />
      <source>Seed of the random draws</source>
      <translation>លេខចាប់ផ្តើម (seed) នៃការចាប់យកដោយចៃដន្យ</translation>
    </message>
    <message>
      <location filename="../../processing/algorithms/hot_spots.py" />
      <source>The same seed gives the same result.</source>
      <translation>លេខចាប់ផ្តើមដដែល ផ្តល់លទ្ធផលដដែល។</translation>
    </message>
    <message>
      <location filename="../../processing/algorithms/hot_spots.py" />
      <source>The cell size (CELL_SIZE) is {size} m: give {least} to {most}, or nothing for a suggestion.</source>
      <translation>ទំហំក្រឡា (CELL_SIZE) គឺ {size} m៖ សូមបញ្ចូលពី {least} ដល់ {most} ឬទុកទទេ ដើម្បីឱ្យកម្មវិធីស្នើ។</translation>
    </message>
    <message>
      <location filename="../../processing/algorithms/hot_spots.py" />
      <source>{label} ({name}) is {value}: give a whole number from {least} to {most}.</source>
      <translation>{label} ({name}) គឺ {value}៖ សូមបញ្ចូលចំនួនគត់ ពី {least} ដល់ {most}។</translation>
    </message>
    <message>
      <location filename="../../processing/algorithms/hot_spots.py" />
      <source>Layer “{layer}” has no field “{field}” (VALUE_FIELD). It has: {fields}.</source>
      <translation>ស្រទាប់ «{layer}» គ្មានវាល «{field}» (VALUE_FIELD) ទេ។ វាលដែលមាន៖ {fields}។</translation>
    </message>
    <message>
      <location filename="../../processing/algorithms/hot_spots.py" />
      <source>Field “{field}” (VALUE_FIELD) of layer “{layer}” holds no numbers that could be added up: its type is {type}.</source>
      <translation>វាល «{field}» (VALUE_FIELD) របស់ស្រទាប់ «{layer}» គ្មានចំនួនដែលអាចបូកបានទេ៖ ប្រភេទរបស់វាគឺ {type}។</translation>
    </message>
    <message>
      <location filename="../../processing/algorithms/hot_spots.py" />
      <source>Hot spots: summary</source>
      <translation>ចំណុចក្តៅ៖ សេចក្តីសង្ខេប</translation>
    </message>
    <message>
      <location filename="../../processing/algorithms/import_register.py" />
      <source>Import into the register</source>
      <translation>នាំចូលទៅក្នុងបញ្ជីរោងចក្រ</translation>
    </message>
    <message>
      <location filename="../../processing/algorithms/import_register.py" />
      <source>register,import,CSV,Excel,spreadsheet,mapping,profile,update,registration</source>
      <translation>register,import,CSV,Excel,spreadsheet,mapping,profile,update,registration,បញ្ជីរោងចក្រ,នាំចូល,តារាងសន្លឹកកិច្ចការ,ការផ្គូផ្គង,ទម្រង់ផ្គូផ្គង,ធ្វើបច្ចុប្បន្នភាព,ការចុះបញ្ជី</translation>
    </message>
    <message>
      <location filename="../../processing/algorithms/import_register.py" />
      <source>Reads a table or layer as a mapping profile says, and makes a register of it or updates one: new factories are added, known ones are found by their key and changed where the source says otherwise.

No row is lost: those that cannot be taken are in the report with every value and the reasons. Coordinates are read in any usual spelling; the text is kept. What was not taken as it stood is a notice. Without a profile one is suggested from names and values of the columns.</source>
      <translation>អានតារាង ឬស្រទាប់ តាមទម្រង់ផ្គូផ្គង រួចបង្កើតបញ្ជីរោងចក្រពីវា ឬធ្វើបច្ចុប្បន្នភាពបញ្ជីដែលមានស្រាប់៖ រោងចក្រថ្មីត្រូវបានបន្ថែម រោងចក្រដែលស្គាល់រួចហើយត្រូវបានរកឃើញតាមវាលសម្គាល់ និងត្រូវបានកែប្រែ កន្លែងដែលប្រភពបញ្ជាក់ខុសពីបញ្ជី។

គ្មានជួរណាមួយបាត់បង់ទេ៖ ជួរដែលមិនអាចទទួលបាន ស្ថិតក្នុងរបាយការណ៍ ព្រមទាំងតម្លៃទាំងអស់ និងមូលហេតុ។ កូអរដោនេត្រូវបានអានតាមរបៀបសរសេរធម្មតាទាំងអស់ ហើយអត្ថបទដើមត្រូវបានរក្សាទុក។ អ្វីដែលមិនត្រូវបានទទួលដូចដើម មានសេចក្តីជូនដំណឹង។ បើគ្មានទម្រង់ផ្គូផ្គង ទម្រង់មួយត្រូវបានស្នើ តាមឈ្មោះ និងតម្លៃនៃជួរឈរ។</translation>
    </message>
    <message>
      <location filename="../../processing/algorithms/import_register.py" />
      <location filename="../../processing/algorithms/reconcile_registration.py" />
      <location filename="../../processing/algorithms/suggest_mapping.py" />
      <location filename="../../processing/mapping/profile.py" />
      <source>Mapping profile</source>
      <translation>ទម្រង់ផ្គូផ្គង</translation>
    </message>
    <message>
      <location filename="../../processing/algorithms/import_register.py" />
      <location filename="../../processing/algorithms/reconcile_registration.py" />
      <location filename="../../processing/algorithms/suggest_mapping.py" />
      <source>Mapping profiles (*.yaml *.yml)</source>
      <translation>ទម្រង់ផ្គូផ្គង (*.yaml *.yml)</translation>
    </message>
    <message>
      <location filename="../../processing/algorithms/import_register.py" />
      <source>Which column holds what. Empty: suggested from the table, as “Suggest a mapping” does; see the log.</source>
      <translation>ជួរឈរណាមានអ្វី។ ទុកទទេ៖ ស្នើពីតារាង ដូច «ស្នើទម្រង់ផ្គូផ្គង» ដែរ។ សូមមើលកំណត់ហេតុ។</translation>
    </message>
    <message>
      <location filename="../../processing/algorithms/import_register.py" />
      <source>Register to update</source>
      <translation>បញ្ជីរោងចក្រដែលត្រូវធ្វើបច្ចុប្បន្នភាព</translation>
    </message>
    <message>
      <location filename="../../processing/algorithms/import_register.py" />
      <source>Changed in one step, with a line in its table “audit” for every change. Empty: a new register is made.</source>
      <translation>ត្រូវបានកែប្រែក្នុងជំហានតែមួយ ដោយមានបន្ទាត់មួយក្នុងតារាង «audit» របស់វា សម្រាប់ការកែប្រែនីមួយៗ។ ទុកទទេ៖ បង្កើតបញ្ជីរោងចក្រថ្មី។</translation>
    </message>
    <message>
      <location filename="../../processing/algorithms/import_register.py" />
      <source>New register</source>
      <translation>បញ្ជីរោងចក្រថ្មី</translation>
    </message>
    <message>
      <location filename="../../processing/algorithms/import_register.py" />
      <source>A .gpkg file that is not there yet. Needed where no register is updated.</source>
      <translation>ឯកសារ .gpkg ដែលមិនទាន់មាន។ ត្រូវការ ពេលមិនធ្វើបច្ចុប្បន្នភាពបញ្ជីរោងចក្រណាមួយ។</translation>
    </message>
    <message>
      <location filename="../../processing/algorithms/import_register.py" />
      <source>A .gpkg file with the tables rejects, changes and notices.</source>
      <translation>ឯកសារ .gpkg ដែលមានតារាង rejects, changes និង notices (ជួរដែលមិនទទួល ការកែប្រែ និងសេចក្តីជូនដំណឹង)។</translation>
    </message>
    <message>
      <location filename="../../processing/algorithms/import_register.py" />
      <source>The counts for other programs, with the source and the profile.</source>
      <translation>ចំនួនសរុប សម្រាប់កម្មវិធីផ្សេង ព្រមទាំងប្រភព និងទម្រង់ផ្គូផ្គង។</translation>
    </message>
    <message>
      <location filename="../../processing/algorithms/import_register.py" />
      <location filename="../../processing/reports/site_certificate.py" />
      <location filename="../../processing/reports/site_page.py" />
      <location filename="../../processing/titles.py" />
      <location filename="../../qgis_plugin/options/page.py" />
      <source>Officer</source>
      <translation>មន្ត្រី</translation>
    </message>
    <message>
      <location filename="../../processing/algorithms/import_register.py" />
      <source>For the table “audit”. Empty: the name of the account.</source>
      <translation>សម្រាប់តារាង «audit»។ ទុកទទេ៖ ឈ្មោះគណនី។</translation>
    </message>
    <message>
      <location filename="../../processing/algorithms/import_register.py" />
      <source>Only try it</source>
      <translation>សាកល្បងប៉ុណ្ណោះ</translation>
    </message>
    <message>
      <location filename="../../processing/algorithms/import_register.py" />
      <source>The report is written, the register to update is left as it is.</source>
      <translation>របាយការណ៍ត្រូវបានសរសេរ តែបញ្ជីរោងចក្រដែលត្រូវធ្វើបច្ចុប្បន្នភាព ត្រូវបានទុកដដែល។</translation>
    </message>
    <message>
      <location filename="../../processing/algorithms/import_register.py" />
      <source>Rejects</source>
      <translation>ជួរដែលមិនទទួល</translation>
    </message>
    <message>
      <location filename="../../processing/algorithms/import_register.py" />
      <source>Changes</source>
      <translation>ការកែប្រែ</translation>
    </message>
    <message>
      <location filename="../../processing/algorithms/import_register.py" />
      <source>Notices</source>
      <translation>សេចក្តីជូនដំណឹង</translation>
    </message>
    <message>
      <location filename="../../processing/algorithms/import_register.py" />
      <source>Rows read</source>
      <translation>ជួរដែលបានអាន</translation>
    </message>
    <message>
      <location filename="../../processing/algorithms/import_register.py" />
      <source>New factories</source>
      <translation>រោងចក្រថ្មី</translation>
    </message>
    <message>
      <location filename="../../processing/algorithms/import_register.py" />
      <source>Updated factories</source>
      <translation>រោងចក្រដែលបានធ្វើបច្ចុប្បន្នភាព</translation>
    </message>
    <message>
      <location filename="../../processing/algorithms/import_register.py" />
      <source>Unchanged factories</source>
      <translation>រោងចក្រដែលមិនប្រែប្រួល</translation>
    </message>
    <message>
      <location filename="../../processing/algorithms/import_register.py" />
      <source>Rejected rows</source>
      <translation>ចំនួនជួរដែលមិនទទួល</translation>
    </message>
    <message>
      <location filename="../../processing/algorithms/import_register.py" />
      <source>Batch of changes</source>
      <translation>បណ្តុំការកែប្រែ</translation>
    </message>
    <message>
      <location filename="../../processing/algorithms/import_register.py" />
      <source>A register to update and a new register were both named. Leave one of them empty.</source>
      <translation>បានកំណត់ទាំងបញ្ជីរោងចក្រដែលត្រូវធ្វើបច្ចុប្បន្នភាព និងបញ្ជីរោងចក្រថ្មី។ សូមទុកមួយក្នុងចំណោមនោះឱ្យទទេ។</translation>
    </message>
    <message>
      <location filename="../../processing/algorithms/import_register.py" />
      <source>Name the new register (OUTPUT), or the register to update (REGISTER).</source>
      <translation>សូមកំណត់បញ្ជីរោងចក្រថ្មី (OUTPUT) ឬបញ្ជីរោងចក្រដែលត្រូវធ្វើបច្ចុប្បន្នភាព (REGISTER)។</translation>
    </message>
    <message>
      <location filename="../../processing/algorithms/import_register.py" />
      <source>“{path}” is there already. To update it name it as the register to update (REGISTER); a new register needs another name.</source>
      <translation>«{path}» មានរួចហើយ។ ដើម្បីធ្វើបច្ចុប្បន្នភាព សូមកំណត់វាជាបញ្ជីរោងចក្រដែលត្រូវធ្វើបច្ចុប្បន្នភាព (REGISTER)។ បញ្ជីរោងចក្រថ្មីត្រូវមានឈ្មោះផ្សេង។</translation>
    </message>
    <message>
      <location filename="../../processing/algorithms/import_register.py" />
      <source>Import of {source}.</source>
      <translation>ការនាំចូល {source}។</translation>
    </message>
    <message>
      <location filename="../../processing/algorithms/import_register.py" />
      <source>The report of an earlier run was replaced: {path}.</source>
      <translation>របាយការណ៍នៃដំណើរការមុន ត្រូវបានជំនួស៖ {path}។</translation>
    </message>
    <message>
      <location filename="../../processing/algorithms/import_register.py" />
      <source>Only tried: the register was left as it is.</source>
      <translation>គ្រាន់តែសាកល្បង៖ បញ្ជីរោងចក្រត្រូវបានទុកដដែល។</translation>
    </message>
    <message>
      <location filename="../../processing/algorithms/import_register.py" />
      <source>Import of {source} with profile {profile} {version}</source>
      <translation>ការនាំចូល {source} ដោយប្រើទម្រង់ផ្គូផ្គង {profile} {version}</translation>
    </message>
    <message>
      <location filename="../../processing/algorithms/import_register.py" />
      <source>Columns that are not used: {names}.</source>
      <translation>ជួរឈរដែលមិនត្រូវបានប្រើ៖ {names}។</translation>
    </message>
    <message>
      <location filename="../../processing/algorithms/import_register.py" />
      <source>New factories get {field} “{value}”, the profile's default, though column “{column}” seems to say it. Map it under “fields” if it does.</source>
      <translation>រោងចក្រថ្មីទទួលបាន {field} «{value}» ដែលជាតម្លៃលំនាំដើមនៃទម្រង់ផ្គូផ្គង ទោះបីជួរឈរ «{column}» ហាក់ដូចជាមានតម្លៃនេះក៏ដោយ។ បើមានមែន សូមផ្គូផ្គងជួរឈរនោះក្រោម «fields»។</translation>
    </message>
    <message>
      <location filename="../../processing/algorithms/import_register.py" />
      <source>Too late to cancel: the new register “{path}” is already written.</source>
      <translation>ហួសពេលបោះបង់ហើយ៖ បញ្ជីរោងចក្រថ្មី «{path}» ត្រូវបានសរសេររួចហើយ។</translation>
    </message>
    <message>
      <location filename="../../processing/algorithms/import_register.py" />
      <source>Too late to cancel: the report is already written. The register was left as it is.</source>
      <translation>ហួសពេលបោះបង់ហើយ៖ របាយការណ៍ត្រូវបានសរសេររួចហើយ។ បញ្ជីរោងចក្រត្រូវបានទុកដដែល។</translation>
    </message>
    <message>
      <location filename="../../processing/algorithms/import_register.py" />
      <source>Too late to cancel: already written; batch {batch}. “Undo changes” takes it back.</source>
      <translation>ហួសពេលបោះបង់ហើយ៖ បានសរសេររួចហើយ ក្នុងបណ្តុំ {batch}។ «ត្រឡប់ការកែប្រែវិញ» អាចដកវាវិញបាន។</translation>
    </message>
    <message>
      <location filename="../../processing/algorithms/local_sourcing.py" />
      <source>Who could supply whom</source>
      <translation>អ្នកណាអាចផ្គត់ផ្គង់អ្នកណា</translation>
    </message>
    <message>
      <location filename="../../processing/algorithms/local_sourcing.py" />
      <source>sourcing,supply,supplier,buyer,demand,import substitution,raw material,input-output,transport,allocation</source>
      <translation>sourcing,supply,supplier,buyer,demand,import substitution,raw material,input-output,transport,allocation,ប្រភពផ្គត់ផ្គង់,ការផ្គត់ផ្គង់,អ្នកផ្គត់ផ្គង់,អ្នកទិញ,តម្រូវការ,ការជំនួសការនាំចូល,វត្ថុធាតុដើម,ធាតុចូល និងធាតុចេញ,ការដឹកជញ្ជូន,ការបែងចែក</translation>
    </message>
    <message>
      <location filename="../../processing/algorithms/local_sourcing.py" />
      <source>Which factories or raw-material areas could supply which factories within a distance; what is demanded here that nobody here makes (candidates for import substitution); and what is made here that nobody here demands. With capacities and amounts demanded, capacity is shared out: as little unmet as possible, then as little transport as possible.

Products are ISIC codes or names. What a factory demands stands in a field, or follows from a table of links between activities that can be edited. A match says “could supply”, never “does supply”. Inputs are never changed.</source>
      <translation>រោងចក្រ ឬកន្លែងវត្ថុធាតុដើមណា អាចផ្គត់ផ្គង់រោងចក្រណា ក្នុងចម្ងាយកំណត់ អ្វីដែលមានតម្រូវការនៅទីនេះ តែគ្មានអ្នកផលិត (បេក្ខភាពសម្រាប់ជំនួសការនាំចូល) និងអ្វីដែលផលិតនៅទីនេះ តែគ្មានអ្នកត្រូវការ។ បើមានសមត្ថភាព និងបរិមាណតម្រូវការ សមត្ថភាពត្រូវបានបែងចែក ដើម្បីឱ្យតម្រូវការមិនបានបំពេញនៅតិចបំផុត បន្ទាប់មក ឱ្យការដឹកជញ្ជូនតិចបំផុត។

ផលិតផលបញ្ជាក់ជាលេខកូដ ISIC ឬឈ្មោះ។ អ្វីដែលរោងចក្រត្រូវការ ស្ថិតក្នុងវាលមួយ ឬគិតតាមតារាងទំនាក់ទំនងរវាងសកម្មភាព ដែលអាចកែបាន។ ការផ្គូផ្គងមានន័យថា «អាចផ្គត់ផ្គង់» មិនមែន «កំពុងផ្គត់ផ្គង់» ឡើយ។ ទិន្នន័យបញ្ចូលមិនត្រូវបានកែប្រែឡើយ។</translation>
    </message>
    <message>
      <location filename="../../processing/algorithms/local_sourcing.py" />
      <source>Sourcing GeoPackage</source>
      <translation>GeoPackage ប្រភពផ្គត់ផ្គង់</translation>
    </message>
    <message>
      <location filename="../../processing/algorithms/local_sourcing.py" />
      <source>A .gpkg file with the tables matches, unmet, unused, factories, by_province, by_product and links.</source>
      <translation>ឯកសារ .gpkg ដែលមានតារាង matches, unmet, unused, factories, by_province, by_product និង links។</translation>
    </message>
    <message>
      <location filename="../../processing/algorithms/local_sourcing.py" />
      <location filename="../../processing/algorithms/proximity.py" />
      <location filename="../../processing/algorithms/safety_buffers.py" />
      <source>What was found of all factories together, and where it comes from.</source>
      <translation>អ្វីដែលរកឃើញសម្រាប់រោងចក្រទាំងអស់រួមគ្នា និងប្រភពរបស់វា។</translation>
    </message>
    <message>
      <location filename="../../processing/algorithms/local_sourcing.py" />
      <source>Unmet demand</source>
      <translation>តម្រូវការមិនបានបំពេញ</translation>
    </message>
    <message>
      <location filename="../../processing/algorithms/local_sourcing.py" />
      <source>Products without a buyer</source>
      <translation>ផលិតផលគ្មានអ្នកទិញ</translation>
    </message>
    <message>
      <location filename="../../processing/algorithms/local_sourcing.py" />
      <source>Factories by demand that could be met</source>
      <translation>រោងចក្រតាមតម្រូវការដែលអាចបំពេញបាន</translation>
    </message>
    <message>
      <location filename="../../processing/algorithms/local_sourcing.py" />
      <location filename="../../processing/algorithms/proximity.py" />
      <source>Number of pairs</source>
      <translation>ចំនួនគូ</translation>
    </message>
    <message>
      <location filename="../../processing/algorithms/local_sourcing.py" />
      <source>Number of unmet demands</source>
      <translation>ចំនួនតម្រូវការមិនបានបំពេញ</translation>
    </message>
    <message>
      <location filename="../../processing/algorithms/local_sourcing.py" />
      <source>Number of products without a buyer</source>
      <translation>ចំនួនផលិតផលគ្មានអ្នកទិញ</translation>
    </message>
    <message>
      <location filename="../../processing/algorithms/local_sourcing.py" />
      <source>Empty: {fields}, as far as the layer has them.</source>
      <translation>ទុកទទេ៖ {fields} បើស្រទាប់មានវាលទាំងនេះ។</translation>
    </message>
    <message>
      <location filename="../../processing/algorithms/local_sourcing.py" />
      <location filename="../../processing/titles.py" />
      <source>Suppliers</source>
      <translation>អ្នកផ្គត់ផ្គង់</translation>
    </message>
    <message>
      <location filename="../../processing/algorithms/local_sourcing.py" />
      <source>The register, or any layer of those who make something: points, or polygons of their premises.</source>
      <translation>បញ្ជីរោងចក្រ ឬស្រទាប់ណាមួយនៃអ្នកផលិត៖ ជាចំណុច ឬពហុកោណនៃបរិវេណរបស់អ្នកផលិត។</translation>
    </message>
    <message>
      <location filename="../../processing/algorithms/local_sourcing.py" />
      <source>Fields of what they make</source>
      <translation>វាលនៃអ្វីដែលផលិត</translation>
    </message>
    <message>
      <location filename="../../processing/algorithms/local_sourcing.py" />
      <source>ISIC codes or names of products; several in one field with semicolons between.</source>
      <translation>លេខកូដ ISIC ឬឈ្មោះផលិតផល។ បើមានច្រើនក្នុងវាលតែមួយ បំបែកដោយសញ្ញាចុចក្បៀស។</translation>
    </message>
    <message>
      <location filename="../../processing/algorithms/local_sourcing.py" />
      <location filename="../../processing/titles.py" />
      <source>Buyers</source>
      <translation>អ្នកទិញ</translation>
    </message>
    <message>
      <location filename="../../processing/algorithms/local_sourcing.py" />
      <source>Those who demand something. Empty: the suppliers themselves; a factory is not its own supplier.</source>
      <translation>អ្នកដែលត្រូវការអ្វីមួយ។ ទុកទទេ៖ អ្នកផ្គត់ផ្គង់ទាំងនោះខ្លួនឯង ប៉ុន្តែរោងចក្រមិនរាប់ជាអ្នកផ្គត់ផ្គង់ខ្លួនឯងទេ។</translation>
    </message>
    <message>
      <location filename="../../processing/algorithms/local_sourcing.py" />
      <source>Fields of what buyers demand</source>
      <translation>វាលនៃអ្វីដែលអ្នកទិញត្រូវការ</translation>
    </message>
    <message>
      <location filename="../../processing/algorithms/local_sourcing.py" />
      <source>Names of fields of the buyers, with commas between. Empty: their demand follows from their activity and the table of links.</source>
      <translation>ឈ្មោះវាលរបស់អ្នកទិញ បំបែកដោយសញ្ញាក្បៀស។ ទុកទទេ៖ តម្រូវការគិតតាមសកម្មភាពរបស់អ្នកទិញ និងតារាងទំនាក់ទំនង។</translation>
    </message>
    <message>
      <location filename="../../processing/algorithms/local_sourcing.py" />
      <source>Compare by</source>
      <translation>ប្រៀបធៀបតាម</translation>
    </message>
    <message>
      <location filename="../../processing/algorithms/local_sourcing.py" />
      <source>ISIC codes</source>
      <translation>លេខកូដ ISIC</translation>
    </message>
    <message>
      <location filename="../../processing/algorithms/local_sourcing.py" />
      <source>product names</source>
      <translation>ឈ្មោះផលិតផល</translation>
    </message>
    <message>
      <location filename="../../processing/algorithms/local_sourcing.py" />
      <source>Codes fit where one begins with the other. Names must be the same, but for capitals, spaces and the way Khmer is typed.</source>
      <translation>លេខកូដត្រូវគ្នា ពេលលេខកូដមួយចាប់ផ្តើមដោយលេខកូដមួយទៀត។ ឈ្មោះត្រូវតែដូចគ្នា ដោយមិនគិតអក្សរធំ ដកឃ្លា និងរបៀបវាយអក្សរខ្មែរ។</translation>
    </message>
    <message>
      <location filename="../../processing/algorithms/local_sourcing.py" />
      <source>Table of links (CSV)</source>
      <translation>តារាងទំនាក់ទំនង (CSV)</translation>
    </message>
    <message>
      <location filename="../../processing/algorithms/local_sourcing.py" />
      <source>CSV files (*.csv)</source>
      <translation>ឯកសារ CSV (*.csv)</translation>
    </message>
    <message>
      <location filename="../../processing/algorithms/local_sourcing.py" />
      <source>Which activity uses which products: buyer_isic, input, coefficient, source, note. Empty: the table that ships with the plugin, made of the notes of ISIC; copy and edit it.</source>
      <translation>សកម្មភាពណាប្រើផលិតផលណា៖ buyer_isic, input, coefficient, source, note។ ទុកទទេ៖ តារាងដែលមកជាមួយកម្មវិធីជំនួយ ដែលធ្វើឡើងពីកំណត់ពន្យល់របស់ ISIC។ សូមចម្លងវា ហើយកែច្បាប់ចម្លង។</translation>
    </message>
    <message>
      <location filename="../../processing/algorithms/local_sourcing.py" />
      <source>Fields of the buyers' activity</source>
      <translation>វាលសកម្មភាពរបស់អ្នកទិញ</translation>
    </message>
    <message>
      <location filename="../../processing/algorithms/local_sourcing.py" />
      <source>Names of fields of the buyers, for the table of links.</source>
      <translation>ឈ្មោះវាលរបស់អ្នកទិញ សម្រាប់តារាងទំនាក់ទំនង។</translation>
    </message>
    <message>
      <location filename="../../processing/algorithms/local_sourcing.py" />
      <source>Raw materials</source>
      <translation>វត្ថុធាតុដើម</translation>
    </message>
    <message>
      <location filename="../../processing/algorithms/local_sourcing.py" />
      <source>Crop land, salt pans, quarries: points or polygons, as further suppliers, from their nearest edge.</source>
      <translation>ដីដំណាំ ស្រែអំបិល ការដ្ឋានយកថ្ម៖ ចំណុច ឬពហុកោណ ដែលរាប់ជាអ្នកផ្គត់ផ្គង់បន្ថែម វាស់ពីព្រំជិតបំផុតរបស់វា។</translation>
    </message>
    <message>
      <location filename="../../processing/algorithms/local_sourcing.py" />
      <source>Products of the raw materials</source>
      <translation>ផលិតផលនៃវត្ថុធាតុដើម</translation>
    </message>
    <message>
      <location filename="../../processing/algorithms/local_sourcing.py" />
      <source>One product for all layers, or by layer: salt_farmland=0893; rice=0112. Empty: the field below, else the code with which the layer's name begins.</source>
      <translation>ផលិតផលមួយសម្រាប់ស្រទាប់ទាំងអស់ ឬតាមស្រទាប់៖ salt_farmland=0893; rice=0112។ ទុកទទេ៖ ប្រើវាលខាងក្រោម បើគ្មានទេ ប្រើលេខកូដនៅដើមឈ្មោះស្រទាប់។</translation>
    </message>
    <message>
      <location filename="../../processing/algorithms/local_sourcing.py" />
      <source>Product field of the raw materials</source>
      <translation>វាលផលិតផលនៃវត្ថុធាតុដើម</translation>
    </message>
    <message>
      <location filename="../../processing/algorithms/local_sourcing.py" />
      <source>For layers that have it.</source>
      <translation>សម្រាប់ស្រទាប់ដែលមានវាលនេះ។</translation>
    </message>
    <message>
      <location filename="../../processing/algorithms/local_sourcing.py" />
      <location filename="../../processing/algorithms/proximity.py" />
      <source>Farthest distance (metres)</source>
      <translation>ចម្ងាយអតិបរមា (ម៉ែត្រ)</translation>
    </message>
    <message>
      <location filename="../../processing/algorithms/local_sourcing.py" />
      <source>From supplier to buyer, on the ground; along the roads where roads are given.</source>
      <translation>ពីអ្នកផ្គត់ផ្គង់ទៅអ្នកទិញ វាស់លើផ្ទៃដី។ បើបានផ្តល់ផ្លូវ វាស់តាមផ្លូវ។</translation>
    </message>
    <message>
      <location filename="../../processing/algorithms/local_sourcing.py" />
      <source>How many suppliers of each product</source>
      <translation>ចំនួនអ្នកផ្គត់ផ្គង់នៃផលិតផលនីមួយៗ</translation>
    </message>
    <message>
      <location filename="../../processing/algorithms/local_sourcing.py" />
      <source>The nearest few for every buyer and product.</source>
      <translation>អ្នកផ្គត់ផ្គង់ជិតបំផុតពីរបី សម្រាប់អ្នកទិញ និងផលិតផលនីមួយៗ។</translation>
    </message>
    <message>
      <location filename="../../processing/algorithms/local_sourcing.py" />
      <source>Lines; the distance by road then decides, with the straight one beside it.</source>
      <translation>បន្ទាត់។ ពេលនោះ ចម្ងាយតាមផ្លូវជាអ្នកកំណត់ ហើយចម្ងាយតាមបន្ទាត់ត្រង់ ត្រូវបានបង្ហាញជាមួយគ្នា។</translation>
    </message>
    <message>
      <location filename="../../processing/algorithms/local_sourcing.py" />
      <source>Polygons with a field province_code or code, for whatever has no province code of its own. The sums by province call them by its names.</source>
      <translation>ពហុកោណដែលមានវាល province_code ឬ code សម្រាប់អ្វីដែលគ្មានលេខកូដរាជធានី-ខេត្តផ្ទាល់។ ផលបូកតាមរាជធានី-ខេត្ត ហៅរាជធានី-ខេត្តតាមឈ្មោះក្នុងស្រទាប់នេះ។</translation>
    </message>
    <message>
      <location filename="../../processing/algorithms/local_sourcing.py" />
      <source>Capacity field</source>
      <translation>វាលសមត្ថភាព</translation>
    </message>
    <message>
      <location filename="../../processing/algorithms/local_sourcing.py" />
      <source>How much suppliers can give: a number, or amounts by product such as 1061=500; 1080=20. Also of raw materials that have the field. Empty: no amounts.</source>
      <translation>បរិមាណដែលអ្នកផ្គត់ផ្គង់អាចផ្តល់៖ ចំនួនមួយ ឬបរិមាណតាមផលិតផល ដូចជា 1061=500; 1080=20។ ប្រើចំពោះវត្ថុធាតុដើមដែលមានវាលនេះដែរ។ ទុកទទេ៖ គ្មានបរិមាណ។</translation>
    </message>
    <message>
      <location filename="../../processing/algorithms/local_sourcing.py" />
      <source>Yield of the raw materials (per hectare)</source>
      <translation>ទិន្នផលវត្ថុធាតុដើម (ក្នុងមួយហិកតា)</translation>
    </message>
    <message>
      <location filename="../../processing/algorithms/local_sourcing.py" />
      <source>A number for all layers of polygons, or by layer: salt_farmland=20. Capacity is area times yield.</source>
      <translation>ចំនួនមួយសម្រាប់ស្រទាប់ពហុកោណទាំងអស់ ឬតាមស្រទាប់៖ salt_farmland=20។ សមត្ថភាពស្មើនឹងផ្ទៃក្រឡាគុណនឹងទិន្នផល។</translation>
    </message>
    <message>
      <location filename="../../processing/algorithms/local_sourcing.py" />
      <source>Amount field of the buyers</source>
      <translation>វាលបរិមាណរបស់អ្នកទិញ</translation>
    </message>
    <message>
      <location filename="../../processing/algorithms/local_sourcing.py" />
      <source>Name of a field: how much of the product they demand, or amounts by product. With the table of links it is their own output, and needs its coefficients.</source>
      <translation>ឈ្មោះវាល៖ បរិមាណផលិតផលដែលអ្នកទិញត្រូវការ ឬបរិមាណតាមផលិតផល។ បើប្រើតារាងទំនាក់ទំនង វាជាបរិមាណដែលអ្នកទិញផលិតដោយខ្លួនឯង ហើយត្រូវការមេគុណក្នុងតារាងនោះ។</translation>
    </message>
    <message>
      <location filename="../../processing/algorithms/local_sourcing.py" />
      <source>Unit of the amounts</source>
      <translation>ឯកតានៃបរិមាណ</translation>
    </message>
    <message>
      <location filename="../../processing/algorithms/local_sourcing.py" />
      <source>Such as t/year: for the tables. Capacity and demand must be in the same one.</source>
      <translation>ដូចជា t/year៖ សម្រាប់តារាង។ សមត្ថភាព និងតម្រូវការ ត្រូវតែប្រើឯកតាតែមួយ។</translation>
    </message>
    <message>
      <location filename="../../processing/algorithms/local_sourcing.py" />
      <source>Suppliers considered for sharing out</source>
      <translation>អ្នកផ្គត់ផ្គង់ដែលពិចារណាក្នុងការបែងចែក</translation>
    </message>
    <message>
      <location filename="../../processing/algorithms/local_sourcing.py" />
      <source>With amounts: the nearest so many of every buyer and product.</source>
      <translation>ពេលមានបរិមាណ៖ ចំនួនអ្នកផ្គត់ផ្គង់ជិតបំផុត សម្រាប់អ្នកទិញ និងផលិតផលនីមួយៗ។</translation>
    </message>
    <message>
      <location filename="../../processing/algorithms/local_sourcing.py" />
      <source>Largest set shared out exactly (pairs)</source>
      <translation>សំណុំធំបំផុតដែលបែងចែកបានពិតប្រាកដ (គូ)</translation>
    </message>
    <message>
      <location filename="../../processing/algorithms/local_sourcing.py" />
      <source>Pairs of supplier and buyer that hang together; a larger set is shared out nearest first. A set of 20,000 takes about a second and one of 90,000 ten, in which the run cannot be cancelled.</source>
      <translation>គូនៃអ្នកផ្គត់ផ្គង់ និងអ្នកទិញ ដែលជាប់ទាក់ទងគ្នា។ សំណុំធំជាងនេះ ត្រូវបានបែងចែកដោយយកជិតបំផុតមុន។ សំណុំ 20,000 គូ ប្រើពេលប្រហែលមួយវិនាទី ហើយ 90,000 គូ ដប់វិនាទី ដែលក្នុងពេលនោះ មិនអាចបោះបង់ដំណើរការបានទេ។</translation>
    </message>
    <message>
      <location filename="../../processing/algorithms/local_sourcing.py" />
      <source>Sharing out</source>
      <translation>ការបែងចែក</translation>
    </message>
    <message>
      <location filename="../../processing/algorithms/local_sourcing.py" />
      <source>least transport</source>
      <translation>ដឹកជញ្ជូនតិចបំផុត</translation>
    </message>
    <message>
      <location filename="../../processing/algorithms/local_sourcing.py" />
      <source>nearest first</source>
      <translation>ជិតបំផុតមុន</translation>
    </message>
    <message>
      <location filename="../../processing/algorithms/local_sourcing.py" />
      <source>Least transport: as little unmet demand as possible, then the smallest sum of amount × distance; sets that are too large are shared out nearest first, and the log says so.</source>
      <translation>ដឹកជញ្ជូនតិចបំផុត៖ តម្រូវការមិនបានបំពេញតិចបំផុត បន្ទាប់មក ផលបូកនៃបរិមាណ × ចម្ងាយ តូចបំផុត។ សំណុំធំពេក ត្រូវបានបែងចែកដោយយកជិតបំផុតមុន ហើយកំណត់ហេតុប្រាប់ពីការនេះ។</translation>
    </message>
    <message>
      <location filename="../../processing/algorithms/local_sourcing.py" />
      <source>Names the factory; a buyer and a supplier with the same id are one.</source>
      <translation>សម្គាល់រោងចក្រ។ អ្នកទិញ និងអ្នកផ្គត់ផ្គង់ដែលមានលេខសម្គាល់ដូចគ្នា គឺជារោងចក្រតែមួយ។</translation>
    </message>
    <message>
      <location filename="../../processing/algorithms/local_sourcing.py" />
      <source>For the sums by province.</source>
      <translation>សម្រាប់ផលបូកតាមរាជធានី-ខេត្ត។</translation>
    </message>
    <message>
      <location filename="../../processing/algorithms/local_sourcing.py" />
      <source>What is decommissioned or disused neither supplies nor buys; without a status it does.</source>
      <translation>រោងចក្រដែលបិទជាស្ថាពរ ឬផ្អាកប្រើប្រាស់ មិនផ្គត់ផ្គង់ ហើយក៏មិនទិញដែរ។ បើគ្មានស្ថានភាព រោងចក្រត្រូវបានរាប់ថាផ្គត់ផ្គង់ និងទិញ។</translation>
    </message>
    <message>
      <location filename="../../processing/algorithms/local_sourcing.py" />
      <source>Count what is still to come</source>
      <translation>រាប់អ្វីដែលមិនទាន់មាន តែគ្រោងទុក</translation>
    </message>
    <message>
      <location filename="../../processing/algorithms/local_sourcing.py" />
      <source>Factories that are projected or under construction supply and buy as if they were working. Otherwise they take no part.</source>
      <translation>រោងចក្រដែលស្ថិតក្នុងគម្រោង ឬកំពុងសាងសង់ ត្រូវបានរាប់ថាផ្គត់ផ្គង់ និងទិញ ដូចរោងចក្រកំពុងដំណើរការ។ បើមិនជ្រើសទេ រោងចក្រទាំងនោះមិនត្រូវបានគិតទេ។</translation>
    </message>
    <message>
      <location filename="../../processing/algorithms/local_sourcing.py" />
      <location filename="../../processing/algorithms/proximity.py" />
      <source>What is near is looked for in this CRS. It must be projected, in metres.</source>
      <translation>អ្វីដែលនៅជិត ត្រូវបានស្វែងរកក្នុង CRS នេះ។ វាត្រូវតែជា CRS ចំណោល គិតជាម៉ែត្រ។</translation>
    </message>
    <message>
      <location filename="../../processing/algorithms/local_sourcing.py" />
      <source>the table of links</source>
      <translation>តារាងទំនាក់ទំនង</translation>
    </message>
    <message>
      <location filename="../../processing/algorithms/local_sourcing.py" />
      <source>Provinces: layer “{layer}” has none of the fields {wanted}. It has: {fields}.</source>
      <translation>រាជធានី-ខេត្ត៖ ស្រទាប់ «{layer}» គ្មានវាលណាមួយក្នុងចំណោម {wanted} ទេ។ វាលដែលមាន៖ {fields}។</translation>
    </message>
    <message>
      <location filename="../../processing/algorithms/local_sourcing.py" />
      <location filename="../../processing/algorithms/proximity.py" />
      <source>The farthest distance (MAX_DISTANCE) is {metres} m: give more than 0.</source>
      <translation>ចម្ងាយអតិបរមា (MAX_DISTANCE) គឺ {metres} m៖ សូមបញ្ចូលចំនួនធំជាង 0។</translation>
    </message>
    <message>
      <location filename="../../processing/algorithms/local_sourcing.py" />
      <source>{name} is {count}: ask for 1 to {most} suppliers.</source>
      <translation>{name} គឺ {count}៖ សូមបញ្ចូលចំនួនអ្នកផ្គត់ផ្គង់ ពី 1 ដល់ {most}។</translation>
    </message>
    <message>
      <location filename="../../processing/algorithms/local_sourcing.py" />
      <source>Amounts can be shared out only where both sides have some: give the capacity of the suppliers (CAPACITY_FIELD or MATERIAL_YIELDS) and the amount field of the buyers (DEMAND_AMOUNT_FIELD), or neither.</source>
      <translation>បរិមាណអាចបែងចែកបាន លុះត្រាតែទាំងសងខាងមានបរិមាណ៖ សូមផ្តល់សមត្ថភាពរបស់អ្នកផ្គត់ផ្គង់ (CAPACITY_FIELD ឬ MATERIAL_YIELDS) និងវាលបរិមាណរបស់អ្នកទិញ (DEMAND_AMOUNT_FIELD) ឬកុំផ្តល់ទាំងពីរ។</translation>
    </message>
    <message>
      <location filename="../../processing/algorithms/local_sourcing.py" />
      <source>Say which fields of layer “{layer}” tell what they make (PRODUCT_FIELDS): it has none of {usual}. It has: {fields}.</source>
      <translation>សូមបញ្ជាក់ថា វាលណាខ្លះរបស់ស្រទាប់ «{layer}» ប្រាប់ពីអ្វីដែលផលិត (PRODUCT_FIELDS)៖ ស្រទាប់នេះគ្មានវាលណាមួយក្នុងចំណោម {usual} ទេ។ វាលដែលមាន៖ {fields}។</translation>
    </message>
    <message>
      <location filename="../../processing/algorithms/local_sourcing.py" />
      <source>By product names, the buyers themselves must say what they demand: give the fields (DEMAND_FIELDS). The table of links speaks of ISIC codes.</source>
      <translation>បើប្រៀបធៀបតាមឈ្មោះផលិតផល អ្នកទិញត្រូវបញ្ជាក់ដោយខ្លួនឯង ពីអ្វីដែលត្រូវការ៖ សូមផ្តល់វាលទាំងនោះ (DEMAND_FIELDS)។ តារាងទំនាក់ទំនងប្រើតែលេខកូដ ISIC ប៉ុណ្ណោះ។</translation>
    </message>
    <message>
      <location filename="../../processing/algorithms/local_sourcing.py" />
      <source>Say what the buyers of layer “{layer}” demand (DEMAND_FIELDS), or which fields hold their activity (ACTIVITY_FIELDS): it has none of {usual}. It has: {fields}.</source>
      <translation>សូមបញ្ជាក់អ្វីដែលអ្នកទិញនៃស្រទាប់ «{layer}» ត្រូវការ (DEMAND_FIELDS) ឬវាលណាខ្លះមានសកម្មភាពរបស់អ្នកទិញ (ACTIVITY_FIELDS)៖ ស្រទាប់នេះគ្មានវាលណាមួយក្នុងចំណោម {usual} ទេ។ វាលដែលមាន៖ {fields}។</translation>
    </message>
    <message>
      <location filename="../../processing/algorithms/local_sourcing.py" />
      <source>Layer “{layer}” holds points, which have no area for a yield (MATERIAL_YIELDS): give it a field of capacity (CAPACITY_FIELD), or yields by layer.</source>
      <translation>ស្រទាប់ «{layer}» មានចំណុច ដែលគ្មានផ្ទៃក្រឡាសម្រាប់គិតទិន្នផល (MATERIAL_YIELDS)៖ សូមផ្តល់វាលសមត្ថភាព (CAPACITY_FIELD) ឬទិន្នផលតាមស្រទាប់។</translation>
    </message>
    <message>
      <location filename="../../processing/algorithms/local_sourcing.py" />
      <source>Sourcing by province</source>
      <translation>ប្រភពផ្គត់ផ្គង់តាមរាជធានី-ខេត្ត</translation>
    </message>
    <message>
      <location filename="../../processing/algorithms/local_sourcing.py" />
      <source>Sourcing by product</source>
      <translation>ប្រភពផ្គត់ផ្គង់តាមផលិតផល</translation>
    </message>
    <message>
      <location filename="../../processing/algorithms/local_sourcing.py" />
      <location filename="../../processing/capacity/assess.py" />
      <location filename="../../processing/proximity.py" />
      <source>Roads of “{layer}”: parts without a way between them: {parts}; the largest has {share} of their length. Where that is little, close larger gaps (ROAD_GAP) or connect roads that cross (ROAD_CROSSINGS).</source>
      <translation>ផ្លូវនៃ «{layer}»៖ ចំនួនផ្នែកដែលគ្មានផ្លូវភ្ជាប់គ្នា៖ {parts}។ ផ្នែកធំបំផុតមាន {share} នៃប្រវែងផ្លូវសរុប។ បើចំណែកនេះតិច សូមភ្ជាប់ចន្លោះដាច់ធំជាងនេះ (ROAD_GAP) ឬភ្ជាប់ផ្លូវដែលកាត់គ្នា (ROAD_CROSSINGS)។</translation>
    </message>
    <message>
      <location filename="../../processing/algorithms/location_map.py" />
      <source>Location map</source>
      <translation>ផែនទីទីតាំង</translation>
    </message>
    <message>
      <location filename="../../processing/algorithms/location_map.py" />
      <source>map,print,layout,report,pdf,png,svg,legend,verdict,zoning,park</source>
      <translation>map,print,layout,report,pdf,png,svg,legend,verdict,zoning,park,ផែនទី,បោះពុម្ព,ប្លង់ទំព័រ,របាយការណ៍,តារាងនិមិត្តសញ្ញា,លទ្ធផលពិនិត្យ,តំបន់ប្រើប្រាស់ដី,សួនឧស្សាហកម្ម</translation>
    </message>
    <message>
      <location filename="../../processing/algorithms/location_map.py" />
      <source>Prints a map of factories as PDF, PNG or SVG: verdicts by shape and colour over zoning and parks, with legend and counts, scale bar, coordinate grid, an inset of Cambodia, and the source and date of every layer.

Give it the layer “factory_summary” that the location check writes, or any layer of factories. The layers are only read; the style they have in the project does not matter.</source>
      <translation>បោះពុម្ពផែនទីរោងចក្រជា PDF, PNG ឬ SVG៖ លទ្ធផលពិនិត្យសម្គាល់ដោយរូបរាង និងពណ៌ លើផ្ទៃតំបន់ប្រើប្រាស់ដី និងសួនឧស្សាហកម្ម មានតារាងនិមិត្តសញ្ញា និងចំនួន របារមាត្រដ្ឋាន ក្រឡាកូអរដោនេ ផែនទីកម្ពុជាបង្រួម ព្រមទាំងប្រភព និងកាលបរិច្ឆេទនៃស្រទាប់នីមួយៗ។

សូមផ្តល់ស្រទាប់ «factory_summary» ដែលការពិនិត្យទីតាំងបានសរសេរ ឬស្រទាប់រោងចក្រណាមួយ។ ស្រទាប់ត្រូវបានអានតែប៉ុណ្ណោះ ហើយរចនាប័ទ្មរបស់វាក្នុងគម្រោង មិនជះឥទ្ធិពលទេ។</translation>
    </message>
    <message>
      <location filename="../../processing/algorithms/location_map.py" />
      <source>Map</source>
      <translation>ផែនទី</translation>
    </message>
    <message>
      <location filename="../../processing/algorithms/location_map.py" />
      <source>PDF (*.pdf);;PNG image (*.png);;SVG drawing (*.svg)</source>
      <translation>PDF (*.pdf);;រូបភាព PNG (*.png);;គំនូរ SVG (*.svg)</translation>
    </message>
    <message>
      <location filename="../../processing/algorithms/location_map.py" />
      <source>The file to write. Its ending decides: .pdf for print, .png for a picture, .svg for a drawing program.</source>
      <translation>ឯកសារដែលត្រូវសរសេរ។ កន្ទុយឈ្មោះជាអ្នកកំណត់៖ .pdf សម្រាប់បោះពុម្ព .png សម្រាប់រូបភាព .svg សម្រាប់កម្មវិធីគំនូរ។</translation>
    </message>
    <message>
      <location filename="../../processing/algorithms/location_map.py" />
      <source>Number of factories on the map</source>
      <translation>ចំនួនរោងចក្រលើផែនទី</translation>
    </message>
    <message>
      <location filename="../../processing/algorithms/location_map.py" />
      <source>Number of factories outside the map</source>
      <translation>ចំនួនរោងចក្រក្រៅផែនទី</translation>
    </message>
    <message>
      <location filename="../../processing/algorithms/location_map.py" />
      <source>Factories as points or areas, for example the layer “factory_summary” of a findings GeoPackage.</source>
      <translation>រោងចក្រជាចំណុច ឬជាផ្ទៃ ឧទាហរណ៍ ស្រទាប់ «factory_summary» របស់ GeoPackage របកគំហើញ។</translation>
    </message>
    <message>
      <location filename="../../processing/algorithms/location_map.py" />
      <source>Verdict field</source>
      <translation>វាលលទ្ធផលពិនិត្យ</translation>
    </message>
    <message>
      <location filename="../../processing/algorithms/location_map.py" />
      <source>The field with pass, fail, undecided, no data or exempt. Empty: the field “verdict”, if there is one; otherwise all factories look alike.</source>
      <translation>វាលដែលមានតម្លៃ pass (អនុលោម) fail (មិនអនុលោម) undecided (មិនទាន់សម្រេច) no data (គ្មានទិន្នន័យ) ឬ exempt (លើកលែង)។ ទុកទទេ៖ ប្រើវាល «verdict» បើមាន បើគ្មានទេ រោងចក្រទាំងអស់មានសញ្ញាដូចគ្នា។</translation>
    </message>
    <message>
      <location filename="../../processing/algorithms/location_map.py" />
      <location filename="../../processing/parameters.py" />
      <location filename="../../processing/rules/words.py" />
      <location filename="../../qgis_plugin/project/packs.py" />
      <source>Zoning</source>
      <translation>តំបន់ប្រើប្រាស់ដី</translation>
    </message>
    <message>
      <location filename="../../processing/algorithms/location_map.py" />
      <source>Zones, coloured by their code.</source>
      <translation>តំបន់ផ្សេងៗ ដាក់ពណ៌តាមកូដរបស់វា។</translation>
    </message>
    <message>
      <location filename="../../processing/algorithms/location_map.py" />
      <location filename="../../processing/parameters.py" />
      <source>Zone code field</source>
      <translation>វាលកូដតំបន់</translation>
    </message>
    <message>
      <location filename="../../processing/algorithms/location_map.py" />
      <source>The field with the code of the zone. Empty: “zone_code”.</source>
      <translation>វាលដែលមានកូដតំបន់។ ទុកទទេ៖ «zone_code»។</translation>
    </message>
    <message>
      <location filename="../../processing/algorithms/location_map.py" />
      <location filename="../../processing/algorithms/validate_rules.py" />
      <location filename="../../processing/parameters.py" />
      <location filename="../../processing/reports/rule_catalogue.py" />
      <location filename="../../processing/reports/site_certificate.py" />
      <location filename="../../processing/reports/site_page.py" />
      <location filename="../../processing/rules/yaml_file.py" />
      <location filename="../../processing/titles.py" />
      <location filename="../../qgis_plugin/panel/details.py" />
      <location filename="../../qgis_plugin/panel/rules_chooser.py" />
      <source>Rule pack</source>
      <translation>កញ្ចប់វិធាន</translation>
    </message>
    <message>
      <location filename="../../processing/algorithms/location_map.py" />
      <location filename="../../processing/algorithms/validate_rules.py" />
      <location filename="../../processing/parameters.py" />
      <location filename="../../qgis_plugin/panel/rules_chooser.py" />
      <source>Rule packs (*.yaml *.yml)</source>
      <translation>កញ្ចប់វិធាន (*.yaml *.yml)</translation>
    </message>
    <message>
      <location filename="../../processing/algorithms/location_map.py" />
      <source>YAML file of rules, whose titles of the zones the legend prints; empty for the pack that ships with the plugin. A code that the pack does not know is printed as it is.</source>
      <translation>ឯកសារ YAML នៃវិធាន ដែលតារាងនិមិត្តសញ្ញាយកឈ្មោះតំបន់ទៅបោះពុម្ព។ ទុកទទេ ដើម្បីប្រើកញ្ចប់ដែលមកជាមួយកម្មវិធីជំនួយ។ កូដដែលកញ្ចប់មិនស្គាល់ ត្រូវបោះពុម្ពតាមដើម។</translation>
    </message>
    <message>
      <location filename="../../processing/algorithms/location_map.py" />
      <source>Industrial parks and special economic zones, outlined and named.</source>
      <translation>សួនឧស្សាហកម្ម និងតំបន់សេដ្ឋកិច្ចពិសេស គូសជាបន្ទាត់ព្រំ ព្រមទាំងដាក់ឈ្មោះ។</translation>
    </message>
    <message>
      <location filename="../../processing/algorithms/location_map.py" />
      <source>Lines from factories to what they conflict with, such as the layer “evidence” of the findings.</source>
      <translation>បន្ទាត់ពីរោងចក្រ ទៅអ្វីដែលវាមិនអនុលោមជាមួយ ដូចជាស្រទាប់ «evidence» នៃរបកគំហើញ។</translation>
    </message>
    <message>
      <location filename="../../processing/algorithms/location_map.py" />
      <source>Province boundaries with names. Empty: the coarse ones that come with the plugin.</source>
      <translation>ព្រំប្រទល់រាជធានី-ខេត្ត និងឈ្មោះ។ ទុកទទេ៖ ប្រើព្រំប្រទល់ប៉ាន់ប្រមាណ ដែលមកជាមួយកម្មវិធីជំនួយ។</translation>
    </message>
    <message>
      <location filename="../../processing/algorithms/location_map.py" />
      <source>Other layers</source>
      <translation>ស្រទាប់ផ្សេងទៀត</translation>
    </message>
    <message>
      <location filename="../../processing/algorithms/location_map.py" />
      <source>Layers for orientation, such as rivers, drawn quietly under the factories. Layers styled by classes keep their style.</source>
      <translation>ស្រទាប់សម្រាប់សម្គាល់ទិស ដូចជាទន្លេ ដែលគូសស្រាលៗនៅក្រោមរោងចក្រ។ ស្រទាប់ដែលមានរចនាប័ទ្មតាមថ្នាក់ រក្សារចនាប័ទ្មដដែល។</translation>
    </message>
    <message>
      <location filename="../../processing/algorithms/location_map.py" />
      <location filename="../../processing/reports/rule_catalogue.py" />
      <source>Title</source>
      <translation>ចំណងជើង</translation>
    </message>
    <message>
      <location filename="../../processing/algorithms/location_map.py" />
      <source>Headline of the map. Empty: “Factory locations checked”.</source>
      <translation>ចំណងជើងធំនៃផែនទី។ ទុកទទេ៖ «ការពិនិត្យទីតាំងរោងចក្រ»។</translation>
    </message>
    <message>
      <location filename="../../processing/algorithms/location_map.py" />
      <source>Subtitle</source>
      <translation>ចំណងជើងរង</translation>
    </message>
    <message>
      <location filename="../../processing/algorithms/location_map.py" />
      <source>A line below the title, for example the province and who asked for the map.</source>
      <translation>អក្សរមួយបន្ទាត់នៅក្រោមចំណងជើង ឧទាហរណ៍ ឈ្មោះរាជធានី-ខេត្ត និងអ្នកស្នើសុំផែនទី។</translation>
    </message>
    <message>
      <location filename="../../processing/algorithms/location_map.py" />
      <location filename="../../qgis_plugin/options/page.py" />
      <source>Language</source>
      <translation>ភាសា</translation>
    </message>
    <message>
      <location filename="../../processing/algorithms/location_map.py" />
      <source>Language of everything printed that is not in the data: 0 for English, 1 for Khmer.</source>
      <translation>ភាសានៃអត្ថបទទាំងអស់ដែលបោះពុម្ព ក្រៅពីអត្ថបទក្នុងទិន្នន័យ៖ 0 សម្រាប់ភាសាអង់គ្លេស 1 សម្រាប់ភាសាខ្មែរ។</translation>
    </message>
    <message>
      <location filename="../../processing/algorithms/location_map.py" />
      <source>Extent</source>
      <translation>វិសាលភាព</translation>
    </message>
    <message>
      <location filename="../../processing/algorithms/location_map.py" />
      <source>What the map must show; it grows to the page's shape and a round scale. Empty: all factories.</source>
      <translation>ផ្ទៃដែលផែនទីត្រូវបង្ហាញ។ វាពង្រីកឱ្យសមនឹងទំព័រ និងមាត្រដ្ឋានជាលេខគត់។ ទុកទទេ៖ រោងចក្រទាំងអស់។</translation>
    </message>
    <message>
      <location filename="../../processing/algorithms/location_map.py" />
      <source>Page</source>
      <translation>ទំព័រ</translation>
    </message>
    <message>
      <location filename="../../processing/algorithms/location_map.py" />
      <source>Size of the paper: 0 for A4, 1 for A3.</source>
      <translation>ទំហំក្រដាស៖ 0 សម្រាប់ A4, 1 សម្រាប់ A3។</translation>
    </message>
    <message>
      <location filename="../../processing/algorithms/location_map.py" />
      <source>Orientation</source>
      <translation>ទិសទំព័រ</translation>
    </message>
    <message>
      <location filename="../../processing/algorithms/location_map.py" />
      <source>Landscape</source>
      <translation>ផ្តេក</translation>
    </message>
    <message>
      <location filename="../../processing/algorithms/location_map.py" />
      <source>Portrait</source>
      <translation>បញ្ឈរ</translation>
    </message>
    <message>
      <location filename="../../processing/algorithms/location_map.py" />
      <source>0 for landscape, with the legend beside the map; 1 for portrait, with the legend below.</source>
      <translation>0 សម្រាប់ទំព័រផ្តេក ដោយតារាងនិមិត្តសញ្ញានៅក្បែរផែនទី។ 1 សម្រាប់ទំព័របញ្ឈរ ដោយតារាងនិមិត្តសញ្ញានៅខាងក្រោម។</translation>
    </message>
    <message>
      <location filename="../../processing/algorithms/location_map.py" />
      <source>Dots per inch</source>
      <translation>ចំណុចក្នុងមួយអ៊ីញ (DPI)</translation>
    </message>
    <message>
      <location filename="../../processing/algorithms/location_map.py" />
      <source>Resolution of a PNG; 300 is right for print. PDF and SVG are drawings and stay sharp at any size.</source>
      <translation>ភាពម៉ត់នៃរូបភាព PNG ដែល 300 សមស្របសម្រាប់បោះពុម្ព។ PDF និង SVG ជាគំនូរ ដែលនៅច្បាស់គ្រប់ទំហំ។</translation>
    </message>
    <message>
      <location filename="../../processing/algorithms/location_map.py" />
      <source>Earlier check</source>
      <translation>ការពិនិត្យមុន</translation>
    </message>
    <message>
      <location filename="../../processing/algorithms/location_map.py" />
      <source>The findings GeoPackage of an earlier check of the same register by the same rules. A second page of the PDF then says what changed since; FACTORIES must be the layer “factory_summary” of the later check. Empty: no such page.</source>
      <translation>GeoPackage របកគំហើញនៃការពិនិត្យមុន លើបញ្ជីរោងចក្រដដែល តាមវិធានដដែល។ ទំព័រទីពីរនៃ PDF នឹងប្រាប់ពីអ្វីដែលប្រែប្រួលគិតពីពេលនោះ។ FACTORIES ត្រូវតែជាស្រទាប់ «factory_summary» នៃការពិនិត្យក្រោយ។ ទុកទទេ៖ គ្មានទំព័រនេះទេ។</translation>
    </message>
    <message>
      <location filename="../../processing/algorithms/location_map.py" />
      <source>How many factories the map shows.</source>
      <translation>ចំនួនរោងចក្រដែលផែនទីបង្ហាញ។</translation>
    </message>
    <message>
      <location filename="../../processing/algorithms/location_map.py" />
      <source>How many factories with a location lie outside the map.</source>
      <translation>ចំនួនរោងចក្រមានទីតាំង ដែលស្ថិតនៅក្រៅផែនទី។</translation>
    </message>
    <message>
      <location filename="../../processing/algorithms/location_map.py" />
      <location filename="../../processing/algorithms/safety_buffers.py" />
      <location filename="../../processing/reports/export.py" />
      <location filename="../../processing/unopened.py" />
      <source>{why}</source>
      <translation>{why}</translation>
    </message>
    <message>
      <location filename="../../processing/algorithms/location_map.py" />
      <source>The legend shows zone codes without titles: reading a rule pack needs {names}.</source>
      <translation>តារាងនិមិត្តសញ្ញាបង្ហាញតែកូដតំបន់ ដោយគ្មានឈ្មោះ៖ ការអានកញ្ចប់វិធានត្រូវការ {names}។</translation>
    </message>
    <message>
      <location filename="../../processing/algorithms/location_map.py" />
      <source>The layer “{name}” holds smaller units than provinces, too many to join: the map shows the coarse provinces that come with the plugin.</source>
      <translation>ស្រទាប់ «{name}» មានឯកតារដ្ឋបាលតូចជាងរាជធានី-ខេត្ត ហើយច្រើនពេកដែលមិនអាចបញ្ចូលគ្នាបាន៖ ផែនទីបង្ហាញរាជធានី-ខេត្តប្រហាក់ប្រហែល ដែលមកជាមួយកម្មវិធីជំនួយ។</translation>
    </message>
    <message>
      <location filename="../../processing/algorithms/location_map.py" />
      <source>The layer “{name}” has no coordinate reference system. Set it in the layer's properties and run again.</source>
      <translation>ស្រទាប់ «{name}» គ្មានប្រព័ន្ធយោងកូអរដោនេទេ។ សូមកំណត់វាក្នុងលក្ខណសម្បត្តិស្រទាប់ រួចដំណើរការម្តងទៀត។</translation>
    </message>
    <message>
      <location filename="../../processing/algorithms/location_map.py" />
      <location filename="../../processing/algorithms/safety_buffers.py" />
      <location filename="../../processing/algorithms/validate_rules.py" />
      <location filename="../../processing/parameters.py" />
      <source>Rule pack “{path}”: choose a file whose name ends in .yaml or .yml.</source>
      <translation>កញ្ចប់វិធាន «{path}»៖ សូមជ្រើសរើសឯកសារដែលឈ្មោះបញ្ចប់ដោយ .yaml ឬ .yml។</translation>
    </message>
    <message>
      <location filename="../../processing/algorithms/location_map.py" />
      <source>The layer “{layer}” has no field “{field}”. It has: {fields}.</source>
      <translation>ស្រទាប់ «{layer}» គ្មានវាល «{field}» ទេ។ វាលដែលមាន៖ {fields}។</translation>
    </message>
    <message>
      <location filename="../../processing/algorithms/location_map.py" />
      <source>Comparing with an earlier check needs {names}.</source>
      <translation>ការប្រៀបធៀបនឹងការពិនិត្យមុន ត្រូវការ {names}។</translation>
    </message>
    <message>
      <location filename="../../processing/algorithms/location_map.py" />
      <source>What changed since the earlier check is a second page, and only a PDF has one: choose .pdf.</source>
      <translation>អ្វីដែលប្រែប្រួលគិតពីការពិនិត្យមុន ជាទំព័រទីពីរ ហើយមានតែ PDF ទេដែលមាន៖ សូមជ្រើសរើស .pdf។</translation>
    </message>
    <message>
      <location filename="../../processing/algorithms/location_map.py" />
      <source>Earlier check: there is no file “{path}”.</source>
      <translation>ការពិនិត្យមុន៖ គ្មានឯកសារ «{path}» ទេ។</translation>
    </message>
    <message>
      <location filename="../../processing/algorithms/location_map.py" />
      <source>The earlier check and this one are the same file, “{path}”. A new check replaces its file: keep a copy of the old one, or give each check a name of its own.</source>
      <translation>ការពិនិត្យមុន និងការពិនិត្យនេះ ជាឯកសារតែមួយ «{path}»។ ការពិនិត្យថ្មីជំនួសឯកសាររបស់វា៖ សូមរក្សាច្បាប់ចម្លងនៃឯកសារចាស់ ឬដាក់ឈ្មោះផ្សេងឱ្យការពិនិត្យនីមួយៗ។</translation>
    </message>
    <message>
      <location filename="../../processing/algorithms/location_map.py" />
      <source>{count} factories lie outside the map.</source>
      <translation>រោងចក្រ {count} ស្ថិតនៅក្រៅផែនទី។</translation>
    </message>
    <message>
      <location filename="../../processing/algorithms/location_map.py" />
      <source>{count} factories have no location.</source>
      <translation>រោងចក្រ {count} គ្មានទីតាំង។</translation>
    </message>
    <message>
      <location filename="../../processing/algorithms/location_map.py" />
      <source>No factory lies in the extent that was asked for.</source>
      <translation>គ្មានរោងចក្រណា ស្ថិតក្នុងវិសាលភាពដែលបានស្នើទេ។</translation>
    </message>
    <message>
      <location filename="../../processing/algorithms/merge_duplicates.py" />
      <source>Merge duplicates</source>
      <translation>បញ្ចូលកំណត់ត្រាស្ទួនជាតែមួយ</translation>
    </message>
    <message>
      <location filename="../../processing/algorithms/merge_duplicates.py" />
      <source>register,duplicates,merge,pairs,deduplicate,audit,log</source>
      <translation>register,duplicates,merge,pairs,deduplicate,audit,log,បញ្ជីរោងចក្រ,កំណត់ត្រាស្ទួន,បញ្ចូលជាតែមួយ,គូ,លុបការស្ទួន,សវនកម្ម,កំណត់ហេតុ</translation>
    </message>
    <message>
      <location filename="../../processing/algorithms/merge_duplicates.py" />
      <source>Makes one record of two that a person has confirmed to be the same factory.

The record kept takes over what it does not say itself; nothing that it says is overwritten, and where the two differ the report lists both. The other record leaves the register and stands whole in the table “audit”: “Undo changes” brings it back. Pairs that nobody has confirmed are left alone.</source>
      <translation>បញ្ចូលកំណត់ត្រាពីរ ដែលមន្ត្រីបានបញ្ជាក់ថាជារោងចក្រតែមួយ ឱ្យទៅជាកំណត់ត្រាតែមួយ។

កំណត់ត្រាដែលរក្សាទុក ទទួលយកអ្វីដែលខ្លួនវាមិនមាន។ អ្វីដែលវាមានរួចហើយ មិនត្រូវបានសរសេរជាន់លើឡើយ ហើយកន្លែងដែលកំណត់ត្រាទាំងពីរខុសគ្នា របាយការណ៍រាយតម្លៃទាំងពីរ។ កំណត់ត្រាមួយទៀត ត្រូវបានដកចេញពីបញ្ជីរោងចក្រ ហើយនៅមានទាំងស្រុងក្នុងតារាង «audit»៖ «ត្រឡប់ការកែប្រែវិញ» អាចនាំវាមកវិញបាន។ គូដែលមិនទាន់មានអ្នកបញ្ជាក់ ត្រូវទុកដដែល។</translation>
    </message>
    <message>
      <location filename="../../processing/algorithms/merge_duplicates.py" />
      <source>Pairs of duplicates</source>
      <translation>គូកំណត់ត្រាស្ទួន</translation>
    </message>
    <message>
      <location filename="../../processing/algorithms/merge_duplicates.py" />
      <source>The layer “pairs” of “Find duplicates”, with “confirmed” filled in where a person has decided. “keep” is the factory id to keep; empty, the better located one stays.</source>
      <translation>ស្រទាប់ «pairs» របស់ «ស្វែងរកកំណត់ត្រាស្ទួន» ដែលបានបំពេញ «confirmed» នៅកន្លែងដែលមន្ត្រីបានសម្រេច។ «keep» គឺលេខសម្គាល់រោងចក្រដែលត្រូវរក្សាទុក។ បើទទេ កំណត់ត្រាដែលមានទីតាំងច្បាស់ជាង ត្រូវបានរក្សាទុក។</translation>
    </message>
    <message>
      <location filename="../../processing/algorithms/merge_duplicates.py" />
      <source>A .gpkg file with the tables merges (each pair) and merged_values (what was taken over or differs).</source>
      <translation>ឯកសារ .gpkg ដែលមានតារាង merges (គូនីមួយៗ) និង merged_values (អ្វីដែលបានទទួលយក ឬខុសគ្នា)។</translation>
    </message>
    <message>
      <location filename="../../processing/algorithms/merge_duplicates.py" />
      <source>Pairs merged</source>
      <translation>គូដែលបានបញ្ចូលជាតែមួយ</translation>
    </message>
    <message>
      <location filename="../../processing/algorithms/merge_duplicates.py" />
      <source>Pairs left</source>
      <translation>គូដែលទុកដដែល</translation>
    </message>
    <message>
      <location filename="../../processing/algorithms/merge_duplicates.py" />
      <source>Records that left the register</source>
      <translation>កំណត់ត្រាដែលបានដកចេញពីបញ្ជីរោងចក្រ</translation>
    </message>
    <message>
      <location filename="../../processing/algorithms/merge_duplicates.py" />
      <source>Merged: {merged} of {pairs} pairs; records that left the register: {removed}.</source>
      <translation>បានបញ្ចូលជាតែមួយ៖ គូ {merged} ក្នុងចំណោម {pairs}។ កំណត់ត្រាដែលបានដកចេញពីបញ្ជីរោងចក្រ៖ {removed}។</translation>
    </message>
    <message>
      <location filename="../../processing/algorithms/merge_duplicates.py" />
      <source>Pair {pair}: {why}</source>
      <translation>គូ {pair}៖ {why}</translation>
    </message>
    <message>
      <location filename="../../processing/algorithms/merge_duplicates.py" />
      <source>Pair {pair} is left: {why}</source>
      <translation>គូ {pair} ត្រូវទុកដដែល៖ {why}</translation>
    </message>
    <message>
      <location filename="../../processing/algorithms/park_capacity.py" />
      <source>How full the industrial parks are</source>
      <translation>កម្រិតពេញនៃសួនឧស្សាហកម្ម</translation>
    </message>
    <message>
      <location filename="../../processing/algorithms/park_capacity.py" />
      <source>industrial park,SEZ,capacity,vacancy,occupancy,land,permit,ranking,site selection</source>
      <translation>industrial park,SEZ,capacity,vacancy,occupancy,land,permit,ranking,site selection,សួនឧស្សាហកម្ម,តំបន់សេដ្ឋកិច្ចពិសេស,សមត្ថភាព,ដីទំនេរ,ដីបានប្រើ,ដី,លិខិតអនុញ្ញាត,ចំណាត់ថ្នាក់,ការជ្រើសរើសទីតាំង</translation>
    </message>
    <message>
      <location filename="../../processing/algorithms/park_capacity.py" />
      <source>For every park: its area against the licence, the factories inside and how surely, the occupied and the vacant ground as a range, employees per hectare, what its permit allows, the way to port, border and power, and the factories around it. With an activity or an area needed, the parks are ranked by weights of your own.

Ground of factories without premises is assumed by size class, and every figure that hangs on it says so. What is not known is a range, never a zero. Inputs are never changed.</source>
      <translation>សម្រាប់សួនឧស្សាហកម្មនីមួយៗ៖ ផ្ទៃក្រឡាធៀបនឹងលិខិតអនុញ្ញាត រោងចក្រនៅក្នុងនោះ និងកម្រិតប្រាកដ ដីបានប្រើ និងដីទំនេរជាចន្លោះតម្លៃ ចំនួនកម្មករនិយោជិតក្នុងមួយហិកតា សកម្មភាពដែលលិខិតអនុញ្ញាតអនុញ្ញាត ចម្ងាយទៅកំពង់ផែ ព្រំដែន និងប្រភពអគ្គិសនី ព្រមទាំងរោងចក្រនៅជុំវិញ។ បើបានបញ្ជាក់សកម្មភាព ឬផ្ទៃក្រឡាដែលត្រូវការ សួនឧស្សាហកម្មត្រូវបានរៀបតាមចំណាត់ថ្នាក់ ដោយប្រើទម្ងន់ដែលអ្នកកំណត់។

ផ្ទៃដីរបស់រោងចក្រដែលគ្មានបរិវេណ ត្រូវបានសន្មតតាមទំហំសហគ្រាស ហើយតួលេខទាំងអស់ដែលពឹងលើការសន្មតនេះ បញ្ជាក់ពីការនេះ។ អ្វីដែលមិនដឹង បង្ហាញជាចន្លោះតម្លៃ មិនមែនជាសូន្យឡើយ។ ទិន្នន័យបញ្ចូលមិនត្រូវបានកែប្រែឡើយ។</translation>
    </message>
    <message>
      <location filename="../../processing/algorithms/park_capacity.py" />
      <source>Lines; adds the distance by road to every facility, and ranks by it.</source>
      <translation>បន្ទាត់។ បន្ថែមចម្ងាយតាមផ្លូវទៅហេដ្ឋារចនាសម្ព័ន្ធនីមួយៗ ហើយរៀបចំណាត់ថ្នាក់តាមចម្ងាយនេះ។</translation>
    </message>
    <message>
      <location filename="../../processing/algorithms/park_capacity.py" />
      <source>Capacity GeoPackage</source>
      <translation>GeoPackage សមត្ថភាពសួនឧស្សាហកម្ម</translation>
    </message>
    <message>
      <location filename="../../processing/algorithms/park_capacity.py" />
      <source>A .gpkg file with the tables parks, factories, distances, neighbours, mix, ranking and criteria.</source>
      <translation>ឯកសារ .gpkg ដែលមានតារាង parks, factories, distances, neighbours, mix, ranking និង criteria។</translation>
    </message>
    <message>
      <location filename="../../processing/algorithms/park_capacity.py" />
      <source>The same figures, the ranking, what was assumed, and where it comes from.</source>
      <translation>តួលេខដដែល ចំណាត់ថ្នាក់ អ្វីដែលបានសន្មត និងប្រភពរបស់វា។</translation>
    </message>
    <message>
      <location filename="../../processing/algorithms/park_capacity.py" />
      <source>Parks by vacancy</source>
      <translation>សួនឧស្សាហកម្មតាមដីទំនេរ</translation>
    </message>
    <message>
      <location filename="../../processing/algorithms/park_capacity.py" />
      <source>Ranking of parks</source>
      <translation>ចំណាត់ថ្នាក់សួនឧស្សាហកម្ម</translation>
    </message>
    <message>
      <location filename="../../processing/algorithms/park_capacity.py" />
      <source>Factories in parks</source>
      <translation>រោងចក្រក្នុងសួនឧស្សាហកម្ម</translation>
    </message>
    <message>
      <location filename="../../processing/algorithms/park_capacity.py" />
      <source>Distances of parks</source>
      <translation>ចម្ងាយពីសួនឧស្សាហកម្ម</translation>
    </message>
    <message>
      <location filename="../../processing/algorithms/park_capacity.py" />
      <source>Factories around parks</source>
      <translation>រោងចក្រជុំវិញសួនឧស្សាហកម្ម</translation>
    </message>
    <message>
      <location filename="../../processing/algorithms/park_capacity.py" />
      <source>Sectors of parks</source>
      <translation>វិស័យក្នុងសួនឧស្សាហកម្ម</translation>
    </message>
    <message>
      <location filename="../../processing/algorithms/park_capacity.py" />
      <source>Number of parks</source>
      <translation>ចំនួនសួនឧស្សាហកម្ម</translation>
    </message>
    <message>
      <location filename="../../processing/algorithms/park_capacity.py" />
      <source>Number of factories inside</source>
      <translation>ចំនួនរោងចក្រនៅក្នុងសួន</translation>
    </message>
    <message>
      <location filename="../../processing/algorithms/park_capacity.py" />
      <source>Premises of factories</source>
      <translation>បរិវេណរោងចក្រ</translation>
    </message>
    <message>
      <location filename="../../processing/algorithms/park_capacity.py" />
      <source>Polygons of the ground that factories occupy. Empty: it is assumed for all of them.</source>
      <translation>ពហុកោណនៃផ្ទៃដីដែលរោងចក្រប្រើ។ ទុកទទេ៖ ផ្ទៃដីត្រូវបានសន្មតសម្រាប់រោងចក្រទាំងអស់។</translation>
    </message>
    <message>
      <location filename="../../processing/algorithms/park_capacity.py" />
      <source>Premises: factory id field</source>
      <translation>បរិវេណ៖ វាលលេខសម្គាល់រោងចក្រ</translation>
    </message>
    <message>
      <location filename="../../processing/algorithms/park_capacity.py" />
      <source>Says whose premises they are. Empty: “factory_id”, or else whose coordinate lies in them.</source>
      <translation>ប្រាប់ថាជាបរិវេណរបស់រោងចក្រណា។ ទុកទទេ៖ «factory_id» បើគ្មានទេ យករោងចក្រដែលកូអរដោនេស្ថិតក្នុងបរិវេណនោះ។</translation>
    </message>
    <message>
      <location filename="../../processing/algorithms/park_capacity.py" />
      <source>Ground by size class (hectares)</source>
      <translation>ផ្ទៃដីតាមទំហំសហគ្រាស (ហិកតា)</translation>
    </message>
    <message>
      <location filename="../../processing/algorithms/park_capacity.py" />
      <source>Assumed for factories without premises. The preset figures are planning assumptions: put in your own.</source>
      <translation>សន្មតសម្រាប់រោងចក្រដែលគ្មានបរិវេណ។ តួលេខដែលមានស្រាប់ ជាការសន្មតសម្រាប់ធ្វើផែនការ៖ សូមដាក់តួលេខផ្ទាល់របស់អ្នក។</translation>
    </message>
    <message>
      <location filename="../../processing/algorithms/park_capacity.py" />
      <source>Share of a park that can be let (per cent)</source>
      <translation>ចំណែកនៃសួនដែលអាចឱ្យជួល (ភាគរយ)</translation>
    </message>
    <message>
      <location filename="../../processing/algorithms/park_capacity.py" />
      <source>Roads, drains and green belts are not let.</source>
      <translation>ផ្លូវ ប្រព័ន្ធលូ និងខ្សែក្រវាត់បៃតង មិនឱ្យជួលទេ។</translation>
    </message>
    <message>
      <location filename="../../processing/algorithms/park_capacity.py" />
      <source>The register is complete</source>
      <translation>បញ្ជីរោងចក្រពេញលេញ</translation>
    </message>
    <message>
      <location filename="../../processing/algorithms/park_capacity.py" />
      <source>A park without a factory in it is then taken as empty. Otherwise nobody knows how full it is.</source>
      <translation>ពេលនោះ សួនឧស្សាហកម្មដែលគ្មានរោងចក្រ រាប់ថាទទេ។ បើមិនជ្រើសទេ មិនអាចដឹងថាវាពេញកម្រិតណាទេ។</translation>
    </message>
    <message>
      <location filename="../../processing/algorithms/park_capacity.py" />
      <source>Licensed area field (hectares)</source>
      <translation>វាលផ្ទៃក្រឡាតាមលិខិតអនុញ្ញាត (ហិកតា)</translation>
    </message>
    <message>
      <location filename="../../processing/algorithms/park_capacity.py" />
      <source>Compared with the area as drawn.</source>
      <translation>ប្រៀបធៀបជាមួយផ្ទៃក្រឡាដែលបានគូស។</translation>
    </message>
    <message>
      <location filename="../../processing/algorithms/park_capacity.py" />
      <source>Difference of areas to report (per cent)</source>
      <translation>គម្លាតផ្ទៃក្រឡាដែលត្រូវរាយការណ៍ (ភាគរយ)</translation>
    </message>
    <message>
      <location filename="../../processing/algorithms/park_capacity.py" />
      <source>By how much the drawn and the licensed area may differ unsaid.</source>
      <translation>គម្លាតរវាងផ្ទៃក្រឡាដែលបានគូស និងផ្ទៃក្រឡាតាមលិខិតអនុញ្ញាត ដែលមិនបាច់រាយការណ៍។</translation>
    </message>
    <message>
      <location filename="../../processing/algorithms/park_capacity.py" />
      <source>Permitted activities field</source>
      <translation>វាលសកម្មភាពដែលអនុញ្ញាត</translation>
    </message>
    <message>
      <location filename="../../processing/algorithms/park_capacity.py" />
      <source>ISIC codes of 2 to 4 digits or a section letter that the permit allows, with commas between.</source>
      <translation>លេខកូដ ISIC ពី 2 ដល់ 4 ខ្ទង់ ឬអក្សរជំពូក ដែលលិខិតអនុញ្ញាតអនុញ្ញាត បំបែកដោយសញ្ញាក្បៀស។</translation>
    </message>
    <message>
      <location filename="../../processing/algorithms/park_capacity.py" />
      <source>Permitted activities (table)</source>
      <translation>សកម្មភាពដែលអនុញ្ញាត (តារាង)</translation>
    </message>
    <message>
      <location filename="../../processing/algorithms/park_capacity.py" />
      <source>A table with the columns park_id and isic; goes before the field for the parks that it lists.</source>
      <translation>តារាងដែលមានជួរឈរ park_id និង isic។ តារាងនេះត្រូវបានប្រើមុនវាល សម្រាប់សួនឧស្សាហកម្មដែលមានក្នុងនោះ។</translation>
    </message>
    <message>
      <location filename="../../processing/algorithms/park_capacity.py" />
      <source>Ports</source>
      <translation>កំពង់ផែ</translation>
    </message>
    <message>
      <location filename="../../processing/algorithms/park_capacity.py" />
      <source>Airports</source>
      <translation>អាកាសយានដ្ឋាន</translation>
    </message>
    <message>
      <location filename="../../processing/algorithms/park_capacity.py" />
      <source>Border crossings</source>
      <translation>ច្រកព្រំដែន</translation>
    </message>
    <message>
      <location filename="../../processing/algorithms/park_capacity.py" />
      <source>Highways</source>
      <translation>ផ្លូវជាតិ</translation>
    </message>
    <message>
      <location filename="../../processing/algorithms/park_capacity.py" />
      <source>Power plants</source>
      <translation>រោងចក្រអគ្គិសនី</translation>
    </message>
    <message>
      <location filename="../../processing/algorithms/park_capacity.py" />
      <source>Substations</source>
      <translation>អនុស្ថានីយអគ្គិសនី</translation>
    </message>
    <message>
      <location filename="../../processing/algorithms/park_capacity.py" />
      <source>Points, lines or polygons, measured from the edge of each park. Empty: no such distance.</source>
      <translation>ចំណុច បន្ទាត់ ឬពហុកោណ វាស់ពីព្រំនៃសួនឧស្សាហកម្មនីមួយៗ។ ទុកទទេ៖ គ្មានចម្ងាយនេះទេ។</translation>
    </message>
    <message>
      <location filename="../../processing/algorithms/park_capacity.py" />
      <source>More facilities</source>
      <translation>ហេដ្ឋារចនាសម្ព័ន្ធផ្សេងទៀត</translation>
    </message>
    <message>
      <location filename="../../processing/algorithms/park_capacity.py" />
      <source>Layers of any other kind, such as railway stations; the kind is that of a field, or the layer's name.</source>
      <translation>ស្រទាប់ប្រភេទផ្សេងទៀត ដូចជាស្ថានីយរថភ្លើង។ ប្រភេទយកតាមវាលមួយ ឬតាមឈ្មោះស្រទាប់។</translation>
    </message>
    <message>
      <location filename="../../processing/algorithms/park_capacity.py" />
      <source>Kind field of more facilities</source>
      <translation>វាលប្រភេទនៃហេដ្ឋារចនាសម្ព័ន្ធផ្សេងទៀត</translation>
    </message>
    <message>
      <location filename="../../processing/algorithms/park_capacity.py" />
      <source>For layers that have it, such as kind. Empty: the layer's name is the kind of all its features.</source>
      <translation>សម្រាប់ស្រទាប់ដែលមានវាលនេះ ដូចជា kind។ ទុកទទេ៖ ឈ្មោះស្រទាប់ជាប្រភេទនៃវត្ថុទាំងអស់របស់វា។</translation>
    </message>
    <message>
      <location filename="../../processing/algorithms/park_capacity.py" />
      <source>Neighbours within (metres)</source>
      <translation>រោងចក្រជិតខាងក្នុងចម្ងាយ (ម៉ែត្រ)</translation>
    </message>
    <message>
      <location filename="../../processing/algorithms/park_capacity.py" />
      <source>Factories outside a park and so near to its edge are its neighbours.</source>
      <translation>រោងចក្រក្រៅសួនឧស្សាហកម្ម ដែលនៅជិតព្រំរបស់សួនដល់កម្រិតនេះ គឺជារោងចក្រជិតខាង។</translation>
    </message>
    <message>
      <location filename="../../processing/algorithms/park_capacity.py" />
      <source>Activity looking for a place (ISIC)</source>
      <translation>សកម្មភាពដែលកំពុងរកទីតាំង (ISIC)</translation>
    </message>
    <message>
      <location filename="../../processing/algorithms/park_capacity.py" />
      <source>An ISIC Rev. 4 code, or several with commas between: parks are ranked, and each must be permitted.</source>
      <translation>លេខកូដ ISIC កំណែទី ៤ មួយ ឬច្រើន បំបែកដោយសញ្ញាក្បៀស៖ សួនឧស្សាហកម្មត្រូវបានរៀបតាមចំណាត់ថ្នាក់ ហើយសកម្មភាពនីមួយៗត្រូវតែអនុញ្ញាត។</translation>
    </message>
    <message>
      <location filename="../../processing/algorithms/park_capacity.py" />
      <source>Area needed (hectares)</source>
      <translation>ផ្ទៃក្រឡាដែលត្រូវការ (ហិកតា)</translation>
    </message>
    <message>
      <location filename="../../processing/algorithms/park_capacity.py" />
      <source>Parks are ranked, and each must have so much free ground. Empty: any.</source>
      <translation>សួនឧស្សាហកម្មត្រូវបានរៀបតាមចំណាត់ថ្នាក់ ហើយសួននីមួយៗត្រូវមានដីទំនេរប៉ុណ្ណេះ។ ទុកទទេ៖ ប៉ុន្មានក៏បាន។</translation>
    </message>
    <message>
      <location filename="../../processing/algorithms/park_capacity.py" />
      <source>Weights of the ranking</source>
      <translation>ទម្ងន់នៃចំណាត់ថ្នាក់</translation>
    </message>
    <message>
      <location filename="../../processing/algorithms/park_capacity.py" />
      <source>Criterion and weight, with commas between: vacancy, same sector, port, airport, border, highway, power (plant or substation), power plant, substation, or another kind of facilities.</source>
      <translation>លក្ខណៈវិនិច្ឆ័យ និងទម្ងន់ បំបែកដោយសញ្ញាក្បៀស៖ vacancy (ដីទំនេរ), same sector (វិស័យដូចគ្នា), port (កំពង់ផែ), airport (អាកាសយានដ្ឋាន), border (ច្រកព្រំដែន), highway (ផ្លូវជាតិ), power (រោងចក្រអគ្គិសនី ឬអនុស្ថានីយ), power plant (រោងចក្រអគ្គិសនី), substation (អនុស្ថានីយ) ឬហេដ្ឋារចនាសម្ព័ន្ធប្រភេទផ្សេង។</translation>
    </message>
    <message>
      <location filename="../../processing/algorithms/park_capacity.py" />
      <source>Distances that count for nothing (km)</source>
      <translation>ចម្ងាយដែលលែងបានពិន្ទុ (km)</translation>
    </message>
    <message>
      <location filename="../../processing/algorithms/park_capacity.py" />
      <source>From one point at the park's edge down to none at this distance. The preset ones are assumptions.</source>
      <translation>ពីមួយពិន្ទុ នៅព្រំនៃសួនឧស្សាហកម្ម ថយទៅសូន្យ នៅចម្ងាយនេះ។ តម្លៃដែលមានស្រាប់ជាការសន្មត។</translation>
    </message>
    <message>
      <location filename="../../processing/algorithms/park_capacity.py" />
      <source>Holds micro, small, medium or large: the ground is assumed by it.</source>
      <translation>micro (មីក្រូ) small (ធុនតូច) medium (ធុនមធ្យម) ឬ large (ធុនធំ)៖ ផ្ទៃដីត្រូវបានសន្មតតាមទំហំនេះ។</translation>
    </message>
    <message>
      <location filename="../../processing/algorithms/park_capacity.py" />
      <source>Number of employees.</source>
      <translation>ចំនួនកម្មករនិយោជិត។</translation>
    </message>
    <message>
      <location filename="../../processing/algorithms/park_capacity.py" />
      <source>A factory that is decommissioned counts nowhere; one still to come has its plot already.</source>
      <translation>រោងចក្រដែលបិទជាស្ថាពរ មិនរាប់នៅកន្លែងណាទេ។ រោងចក្រដែលមិនទាន់មាន រាប់ថាមានដីរួចហើយ។</translation>
    </message>
    <message>
      <location filename="../../processing/algorithms/park_capacity.py" />
      <source>Parks are intersected and neighbours looked for in this CRS. It must be projected, in metres.</source>
      <translation>សួនឧស្សាហកម្មត្រូវបានប្រសព្វ ហើយរោងចក្រជិតខាងត្រូវបានស្វែងរក ក្នុង CRS នេះ។ វាត្រូវតែជា CRS ចំណោល គិតជាម៉ែត្រ។</translation>
    </message>
    <message>
      <location filename="../../processing/algorithms/park_capacity.py" />
      <source>{label}: layer “{layer}” has no boundaries of parks, only {what}: how full a park is, and what stands in it, can be told of its boundary alone. Draw the boundaries as polygons, or get them from the licences.</source>
      <translation>{label}៖ ស្រទាប់ «{layer}» គ្មានព្រំប្រទល់សួនឧស្សាហកម្មទេ មានតែ {what} ប៉ុណ្ណោះ៖ សួនពេញកម្រិតណា និងអ្វីស្ថិតក្នុងនោះ អាចដឹងបានតែតាមព្រំប្រទល់របស់វាប៉ុណ្ណោះ។ សូមគូសព្រំប្រទល់ជាពហុកោណ ឬយកពីលិខិតអនុញ្ញាត។</translation>
    </message>
    <message>
      <location filename="../../processing/algorithms/park_capacity.py" />
      <location filename="../../processing/parameters.py" />
      <location filename="../../qgis_plugin/project/sources.py" />
      <source>lines</source>
      <translation>បន្ទាត់</translation>
    </message>
    <message>
      <location filename="../../processing/algorithms/park_capacity.py" />
      <source>rows without geometry</source>
      <translation>ជួរគ្មានរូបធរណីមាត្រ</translation>
    </message>
    <message>
      <location filename="../../processing/algorithms/park_capacity.py" />
      <source>No layer of more facilities has a field “{field}” (FACILITY_KIND_FIELD). They have: {fields}.</source>
      <translation>គ្មានស្រទាប់ហេដ្ឋារចនាសម្ព័ន្ធផ្សេងទៀតណាមួយ មានវាល «{field}» (FACILITY_KIND_FIELD) ទេ។ វាលដែលមាន៖ {fields}។</translation>
    </message>
    <message>
      <location filename="../../processing/algorithms/park_capacity.py" />
      <source>The table of permits “{layer}” needs the columns park_id and isic. It has: {fields}.</source>
      <translation>តារាងលិខិតអនុញ្ញាត «{layer}» ត្រូវមានជួរឈរ park_id និង isic។ វាលដែលមាន៖ {fields}។</translation>
    </message>
    <message>
      <location filename="../../processing/algorithms/park_capacity.py" />
      <source>Points of the ranking</source>
      <translation>ពិន្ទុនៃចំណាត់ថ្នាក់</translation>
    </message>
    <message>
      <location filename="../../processing/algorithms/proximity.py" />
      <source>What is near the factories</source>
      <translation>អ្វីដែលនៅជិតរោងចក្រ</translation>
    </message>
    <message>
      <location filename="../../processing/algorithms/proximity.py" />
      <source>proximity,nearest,distance,neighbour,ring,donut,count,road,origin-destination,matrix</source>
      <translation>proximity,nearest,distance,neighbour,ring,donut,count,road,origin-destination,matrix,ភាពនៅជិត,ជិតបំផុត,ចម្ងាយ,រោងចក្រជិតខាង,រង្វង់,រង្វង់មានប្រហោង,រាប់ចំនួន,ផ្លូវ,ចំណុចចេញដំណើរ និងគោលដៅ,ម៉ាទ្រីស</translation>
    </message>
    <message>
      <location filename="../../processing/algorithms/proximity.py" />
      <source>For every factory: the nearest target of each layer or class, how far and in which direction; how many there are in rings around it, sums of their values, the share of the ground they cover; and, with a layer of roads, the distance by road.

Distances are geodesic, to the nearest point of a target, 0 inside a polygon. The register itself may be a target: a factory is not its own neighbour. Inputs are never changed.</source>
      <translation>សម្រាប់រោងចក្រនីមួយៗ៖ គោលដៅជិតបំផុតនៃស្រទាប់ ឬថ្នាក់នីមួយៗ ព្រមទាំងចម្ងាយ និងទិសដៅ ចំនួនគោលដៅក្នុងរង្វង់ជុំវិញរោងចក្រ ផលបូកនៃតម្លៃរបស់គោលដៅ និងចំណែកផ្ទៃដីដែលគោលដៅគ្របដណ្តប់។ បើមានស្រទាប់ផ្លូវ ចម្ងាយតាមផ្លូវក៏ត្រូវបានប្រាប់ដែរ។

ចម្ងាយវាស់លើផ្ទៃផែនដី (geodesic) ដល់ចំណុចជិតបំផុតនៃគោលដៅ ហើយស្មើ 0 នៅក្នុងពហុកោណ។ បញ្ជីរោងចក្រខ្លួនឯង ក៏អាចជាគោលដៅបានដែរ៖ រោងចក្រមិនរាប់ខ្លួនឯង ជារោងចក្រជិតខាងទេ។ ទិន្នន័យបញ្ចូលមិនត្រូវបានកែប្រែឡើយ។</translation>
    </message>
    <message>
      <location filename="../../processing/algorithms/proximity.py" />
      <source>Targets</source>
      <translation>គោលដៅ</translation>
    </message>
    <message>
      <location filename="../../processing/algorithms/proximity.py" />
      <source>What may be near: layers of points, lines or polygons, each asked for by itself.</source>
      <translation>អ្វីដែលអាចនៅជិត៖ ស្រទាប់ចំណុច បន្ទាត់ ឬពហុកោណ ដែលស្រទាប់នីមួយៗត្រូវបានស្វែងរកដាច់ដោយឡែក។</translation>
    </message>
    <message>
      <location filename="../../processing/algorithms/proximity.py" />
      <source>Lines; adds the distance by road to every pair. Directions and speeds are not known to it.</source>
      <translation>បន្ទាត់។ បន្ថែមចម្ងាយតាមផ្លូវសម្រាប់គូនីមួយៗ។ ទិសចរាចរណ៍ និងល្បឿន មិនត្រូវបានគិតទេ។</translation>
    </message>
    <message>
      <location filename="../../processing/algorithms/proximity.py" />
      <source>Proximity GeoPackage</source>
      <translation>GeoPackage អ្វីដែលនៅជិត</translation>
    </message>
    <message>
      <location filename="../../processing/algorithms/proximity.py" />
      <source>A .gpkg file with the tables factories, lines, od (one row a pair) and columns.</source>
      <translation>ឯកសារ .gpkg ដែលមានតារាង factories, lines, od (មួយជួរសម្រាប់គូនីមួយៗ) និង columns។</translation>
    </message>
    <message>
      <location filename="../../processing/algorithms/proximity.py" />
      <source>Factories and what is near</source>
      <translation>រោងចក្រ និងអ្វីដែលនៅជិត</translation>
    </message>
    <message>
      <location filename="../../processing/algorithms/proximity.py" />
      <source>Factories and targets, one row a pair</source>
      <translation>រោងចក្រ និងគោលដៅ មួយជួរសម្រាប់គូនីមួយៗ</translation>
    </message>
    <message>
      <location filename="../../processing/algorithms/proximity.py" />
      <source>Lines to what is near</source>
      <translation>បន្ទាត់ទៅអ្វីដែលនៅជិត</translation>
    </message>
    <message>
      <location filename="../../processing/algorithms/proximity.py" />
      <source>Class field of the targets</source>
      <translation>វាលថ្នាក់នៃគោលដៅ</translation>
    </message>
    <message>
      <location filename="../../processing/algorithms/proximity.py" />
      <source>Divides every layer that has this field: each class is asked for by itself. Empty: no division.</source>
      <translation>បែងចែកស្រទាប់នីមួយៗដែលមានវាលនេះ៖ ថ្នាក់នីមួយៗត្រូវបានស្វែងរកដាច់ដោយឡែក។ ទុកទទេ៖ មិនបែងចែក។</translation>
    </message>
    <message>
      <location filename="../../processing/algorithms/proximity.py" />
      <source>How many of each</source>
      <translation>ចំនួនគោលដៅពីស្រទាប់ ឬថ្នាក់នីមួយៗ</translation>
    </message>
    <message>
      <location filename="../../processing/algorithms/proximity.py" />
      <source>The nearest one or few of every layer or class, in the tables od and lines.</source>
      <translation>គោលដៅជិតបំផុតមួយ ឬពីរបី នៃស្រទាប់ ឬថ្នាក់នីមួយៗ ក្នុងតារាង od និង lines។</translation>
    </message>
    <message>
      <location filename="../../processing/algorithms/proximity.py" />
      <source>Rings (metres)</source>
      <translation>រង្វង់ (ម៉ែត្រ)</translation>
    </message>
    <message>
      <location filename="../../processing/algorithms/proximity.py" />
      <source>Limits of the rings in which targets are counted, growing, without a sign for thousands. A first limit above 0 leaves a hole. Empty: no counts.</source>
      <translation>ដែនកំណត់នៃរង្វង់ ដែលគោលដៅត្រូវបានរាប់ក្នុងនោះ រៀបពីតូចទៅធំ ដោយគ្មានសញ្ញារវាងខ្ទង់ពាន់។ ដែនកំណត់ទីមួយធំជាង 0 ធ្វើឱ្យរង្វង់មានប្រហោងកណ្តាល។ ទុកទទេ៖ មិនរាប់។</translation>
    </message>
    <message>
      <location filename="../../processing/algorithms/proximity.py" />
      <source>Fields to add up in the rings</source>
      <translation>វាលដែលត្រូវបូកក្នុងរង្វង់</translation>
    </message>
    <message>
      <location filename="../../processing/algorithms/proximity.py" />
      <source>Names of fields of numbers, with commas between, such as employees. Layers without them only count.</source>
      <translation>ឈ្មោះវាលចំនួន បំបែកដោយសញ្ញាក្បៀស ដូចជា employees។ ស្រទាប់ដែលគ្មានវាលទាំងនេះ ត្រូវបានរាប់ចំនួនប៉ុណ្ណោះ។</translation>
    </message>
    <message>
      <location filename="../../processing/algorithms/proximity.py" />
      <source>Add up polygons by the share of their area</source>
      <translation>បូកពហុកោណតាមចំណែកផ្ទៃក្រឡារបស់វា</translation>
    </message>
    <message>
      <location filename="../../processing/algorithms/proximity.py" />
      <source>As if what they hold were evenly spread. Otherwise each counts whole, where its edge is nearest.</source>
      <translation>ដូចជាអ្វីដែលពហុកោណមាន ស្ថិតរាយស្មើគ្នាលើផ្ទៃរបស់វា។ បើមិនជ្រើសទេ ពហុកោណនីមួយៗត្រូវបានរាប់ទាំងមូល ក្នុងរង្វង់ដែលព្រំជិតបំផុតរបស់វាស្ថិតនៅ។</translation>
    </message>
    <message>
      <location filename="../../processing/algorithms/proximity.py" />
      <source>Share of the ground in the rings</source>
      <translation>ចំណែកផ្ទៃដីក្នុងរង្វង់</translation>
    </message>
    <message>
      <location filename="../../processing/algorithms/proximity.py" />
      <source>For polygons: how much of each ring they cover. This takes longest of all.</source>
      <translation>សម្រាប់ពហុកោណ៖ ចំណែកនៃរង្វង់នីមួយៗ ដែលពហុកោណគ្របដណ្តប់។ ការគណនានេះប្រើពេលយូរជាងគេ។</translation>
    </message>
    <message>
      <location filename="../../processing/algorithms/proximity.py" />
      <source>Extend to the nearest when all rings are empty</source>
      <translation>ពង្រីកដល់គោលដៅជិតបំផុត ពេលរង្វង់ទាំងអស់ទទេ</translation>
    </message>
    <message>
      <location filename="../../processing/algorithms/proximity.py" />
      <source>The last ring then reaches to the nearest target; a column says how far.</source>
      <translation>ពេលនោះ រង្វង់ចុងក្រោយលាតដល់គោលដៅជិតបំផុត ហើយជួរឈរមួយប្រាប់ពីចម្ងាយ។</translation>
    </message>
    <message>
      <location filename="../../processing/algorithms/proximity.py" />
      <source>Targets beyond it are not looked for. Empty: no limit.</source>
      <translation>គោលដៅដែលនៅឆ្ងាយជាងនេះ មិនត្រូវបានស្វែងរកទេ។ ទុកទទេ៖ គ្មានដែនកំណត់។</translation>
    </message>
    <message>
      <location filename="../../processing/algorithms/proximity.py" />
      <source>Connecting lines</source>
      <translation>បន្ទាត់តភ្ជាប់</translation>
    </message>
    <message>
      <location filename="../../processing/algorithms/proximity.py" />
      <source>A line from each factory to each of its targets.</source>
      <translation>បន្ទាត់មួយពីរោងចក្រនីមួយៗ ទៅគោលដៅនីមួយៗរបស់វា។</translation>
    </message>
    <message>
      <location filename="../../processing/algorithms/proximity.py" />
      <source>Fields of the targets to carry over</source>
      <translation>វាលនៃគោលដៅដែលត្រូវចម្លងបន្ថែម</translation>
    </message>
    <message>
      <location filename="../../processing/algorithms/proximity.py" />
      <source>Into the table od, with commas between; there with “target_” before the name.</source>
      <translation>ចម្លងទៅក្នុងតារាង od បំបែកដោយសញ្ញាក្បៀស។ ក្នុងតារាងនោះ មាន «target_» នៅមុខឈ្មោះវាល។</translation>
    </message>
    <message>
      <location filename="../../processing/algorithms/proximity.py" />
      <source>Target id field</source>
      <translation>វាលលេខសម្គាល់គោលដៅ</translation>
    </message>
    <message>
      <location filename="../../processing/algorithms/proximity.py" />
      <source>For layers that have it. Empty: the usual names.</source>
      <translation>សម្រាប់ស្រទាប់ដែលមានវាលនេះ។ ទុកទទេ៖ ឈ្មោះវាលដែលប្រើជាទូទៅ។</translation>
    </message>
    <message>
      <location filename="../../processing/algorithms/proximity.py" />
      <source>Target name field</source>
      <translation>វាលឈ្មោះគោលដៅ</translation>
    </message>
    <message>
      <location filename="../../processing/algorithms/proximity.py" />
      <source>Names the factory; a target with the same field and id is that factory itself.</source>
      <translation>សម្គាល់រោងចក្រ។ គោលដៅដែលមានវាល និងលេខសម្គាល់ដូចគ្នា គឺជារោងចក្រនោះផ្ទាល់។</translation>
    </message>
    <message>
      <location filename="../../processing/algorithms/proximity.py" />
      <source>Choose at least one layer of targets (TARGETS).</source>
      <translation>សូមជ្រើសរើសស្រទាប់គោលដៅយ៉ាងតិចមួយ (TARGETS)។</translation>
    </message>
    <message>
      <location filename="../../processing/algorithms/proximity.py" />
      <source>No layer of targets has a field “{field}” ({parameter}). They have: {fields}.</source>
      <translation>គ្មានស្រទាប់គោលដៅណាមួយ មានវាល «{field}» ({parameter}) ទេ។ វាលដែលមាន៖ {fields}។</translation>
    </message>
    <message>
      <location filename="../../processing/algorithms/proximity.py" />
      <source>Field “{field}” (SUM_FIELDS) holds no numbers that could be added up: its type is {type}.</source>
      <translation>វាល «{field}» (SUM_FIELDS) គ្មានចំនួនដែលអាចបូកបានទេ៖ ប្រភេទរបស់វាគឺ {type}។</translation>
    </message>
    <message>
      <location filename="../../processing/algorithms/proximity.py" />
      <source>K is {k}: ask for 1 to {most} of each layer or class.</source>
      <translation>K ស្មើ {k}៖ សូមបញ្ចូលពី 1 ដល់ {most} សម្រាប់ស្រទាប់ ឬថ្នាក់នីមួយៗ។</translation>
    </message>
    <message>
      <location filename="../../processing/algorithms/reconcile_registration.py" />
      <source>Compare register and registration</source>
      <translation>ប្រៀបធៀបបញ្ជីរោងចក្រ ជាមួយការចុះបញ្ជី</translation>
    </message>
    <message>
      <location filename="../../processing/algorithms/reconcile_registration.py" />
      <source>register,registration,CamDX,reconcile,match,conflict,deadline,expired,progress</source>
      <translation>register,registration,CamDX,reconcile,match,conflict,deadline,expired,progress,បញ្ជីរោងចក្រ,ការចុះបញ្ជី,ប្រៀបធៀប,ការផ្គូផ្គង,ចំណុចមិនស៊ីគ្នា,ថ្ងៃផុតកំណត់,ផុតសុពលភាព,វឌ្ឍនភាព</translation>
    </message>
    <message>
      <location filename="../../processing/algorithms/reconcile_registration.py" />
      <source>Holds the register against an extract of the registration system: which factories are registered and located, registered without a location, located without a registration; where the two disagree; which permits have run out and which registrations are overdue; and how far the registration is, per province.

Licence and factory ids decide first, then operator and name, then name and place. What fits two records equally well is told, not guessed. All rows are accounted for. These are proposals: neither the register nor the extract is changed.</source>
      <translation>ប្រៀបធៀបបញ្ជីរោងចក្រ ជាមួយទិន្នន័យដកស្រង់នៃប្រព័ន្ធចុះបញ្ជី៖ រោងចក្រណាបានចុះបញ្ជី ហើយមានទីតាំង រោងចក្រណាបានចុះបញ្ជី តែគ្មានទីតាំង និងរោងចក្រណាមានទីតាំង តែមិនទាន់ចុះបញ្ជី កន្លែងដែលទាំងពីរមិនស៊ីគ្នា លិខិតអនុញ្ញាតណាផុតសុពលភាព ការចុះបញ្ជីណាហួសថ្ងៃផុតកំណត់ និងវឌ្ឍនភាពនៃការចុះបញ្ជី តាមរាជធានី-ខេត្ត។

លេខលិខិតអនុញ្ញាត និងលេខសម្គាល់រោងចក្រ ត្រូវបានប្រើជាមុន បន្ទាប់មកប្រតិបត្តិករ និងឈ្មោះ រួចឈ្មោះ និងទីតាំង។ អ្វីដែលត្រូវនឹងកំណត់ត្រាពីរស្មើគ្នា ត្រូវបានរាយការណ៍ មិនត្រូវបានស្មានទេ។ ជួរទាំងអស់ត្រូវបានរាប់ គ្មានជួរណាបាត់ឡើយ។ ទាំងនេះគ្រាន់តែជាសំណើ៖ បញ្ជីរោងចក្រ និងទិន្នន័យដកស្រង់ មិនត្រូវបានកែប្រែឡើយ។</translation>
    </message>
    <message>
      <location filename="../../processing/algorithms/reconcile_registration.py" />
      <source>The factories, with the fields of the register; see “Create an empty register”.</source>
      <translation>រោងចក្រ ដែលមានវាលនៃបញ្ជីរោងចក្រ។ សូមមើល «បង្កើតបញ្ជីរោងចក្រទទេ»។</translation>
    </message>
    <message>
      <location filename="../../processing/algorithms/reconcile_registration.py" />
      <source>Extract of the registration system</source>
      <translation>ទិន្នន័យដកស្រង់នៃប្រព័ន្ធចុះបញ្ជី</translation>
    </message>
    <message>
      <location filename="../../processing/algorithms/reconcile_registration.py" />
      <source>Which column of the extract holds what. Empty: suggested from the names of its columns; see the log.</source>
      <translation>ជួរឈរណានៃទិន្នន័យដកស្រង់មានអ្វី។ ទុកទទេ៖ ស្នើតាមឈ្មោះជួរឈរ។ សូមមើលកំណត់ហេតុ។</translation>
    </message>
    <message>
      <location filename="../../processing/algorithms/reconcile_registration.py" />
      <location filename="../../processing/titles.py" />
      <source>Deadline</source>
      <translation>ថ្ងៃផុតកំណត់</translation>
    </message>
    <message>
      <location filename="../../processing/algorithms/reconcile_registration.py" />
      <source>The last day for completing the registration, as 2024-12-31 or 31/12/2024. Empty: nothing is overdue.</source>
      <translation>ថ្ងៃចុងក្រោយសម្រាប់បញ្ចប់ការចុះបញ្ជី ដូចជា 2024-12-31 ឬ 31/12/2024។ ទុកទទេ៖ គ្មានអ្វីហួសថ្ងៃផុតកំណត់ទេ។</translation>
    </message>
    <message>
      <location filename="../../processing/algorithms/reconcile_registration.py" />
      <source>Deadlines of provinces</source>
      <translation>ថ្ងៃផុតកំណត់តាមរាជធានី-ខេត្ត</translation>
    </message>
    <message>
      <location filename="../../processing/algorithms/reconcile_registration.py" />
      <source>Tables of deadlines (*.csv *.yaml *.yml)</source>
      <translation>តារាងថ្ងៃផុតកំណត់ (*.csv *.yaml *.yml)</translation>
    </message>
    <message>
      <location filename="../../processing/algorithms/reconcile_registration.py" />
      <source>CSV with the columns province_code and deadline, or YAML. The deadline above is that of the others.</source>
      <translation>CSV ដែលមានជួរឈរ province_code និង deadline ឬ YAML។ ថ្ងៃផុតកំណត់ខាងលើ ប្រើសម្រាប់រាជធានី-ខេត្តផ្សេងទៀត។</translation>
    </message>
    <message>
      <location filename="../../processing/algorithms/reconcile_registration.py" />
      <source>As of</source>
      <translation>គិតត្រឹមថ្ងៃ</translation>
    </message>
    <message>
      <location filename="../../processing/algorithms/reconcile_registration.py" />
      <source>The day for which expiry and deadlines are told. Empty: today.</source>
      <translation>ថ្ងៃដែលការផុតសុពលភាព និងការហួសថ្ងៃផុតកំណត់ ត្រូវបានគិតត្រឹម។ ទុកទទេ៖ ថ្ងៃនេះ។</translation>
    </message>
    <message>
      <location filename="../../processing/algorithms/reconcile_registration.py" />
      <source>Places agree up to (metres)</source>
      <translation>ទីតាំងត្រូវគ្នា រហូតដល់ចម្ងាយ (ម៉ែត្រ)</translation>
    </message>
    <message>
      <location filename="../../processing/algorithms/reconcile_registration.py" />
      <source>Metres between two coordinates, beyond their accuracies, up to which they are one place.</source>
      <translation>ចំនួនម៉ែត្ររវាងកូអរដោនេពីរ លើសពីភាពត្រឹមត្រូវរបស់វា ដែលកូអរដោនេទាំងពីរនៅរាប់ជាទីតាំងតែមួយ។</translation>
    </message>
    <message>
      <location filename="../../processing/algorithms/reconcile_registration.py" />
      <source>Expiry column of the extract</source>
      <translation>ជួរឈរថ្ងៃផុតសុពលភាពនៃទិន្នន័យដកស្រង់</translation>
    </message>
    <message>
      <location filename="../../processing/algorithms/reconcile_registration.py" />
      <source>The last day of the permit.</source>
      <translation>ថ្ងៃចុងក្រោយនៃលិខិតអនុញ្ញាត។</translation>
    </message>
    <message>
      <location filename="../../processing/algorithms/reconcile_registration.py" />
      <source>Update column of the extract</source>
      <translation>ជួរឈរថ្ងៃធ្វើបច្ចុប្បន្នភាពនៃទិន្នន័យដកស្រង់</translation>
    </message>
    <message>
      <location filename="../../processing/algorithms/reconcile_registration.py" />
      <source>The day on which the record was changed.</source>
      <translation>ថ្ងៃដែលកំណត់ត្រាត្រូវបានកែប្រែ។</translation>
    </message>
    <message>
      <location filename="../../processing/algorithms/reconcile_registration.py" />
      <source>Empty: found by its name, such as {names}.</source>
      <translation>ទុកទទេ៖ រកតាមឈ្មោះរបស់វា ដូចជា {names}។</translation>
    </message>
    <message>
      <location filename="../../processing/algorithms/reconcile_registration.py" />
      <source>Comparison</source>
      <translation>ការប្រៀបធៀប</translation>
    </message>
    <message>
      <location filename="../../processing/algorithms/reconcile_registration.py" />
      <source>A .gpkg file with the tables matched, not_located, extract_only, field_finds, register_only, ambiguous, conflicts, expired, overdue, proposals, progress and unread.</source>
      <translation>ឯកសារ .gpkg ដែលមានតារាង matched, not_located, extract_only, field_finds, register_only, ambiguous, conflicts, expired, overdue, proposals, progress និង unread។</translation>
    </message>
    <message>
      <location filename="../../processing/algorithms/reconcile_registration.py" />
      <source>The counts for other programs, and where every row went.</source>
      <translation>ចំនួនសម្រាប់កម្មវិធីផ្សេង និងតារាងដែលជួរនីមួយៗស្ថិតនៅ។</translation>
    </message>
    <message>
      <location filename="../../processing/algorithms/reconcile_registration.py" />
      <location filename="../../processing/registration/report.py" />
      <location filename="../../processing/titles.py" />
      <source>Registered and located</source>
      <translation>បានចុះបញ្ជី ហើយមានទីតាំង</translation>
    </message>
    <message>
      <location filename="../../processing/algorithms/reconcile_registration.py" />
      <location filename="../../processing/registration/report.py" />
      <location filename="../../processing/titles.py" />
      <source>Located, not registered</source>
      <translation>មានទីតាំង តែមិនទាន់ចុះបញ្ជី</translation>
    </message>
    <message>
      <location filename="../../processing/algorithms/reconcile_registration.py" />
      <location filename="../../processing/registration/report.py" />
      <source>Progress of the registration</source>
      <translation>វឌ្ឍនភាពនៃការចុះបញ្ជី</translation>
    </message>
    <message>
      <location filename="../../processing/algorithms/reconcile_registration.py" />
      <source>Registrations completed</source>
      <translation>ការចុះបញ្ជីដែលបានបញ្ចប់</translation>
    </message>
    <message>
      <location filename="../../processing/algorithms/reconcile_registration.py" />
      <location filename="../../processing/titles.py" />
      <source>To be registered</source>
      <translation>ត្រូវចុះបញ្ជី</translation>
    </message>
    <message>
      <location filename="../../processing/algorithms/reconcile_registration.py" />
      <source>Matched</source>
      <translation>បានផ្គូផ្គង</translation>
    </message>
    <message>
      <location filename="../../processing/algorithms/reconcile_registration.py" />
      <location filename="../../processing/registration/report.py" />
      <location filename="../../processing/titles.py" />
      <source>Registered, not located</source>
      <translation>បានចុះបញ្ជី តែគ្មានទីតាំង</translation>
    </message>
    <message>
      <location filename="../../processing/algorithms/reconcile_registration.py" />
      <location filename="../../processing/titles.py" />
      <source>Conflicts</source>
      <translation>ចំណុចមិនស៊ីគ្នា</translation>
    </message>
    <message>
      <location filename="../../processing/algorithms/reconcile_registration.py" />
      <location filename="../../processing/registration/report.py" />
      <source>Permits that have run out</source>
      <translation>លិខិតអនុញ្ញាតដែលផុតសុពលភាព</translation>
    </message>
    <message>
      <location filename="../../processing/algorithms/reconcile_registration.py" />
      <location filename="../../processing/titles.py" />
      <source>Overdue</source>
      <translation>ហួសថ្ងៃផុតកំណត់</translation>
    </message>
    <message>
      <location filename="../../processing/algorithms/reconcile_registration.py" />
      <source>{label}: layer “{layer}” has neither points nor polygons, so it is no register.</source>
      <translation>{label}៖ ស្រទាប់ «{layer}» គ្មានចំណុច ហើយក៏គ្មានពហុកោណដែរ ដូច្នេះ វាមិនមែនជាបញ្ជីរោងចក្រឡើយ។</translation>
    </message>
    <message>
      <location filename="../../processing/algorithms/reconcile_registration.py" />
      <source>{label}: layer “{layer}” has none of the fields {wanted}, so nothing of the extract can be found in it. It has: {fields}.</source>
      <translation>{label}៖ ស្រទាប់ «{layer}» គ្មានវាលណាមួយក្នុងចំណោម {wanted} ទេ ដូច្នេះ មិនអាចរកអ្វីនៃទិន្នន័យដកស្រង់ឃើញក្នុងវាបានទេ។ វាលដែលមាន៖ {fields}។</translation>
    </message>
    <message>
      <location filename="../../processing/algorithms/reconcile_registration.py" />
      <source>{label}: “{value}” is not a date. Give it as 2024-12-31.</source>
      <translation>{label}៖ «{value}» មិនមែនជាកាលបរិច្ឆេទទេ។ សូមសរសេរដូចជា 2024-12-31។</translation>
    </message>
    <message>
      <location filename="../../processing/algorithms/reconcile_registration.py" />
      <source>{register} against {extract}, as of {day}.</source>
      <translation>{register} ប្រៀបធៀបជាមួយ {extract} គិតត្រឹម {day}។</translation>
    </message>
    <message>
      <location filename="../../processing/algorithms/reconcile_registration.py" />
      <source>Registration extract {name}, {day}</source>
      <translation>ទិន្នន័យដកស្រង់នៃការចុះបញ្ជី {name}, {day}</translation>
    </message>
    <message>
      <location filename="../../processing/algorithms/reconcile_registration.py" />
      <source>Column “{column}” was taken for the registration status, by its values.</source>
      <translation>ជួរឈរ «{column}» ត្រូវបានយកជាស្ថានភាពចុះបញ្ជី តាមតម្លៃរបស់វា។</translation>
    </message>
    <message>
      <location filename="../../processing/algorithms/reconcile_registration.py" />
      <source>The values of column “{column}” look like states of a registration, but the profile does not use it: give it as registration_status.</source>
      <translation>តម្លៃនៃជួរឈរ «{column}» មើលទៅដូចជាស្ថានភាពនៃការចុះបញ្ជី ប៉ុន្តែទម្រង់ផ្គូផ្គងមិនប្រើវាទេ៖ សូមបញ្ជាក់វាជា registration_status ។</translation>
    </message>
    <message>
      <location filename="../../processing/algorithms/reconcile_registration.py" />
      <location filename="../../processing/parameters.py" />
      <source>… and {count} more problems.</source>
      <translation>… និងបញ្ហា {count} ទៀត។</translation>
    </message>
    <message>
      <location filename="../../processing/algorithms/reconcile_registration.py" />
      <source>The extract has no column of ids: only names and places can match.</source>
      <translation>ទិន្នន័យដកស្រង់គ្មានជួរឈរលេខសម្គាល់ទេ៖ មានតែឈ្មោះ និងទីតាំងប៉ុណ្ណោះ ដែលអាចផ្គូផ្គងបាន។</translation>
    </message>
    <message>
      <location filename="../../processing/algorithms/reconcile_registration.py" />
      <source>The extract has no column with the expiry of permits (EXPIRY_FIELD): the register's is used.</source>
      <translation>ទិន្នន័យដកស្រង់គ្មានជួរឈរថ្ងៃផុតសុពលភាពនៃលិខិតអនុញ្ញាត (EXPIRY_FIELD) ទេ៖ ថ្ងៃក្នុងបញ្ជីរោងចក្រត្រូវបានប្រើ។</translation>
    </message>
    <message>
      <location filename="../../processing/algorithms/register_quality.py" />
      <location filename="../../qgis_plugin/panel/reports/templates.py" />
      <source>Quality of the register</source>
      <translation>គុណភាពបញ្ជីរោងចក្រ</translation>
    </message>
    <message>
      <location filename="../../processing/algorithms/register_quality.py" />
      <source>register,quality,completeness,accuracy,ISO 19157,statistics,province,district</source>
      <translation>register,quality,completeness,accuracy,ISO 19157,statistics,province,district,បញ្ជីរោងចក្រ,គុណភាព,ភាពពេញលេញ,ភាពត្រឹមត្រូវ,ស្ថិតិ,ខេត្ត,ស្រុក</translation>
    </message>
    <message>
      <location filename="../../processing/algorithms/register_quality.py" />
      <source>Measures the register per province and district: what is missing, what is inconsistent, how accurate the locations are, and, with the findings of a check, how much could not be decided.

The measures follow ISO 19157 where it has one, and name it. With a layer of provinces or districts the result is also a map, by the share of factories without any fault. Inputs are never changed.</source>
      <translation>វាស់គុណភាពបញ្ជីរោងចក្រ តាមរាជធានី-ខេត្ត និងតាមក្រុង-ស្រុក-ខណ្ឌ៖ អ្វីបាត់ អ្វីមិនស៊ីគ្នា ទីតាំងត្រឹមត្រូវប៉ុនណា ហើយបើមានរបកគំហើញនៃការពិនិត្យ ប៉ុន្មានដែលមិនទាន់សម្រេច។

រង្វាស់ទាំងនេះធ្វើតាម ISO 19157 កន្លែងដែលស្តង់ដារនោះមាន ហើយប្រាប់លេខរបស់វា។ បើមានស្រទាប់ខេត្ត ឬស្រុក លទ្ធផលក៏ជាផែនទី តាមភាគរោងចក្រដែលគ្មានកំហុស។ ទិន្នន័យបញ្ចូលមិនត្រូវបានកែប្រែឡើយ។</translation>
    </message>
    <message>
      <location filename="../../processing/algorithms/register_quality.py" />
      <source>The findings GeoPackage of a check of this register: adds what is undecided or without zoning data.</source>
      <translation>GeoPackage របកគំហើញ នៃការពិនិត្យបញ្ជីរោងចក្រនេះ៖ បន្ថែមចំនួនដែលមិនទាន់សម្រេច ឬគ្មានទិន្នន័យតំបន់ប្រើប្រាស់ដី។</translation>
    </message>
    <message>
      <location filename="../../processing/algorithms/register_quality.py" />
      <source>Provinces or districts</source>
      <translation>រាជធានី-ខេត្ត ឬក្រុង-ស្រុក-ខណ្ឌ</translation>
    </message>
    <message>
      <location filename="../../processing/algorithms/register_quality.py" />
      <source>Polygons with the codes that the register has, to draw the measures on.</source>
      <translation>ពហុកោណដែលមានលេខកូដដូចក្នុងបញ្ជីរោងចក្រ សម្រាប់គូររង្វាស់លើផែនទី។</translation>
    </message>
    <message>
      <location filename="../../processing/algorithms/register_quality.py" />
      <source>Code field</source>
      <translation>វាលលេខកូដ</translation>
    </message>
    <message>
      <location filename="../../processing/algorithms/register_quality.py" />
      <source>Holds province codes (2 digits) or district codes (4). Empty: the first there is of {fields}.</source>
      <translation>មានលេខកូដរាជធានី-ខេត្ត (2 ខ្ទង់) ឬលេខកូដក្រុង-ស្រុក-ខណ្ឌ (4 ខ្ទង់)។ ទុកទទេ៖ វាលទីមួយដែលមាន ក្នុងចំណោម {fields}។</translation>
    </message>
    <message>
      <location filename="../../processing/algorithms/register_quality.py" />
      <source>Quality GeoPackage</source>
      <translation>GeoPackage គុណភាព</translation>
    </message>
    <message>
      <location filename="../../processing/algorithms/register_quality.py" />
      <source>A .gpkg file with the tables quality and measures, and quality_map where an area layer was given.</source>
      <translation>ឯកសារ .gpkg ដែលមានតារាង quality និង measures ព្រមទាំង quality_map បើបានផ្តល់ស្រទាប់ពហុកោណ។</translation>
    </message>
    <message>
      <location filename="../../processing/algorithms/register_quality.py" />
      <source>The same measures for other programs, and where they come from.</source>
      <translation>រង្វាស់ដដែល សម្រាប់កម្មវិធីផ្សេង និងប្រភពរបស់វា។</translation>
    </message>
    <message>
      <location filename="../../processing/algorithms/register_quality.py" />
      <source>Map of the quality</source>
      <translation>ផែនទីគុណភាព</translation>
    </message>
    <message>
      <location filename="../../processing/algorithms/register_quality.py" />
      <source>Factories without any fault</source>
      <translation>រោងចក្រដែលគ្មានកំហុស</translation>
    </message>
    <message>
      <location filename="../../processing/algorithms/register_quality.py" />
      <source>Should be there, and once only.</source>
      <translation>គួរតែមាន ហើយមានតែម្តង។</translation>
    </message>
    <message>
      <location filename="../../processing/algorithms/register_quality.py" />
      <source>A method that ends in _centroid is a coarse one.</source>
      <translation>វិធីសាស្ត្រដែលបញ្ចប់ដោយ _centroid ជាវិធីសាស្ត្រគ្រើម។</translation>
    </message>
    <message>
      <location filename="../../processing/algorithms/register_quality.py" />
      <source>Groups the factories.</source>
      <translation>ប្រើសម្រាប់ដាក់រោងចក្រជាក្រុម។</translation>
    </message>
    <message>
      <location filename="../../processing/algorithms/register_quality.py" />
      <source>Should be there.</source>
      <translation>គួរតែមាន។</translation>
    </message>
    <message>
      <location filename="../../processing/algorithms/register_quality.py" />
      <source>Should not be below what the staff gives.</source>
      <translation>មិនគួរតូចជាងទំហំ ដែលចំនួនកម្មករនិយោជិតកំណត់។</translation>
    </message>
    <message>
      <location filename="../../processing/algorithms/register_quality.py" />
      <source>People employed at this place.</source>
      <translation>ចំនួនអ្នកធ្វើការនៅទីនេះ។</translation>
    </message>
    <message>
      <location filename="../../processing/algorithms/register_quality.py" />
      <source>Layer “{layer}” is no register: it has none of the fields {wanted}. It has: {fields}. Choose the register, or say which field holds the ids (FACTORY_ID_FIELD).</source>
      <translation>ស្រទាប់ «{layer}» មិនមែនជាបញ្ជីរោងចក្រទេ៖ វាគ្មានវាល {wanted} ណាមួយទេ។ វាមាន៖ {fields}។ សូមជ្រើសបញ្ជីរោងចក្រ ឬប្រាប់ថាវាលណាមានលេខសម្គាល់ (FACTORY_ID_FIELD)។</translation>
    </message>
    <message>
      <location filename="../../processing/algorithms/register_quality.py" />
      <location filename="../../processing/checks/role_layers.py" />
      <location filename="../../processing/reports/site_map.py" />
      <location filename="../../qgis_plugin/project/setup.py" />
      <source>none</source>
      <translation>គ្មាន</translation>
    </message>
    <message>
      <location filename="../../processing/algorithms/register_quality.py" />
      <source>Say which field of layer “{layer}” holds the codes (ADMIN_FIELD). It has: {fields}.</source>
      <translation>សូមបញ្ជាក់ថា វាលណាមួយរបស់ស្រទាប់ «{layer}» មានលេខកូដ (ADMIN_FIELD)។ វាលដែលមាន៖ {fields}។</translation>
    </message>
    <message>
      <location filename="../../processing/algorithms/register_quality.py" />
      <source>Factories that share their id with another, so that the findings do not tell which verdict is whose: {count}. They count as not checked.</source>
      <translation>រោងចក្រដែលមានលេខសម្គាល់ដូចរោងចក្រផ្សេង ដូច្នេះរបកគំហើញមិនប្រាប់ថា លទ្ធផលពិនិត្យណាជារបស់រោងចក្រណា៖ {count}។ រោងចក្រទាំងនោះរាប់ថាមិនបានពិនិត្យ។</translation>
    </message>
    <message>
      <location filename="../../processing/algorithms/register_quality.py" />
      <source>Factories whose code no polygon of “{layer}” has, and that the map leaves out: {count}.</source>
      <translation>រោងចក្រដែលលេខកូដមិនមានក្នុងពហុកោណណាមួយនៃ «{layer}» ហើយផែនទីមិនបង្ហាញ៖ {count}។</translation>
    </message>
    <message>
      <location filename="../../processing/algorithms/register_quality.py" />
      <source>Measured: {layers}.</source>
      <translation>បានវាស់៖ {layers}។</translation>
    </message>
    <message>
      <location filename="../../processing/algorithms/safety_buffers.py" />
      <source>Safety buffers and who is inside</source>
      <translation>តំបន់ទ្រនាប់សុវត្ថិភាព និងអ្នកដែលស្ថិតនៅក្នុង</translation>
    </message>
    <message>
      <location filename="../../processing/algorithms/safety_buffers.py" />
      <source>safety,buffer,zone,hazard,risk,separation,receptor,population,exposure,domino,ALOHA,threat zone</source>
      <translation>safety,buffer,zone,hazard,risk,separation,receptor,population,exposure,domino,ALOHA,threat zone,សុវត្ថិភាព,តំបន់ទ្រនាប់,តំបន់,គ្រោះថ្នាក់,ហានិភ័យ,ចម្ងាយញែក,ទីតាំងងាយរងផលប៉ះពាល់,ប្រជាជន,ភាពប្រឈម,ឥទ្ធិពលដូមីណូ,តំបន់គំរាមកំហែង</translation>
    </message>
    <message>
      <location filename="../../processing/algorithms/safety_buffers.py" />
      <source>Draws nested zones around factories, or around their tanks and stacks, and says who and what lies inside (schools, homes, people, each counted once) and which factories stand in one another's zone.

Distances come from a rule pack, from fields, or from a table of classes. It draws distances and models no gas, fire or explosion; zones that a model gave, such as ALOHA's, can be brought in. Inputs are never changed.</source>
      <translation>គូសតំបន់ជាច្រើនកម្រិត ពីក្នុងទៅក្រៅ ជុំវិញរោងចក្រ ឬជុំវិញធុងស្តុក និងបំពង់ផ្សែងរបស់រោងចក្រ ហើយប្រាប់ថា អ្នកណា និងអ្វីស្ថិតនៅក្នុង (សាលារៀន លំនៅឋាន ប្រជាជន ដោយរាប់តែម្តង) និងរោងចក្រណាស្ថិតក្នុងតំបន់នៃរោងចក្រផ្សេង។

ចម្ងាយយកពីកញ្ចប់វិធាន ពីវាល ឬពីតារាងថ្នាក់។ ក្បួនដោះស្រាយនេះគូសតែចម្ងាយ ហើយមិនគណនាការសាយភាយឧស្ម័ន អគ្គិភ័យ ឬការផ្ទុះទេ។ តំបន់ដែលបានពីគំរូគណនា ដូចជារបស់ ALOHA អាចយកមកប្រើបាន។ ទិន្នន័យបញ្ចូលមិនត្រូវបានកែប្រែឡើយ។</translation>
    </message>
    <message>
      <location filename="../../processing/algorithms/safety_buffers.py" />
      <source>Safety GeoPackage</source>
      <translation>GeoPackage សុវត្ថិភាព</translation>
    </message>
    <message>
      <location filename="../../processing/algorithms/safety_buffers.py" />
      <source>A .gpkg file with the tables zones, dissolved, overlap_free, by_province, receptors, exposure, overall, dominoes, factories and accuracy_outline.</source>
      <translation>ឯកសារ .gpkg ដែលមានតារាង zones, dissolved, overlap_free, by_province, receptors, exposure, overall, dominoes, factories និង accuracy_outline។</translation>
    </message>
    <message>
      <location filename="../../processing/algorithms/safety_buffers.py" />
      <source>Safety zones</source>
      <translation>តំបន់សុវត្ថិភាព</translation>
    </message>
    <message>
      <location filename="../../processing/algorithms/safety_buffers.py" />
      <source>Who and what lies inside, by factory</source>
      <translation>អ្នកណា និងអ្វីស្ថិតនៅក្នុង តាមរោងចក្រ</translation>
    </message>
    <message>
      <location filename="../../processing/algorithms/safety_buffers.py" />
      <source>Who and what lies inside, counted once</source>
      <translation>អ្នកណា និងអ្វីស្ថិតនៅក្នុង រាប់តែម្តង</translation>
    </message>
    <message>
      <location filename="../../processing/algorithms/safety_buffers.py" />
      <source>Factories in the zone of another</source>
      <translation>រោងចក្រក្នុងតំបន់នៃរោងចក្រផ្សេង</translation>
    </message>
    <message>
      <location filename="../../processing/algorithms/safety_buffers.py" />
      <source>Number of zones</source>
      <translation>ចំនួនតំបន់</translation>
    </message>
    <message>
      <location filename="../../processing/algorithms/safety_buffers.py" />
      <source>Number of receptors inside</source>
      <translation>ចំនួនទីតាំងងាយរងផលប៉ះពាល់នៅក្នុងតំបន់</translation>
    </message>
    <message>
      <location filename="../../processing/algorithms/safety_buffers.py" />
      <source>Number of people inside</source>
      <translation>ចំនួនប្រជាជននៅក្នុងតំបន់</translation>
    </message>
    <message>
      <location filename="../../processing/algorithms/safety_buffers.py" />
      <source>Number of pairs of factories</source>
      <translation>ចំនួនគូរោងចក្រ</translation>
    </message>
    <message>
      <location filename="../../processing/algorithms/safety_buffers.py" />
      <source>a rule pack</source>
      <translation>កញ្ចប់វិធាន</translation>
    </message>
    <message>
      <location filename="../../processing/algorithms/safety_buffers.py" />
      <source>fields of metres</source>
      <translation>វាលចម្ងាយជាម៉ែត្រ</translation>
    </message>
    <message>
      <location filename="../../processing/algorithms/safety_buffers.py" />
      <source>a class table</source>
      <translation>តារាងថ្នាក់</translation>
    </message>
    <message>
      <location filename="../../processing/algorithms/safety_buffers.py" />
      <source>Distances from</source>
      <translation>ប្រភពចម្ងាយ</translation>
    </message>
    <message>
      <location filename="../../processing/algorithms/safety_buffers.py" />
      <source>Where the metres of the zones come from.</source>
      <translation>ប្រភពនៃចម្ងាយរបស់តំបន់ គិតជាម៉ែត្រ។</translation>
    </message>
    <message>
      <location filename="../../processing/algorithms/safety_buffers.py" />
      <source>YAML file of rules; its distances to receptors become zones. Empty: the packs of Viet Nam (TCVN 4449) and Hong Kong that ship with the plugin, for screening.</source>
      <translation>ឯកសារ YAML នៃវិធាន។ ចម្ងាយដល់ទីតាំងងាយរងផលប៉ះពាល់ ក្នុងវិធានទាំងនោះ ក្លាយជាតំបន់។ ទុកទទេ៖ កញ្ចប់របស់វៀតណាម (TCVN 4449) និងហុងកុង ដែលមកជាមួយកម្មវិធីជំនួយ សម្រាប់ពិនិត្យបឋម។</translation>
    </message>
    <message>
      <location filename="../../processing/algorithms/safety_buffers.py" />
      <source>Fields of metres</source>
      <translation>វាលចម្ងាយជាម៉ែត្រ</translation>
    </message>
    <message>
      <location filename="../../processing/algorithms/safety_buffers.py" />
      <source>Of the factories, the innermost level first. An empty value, or 0, is no zone of that level.</source>
      <translation>វាលរបស់រោងចក្រ រៀបពីកម្រិតក្នុងបំផុត។ តម្លៃទទេ ឬ 0 មានន័យថា គ្មានតំបន់នៅកម្រិតនោះ។</translation>
    </message>
    <message>
      <location filename="../../processing/algorithms/safety_buffers.py" />
      <source>Class field</source>
      <translation>វាលថ្នាក់</translation>
    </message>
    <message>
      <location filename="../../processing/algorithms/safety_buffers.py" />
      <source>What the class table speaks of, and by what results are divided. Empty: the ISIC code.</source>
      <translation>វាលដែលមានថ្នាក់ដូចក្នុងតារាងថ្នាក់ ហើយលទ្ធផលត្រូវបានបែងចែកតាមវា។ ទុកទទេ៖ លេខកូដ ISIC។</translation>
    </message>
    <message>
      <location filename="../../processing/algorithms/safety_buffers.py" />
      <source>Classes and metres</source>
      <translation>ថ្នាក់ និងចម្ងាយជាម៉ែត្រ</translation>
    </message>
    <message>
      <location filename="../../processing/algorithms/safety_buffers.py" />
      <source>Such as: chemicals: 300, 600, 1000; textiles: 50, 100. Of ISIC codes the longest that fits wins.</source>
      <translation>ដូចជា chemicals: 300, 600, 1000; textiles: 50, 100។ ចំពោះលេខកូដ ISIC យកលេខកូដវែងបំផុតដែលត្រូវគ្នា។</translation>
    </message>
    <message>
      <location filename="../../processing/algorithms/safety_buffers.py" />
      <source>Table of classes</source>
      <translation>តារាងថ្នាក់</translation>
    </message>
    <message>
      <location filename="../../processing/algorithms/safety_buffers.py" />
      <source>Instead of typing them: a column “class”, and columns of metres named like the levels.</source>
      <translation>ប្រើជំនួសការវាយថ្នាក់៖ តារាងមានជួរឈរ «class» និងជួរឈរចម្ងាយជាម៉ែត្រ ដែលមានឈ្មោះដូចកម្រិត។</translation>
    </message>
    <message>
      <location filename="../../processing/algorithms/safety_buffers.py" />
      <source>Names of the levels</source>
      <translation>ឈ្មោះកម្រិត</translation>
    </message>
    <message>
      <location filename="../../processing/algorithms/safety_buffers.py" />
      <source>The innermost first. Where rules ask a factory for more distances, further levels get plain names.</source>
      <translation>រៀបពីកម្រិតក្នុងបំផុត។ បើវិធានតម្រូវចម្ងាយច្រើនជាងនេះសម្រាប់រោងចក្រមួយ កម្រិតបន្ថែមត្រូវដាក់ឈ្មោះធម្មតា។</translation>
    </message>
    <message>
      <location filename="../../processing/algorithms/safety_buffers.py" />
      <source>Hazard installations</source>
      <translation>គ្រឿងបរិក្ខារគ្រោះថ្នាក់</translation>
    </message>
    <message>
      <location filename="../../processing/algorithms/safety_buffers.py" />
      <source>Tanks, stacks or stores: zones start from there where a factory has one.</source>
      <translation>ធុងស្តុក បំពង់ផ្សែង ឬឃ្លាំង៖ បើរោងចក្រមានគ្រឿងបរិក្ខារបែបនេះ តំបន់ចាប់ផ្តើមពីទីនោះ។</translation>
    </message>
    <message>
      <location filename="../../processing/algorithms/safety_buffers.py" />
      <source>Installations: factory id field</source>
      <translation>គ្រឿងបរិក្ខារ៖ វាលលេខសម្គាល់រោងចក្រ</translation>
    </message>
    <message>
      <location filename="../../processing/algorithms/safety_buffers.py" />
      <source>Whose they are. Empty: “factory_id”.</source>
      <translation>ប្រាប់ថាជាគ្រឿងបរិក្ខាររបស់រោងចក្រណា។ ទុកទទេ៖ «factory_id»។</translation>
    </message>
    <message>
      <location filename="../../processing/algorithms/safety_buffers.py" />
      <source>Threat zones of a model</source>
      <translation>តំបន់គំរាមកំហែងពីគំរូគណនា</translation>
    </message>
    <message>
      <location filename="../../processing/algorithms/safety_buffers.py" />
      <source>KML of ALOHA, GeoJSON or any polygons; levels by a field, or by names with red, orange, yellow.</source>
      <translation>KML របស់ ALOHA ឯកសារ GeoJSON ឬពហុកោណណាមួយ។ កម្រិតកំណត់តាមវាលមួយ ឬតាមឈ្មោះដែលមានពាក្យ red (ក្រហម) orange (ទឹកក្រូច) yellow (លឿង)។</translation>
    </message>
    <message>
      <location filename="../../processing/algorithms/safety_buffers.py" />
      <source>Threat zones: level field</source>
      <translation>តំបន់គំរាមកំហែង៖ វាលកម្រិត</translation>
    </message>
    <message>
      <location filename="../../processing/algorithms/safety_buffers.py" />
      <source>Holds a level's name, its number from 1 (innermost), red, orange or yellow. Empty: the names.</source>
      <translation>មានឈ្មោះកម្រិត លេខកម្រិតរាប់ពី 1 (ក្នុងបំផុត) ឬ red (ក្រហម) orange (ទឹកក្រូច) yellow (លឿង)។ ទុកទទេ៖ តាមឈ្មោះ។</translation>
    </message>
    <message>
      <location filename="../../processing/algorithms/safety_buffers.py" />
      <source>Threat zones: factory id field</source>
      <translation>តំបន់គំរាមកំហែង៖ វាលលេខសម្គាល់រោងចក្រ</translation>
    </message>
    <message>
      <location filename="../../processing/algorithms/safety_buffers.py" />
      <source>Empty: the factory in the innermost zone, or the nearest within 1 km; the log says which.</source>
      <translation>ទុកទទេ៖ រោងចក្រក្នុងតំបន់ក្នុងបំផុត ឬរោងចក្រជិតបំផុតក្នុងចម្ងាយ 1 km។ កំណត់ហេតុប្រាប់ថារោងចក្រណា។</translation>
    </message>
    <message>
      <location filename="../../processing/algorithms/safety_buffers.py" />
      <location filename="../../processing/titles.py" />
      <source>Receptors</source>
      <translation>ទីតាំងងាយរងផលប៉ះពាល់</translation>
    </message>
    <message>
      <location filename="../../processing/algorithms/safety_buffers.py" />
      <source>What is to be protected, such as schools, hospitals and homes: points, lines or polygons.</source>
      <translation>អ្វីដែលត្រូវការពារ៖ សាលារៀន មន្ទីរពេទ្យ លំនៅឋាន ... ជាចំណុច បន្ទាត់ ឬពហុកោណ។</translation>
    </message>
    <message>
      <location filename="../../processing/algorithms/safety_buffers.py" />
      <source>Receptors: class field</source>
      <translation>ទីតាំងងាយរងផលប៉ះពាល់៖ វាលថ្នាក់</translation>
    </message>
    <message>
      <location filename="../../processing/algorithms/safety_buffers.py" />
      <source>For the layers that have it. Otherwise the class is the name of the layer.</source>
      <translation>សម្រាប់ស្រទាប់ដែលមានវាលនេះ។ បើគ្មានទេ ឈ្មោះស្រទាប់ជាថ្នាក់។</translation>
    </message>
    <message>
      <location filename="../../processing/algorithms/safety_buffers.py" />
      <location filename="../../processing/titles.py" />
      <source>People</source>
      <translation>ប្រជាជន</translation>
    </message>
    <message>
      <location filename="../../processing/algorithms/safety_buffers.py" />
      <source>Points or polygons with a number of people; polygons count by the share of their area.</source>
      <translation>ចំណុច ឬពហុកោណដែលមានចំនួនប្រជាជន។ ពហុកោណរាប់តាមចំណែកនៃផ្ទៃក្រឡារបស់វា ដែលស្ថិតក្នុងតំបន់។</translation>
    </message>
    <message>
      <location filename="../../processing/algorithms/safety_buffers.py" />
      <source>People: field</source>
      <translation>ប្រជាជន៖ វាលចំនួន</translation>
    </message>
    <message>
      <location filename="../../processing/algorithms/safety_buffers.py" />
      <source>Holds the number of people.</source>
      <translation>មានចំនួនប្រជាជន។</translation>
    </message>
    <message>
      <location filename="../../processing/algorithms/safety_buffers.py" />
      <source>Population raster</source>
      <translation>រ៉ាស្ទ័រប្រជាជន</translation>
    </message>
    <message>
      <location filename="../../processing/algorithms/safety_buffers.py" />
      <source>Instead of a layer of people. A cell counts where its centre lies.</source>
      <translation>ប្រើជំនួសស្រទាប់ប្រជាជន។ ក្រឡានីមួយៗ រាប់ត្រង់កន្លែងដែលចំណុចកណ្តាលរបស់វាស្ថិតនៅ។</translation>
    </message>
    <message>
      <location filename="../../processing/algorithms/safety_buffers.py" />
      <source>Population raster: values are</source>
      <translation>រ៉ាស្ទ័រប្រជាជន៖ តម្លៃជា</translation>
    </message>
    <message>
      <location filename="../../processing/algorithms/safety_buffers.py" />
      <source>people in each cell</source>
      <translation>ចំនួនប្រជាជនក្នុងក្រឡានីមួយៗ</translation>
    </message>
    <message>
      <location filename="../../processing/algorithms/safety_buffers.py" />
      <source>people per km²</source>
      <translation>ចំនួនប្រជាជនក្នុងមួយ km²</translation>
    </message>
    <message>
      <location filename="../../processing/algorithms/safety_buffers.py" />
      <source>People per km² are multiplied by the ground of the cell.</source>
      <translation>ចំនួនប្រជាជនក្នុងមួយ km² ត្រូវបានគុណនឹងផ្ទៃដីនៃក្រឡា។</translation>
    </message>
    <message>
      <location filename="../../processing/algorithms/safety_buffers.py" />
      <source>Areas and people are also told for each of them.</source>
      <translation>ផ្ទៃក្រឡា និងចំនួនប្រជាជន ក៏ត្រូវបានប្រាប់តាមរាជធានី-ខេត្តនីមួយៗដែរ។</translation>
    </message>
    <message>
      <location filename="../../processing/algorithms/safety_buffers.py" />
      <source>Zones as rings</source>
      <translation>តំបន់ជារង្វង់</translation>
    </message>
    <message>
      <location filename="../../processing/algorithms/safety_buffers.py" />
      <source>In the table zones: each level without the levels further in.</source>
      <translation>ក្នុងតារាង zones៖ កម្រិតនីមួយៗ មិនរាប់បញ្ចូលកម្រិតដែលនៅខាងក្នុងវា។</translation>
    </message>
    <message>
      <location filename="../../processing/algorithms/safety_buffers.py" />
      <source>Outline of the accuracy</source>
      <translation>បន្ទាត់ព្រំនៃភាពត្រឹមត្រូវ</translation>
    </message>
    <message>
      <location filename="../../processing/algorithms/safety_buffers.py" />
      <source>The outer zone, wider by what the coordinate is uncertain, as a layer of its own.</source>
      <translation>តំបន់ក្រៅបំផុត ពង្រីកតាមភាពមិនប្រាកដនៃកូអរដោនេ ជាស្រទាប់ដាច់ដោយឡែក។</translation>
    </message>
    <message>
      <location filename="../../processing/algorithms/safety_buffers.py" />
      <source>Order of the classes</source>
      <translation>លំដាប់ថ្នាក់</translation>
    </message>
    <message>
      <location filename="../../processing/algorithms/safety_buffers.py" />
      <source>The gravest first, with commas between: it has the ground where zones overlap. Empty: by reach.</source>
      <translation>ថ្នាក់ធ្ងន់ធ្ងរបំផុតមុន បំបែកដោយសញ្ញាក្បៀស៖ កន្លែងដែលតំបន់ត្រួតស៊ីគ្នា ផ្ទៃដីរាប់ក្នុងថ្នាក់ធ្ងន់ធ្ងរជាង។ ទុកទទេ៖ តាមចម្ងាយលាតដល់។</translation>
    </message>
    <message>
      <location filename="../../processing/algorithms/safety_buffers.py" />
      <source>Names in a row</source>
      <translation>ចំនួនឈ្មោះក្នុងមួយជួរ</translation>
    </message>
    <message>
      <location filename="../../processing/algorithms/safety_buffers.py" />
      <source>How many receptors are named in the table exposure.</source>
      <translation>ចំនួនទីតាំងងាយរងផលប៉ះពាល់ ដែលត្រូវបានរាយឈ្មោះក្នុងតារាង exposure។</translation>
    </message>
    <message>
      <location filename="../../processing/algorithms/safety_buffers.py" />
      <source>Segments of a quarter circle</source>
      <translation>ចំនួនកំណាត់ក្នុងមួយភាគបួននៃរង្វង់</translation>
    </message>
    <message>
      <location filename="../../processing/algorithms/safety_buffers.py" />
      <source>How round zones are drawn. Receptors are decided by distance, not by the drawing.</source>
      <translation>កម្រិតមូលនៃតំបន់ដែលគូស។ ទីតាំងងាយរងផលប៉ះពាល់ ត្រូវបានកំណត់តាមចម្ងាយ មិនមែនតាមរូបដែលគូសទេ។</translation>
    </message>
    <message>
      <location filename="../../processing/algorithms/safety_buffers.py" />
      <source>Two rows with one id are one factory.</source>
      <translation>ជួរពីរដែលមានលេខសម្គាល់តែមួយ គឺជារោងចក្រតែមួយ។</translation>
    </message>
    <message>
      <location filename="../../processing/algorithms/safety_buffers.py" />
      <source>Main activity, an ISIC Rev. 4 code of 2 to 4 digits: rules and ISIC classes ask for it.</source>
      <translation>សកម្មភាពចម្បង ជាលេខកូដ ISIC កំណែទី ៤ ពី 2 ទៅ 4 ខ្ទង់៖ វិធាន និងថ្នាក់ ISIC ត្រូវការវា។</translation>
    </message>
    <message>
      <location filename="../../processing/algorithms/safety_buffers.py" />
      <location filename="../../processing/parameters.py" />
      <source>Holds micro, small, medium or large: some rules depend on it.</source>
      <translation>micro (មីក្រូ) small (ធុនតូច) medium (ធុនមធ្យម) ឬ large (ធុនធំ)៖ វិធានខ្លះអាស្រ័យលើទំហំនេះ។</translation>
    </message>
    <message>
      <location filename="../../processing/algorithms/safety_buffers.py" />
      <source>Rules for new factories apply to projected or underConstruction; decommissioned ones have no zone.</source>
      <translation>វិធានសម្រាប់រោងចក្រថ្មី ត្រូវអនុវត្តចំពោះ projected (ស្ថិតក្នុងគម្រោង) ឬ underConstruction (កំពុងសាងសង់)។ រោងចក្រ decommissioned (បិទជាស្ថាពរ) គ្មានតំបន់ទេ។</translation>
    </message>
    <message>
      <location filename="../../processing/algorithms/safety_buffers.py" />
      <source>Zones are drawn in this CRS. It must be projected, in metres.</source>
      <translation>តំបន់ត្រូវបានគូសក្នុង CRS នេះ។ វាត្រូវតែជា CRS ចំណោល គិតជាម៉ែត្រ។</translation>
    </message>
    <message>
      <location filename="../../processing/algorithms/safety_buffers.py" />
      <location filename="../../processing/base.py" />
      <location filename="../../processing/parameters.py" />
      <source>input layer “{layer}”</source>
      <translation>ស្រទាប់បញ្ចូល «{layer}»</translation>
    </message>
    <message>
      <location filename="../../processing/algorithms/safety_buffers.py" />
      <location filename="../../processing/algorithms/validate_rules.py" />
      <location filename="../../processing/parameters.py" />
      <source>the rule pack</source>
      <translation>កញ្ចប់វិធាន</translation>
    </message>
    <message>
      <location filename="../../processing/algorithms/safety_buffers.py" />
      <source>{label}: “{path}” cannot be opened as a raster.</source>
      <translation>{label}៖ មិនអាចបើក «{path}» ជារ៉ាស្ទ័របានទេ។</translation>
    </message>
    <message>
      <location filename="../../processing/algorithms/safety_buffers.py" />
      <source>People come either from a layer (PEOPLE) or from a raster (POPULATION), not from both: they would be counted twice. Leave one empty.</source>
      <translation>ចំនួនប្រជាជនត្រូវយកពីស្រទាប់ (PEOPLE) ឬពីរ៉ាស្ទ័រ (POPULATION) មិនមែនពីទាំងពីរទេ៖ បើយកទាំងពីរ ប្រជាជននឹងត្រូវរាប់ពីរដង។ សូមទុកមួយឱ្យទទេ។</translation>
    </message>
    <message>
      <location filename="../../processing/algorithms/safety_buffers.py" />
      <source>{label}: raster “{layer}” has no coordinate reference system. Set it in the layer's properties.</source>
      <translation>{label}៖ រ៉ាស្ទ័រ «{layer}» គ្មានប្រព័ន្ធយោងកូអរដោនេទេ។ សូមកំណត់វាក្នុងលក្ខណសម្បត្តិស្រទាប់។</translation>
    </message>
    <message>
      <location filename="../../processing/algorithms/safety_buffers.py" />
      <source>Say which field of layer “{layer}” holds the number of people (PEOPLE_FIELD). It has: {fields}.</source>
      <translation>សូមបញ្ជាក់ថា វាលណាមួយរបស់ស្រទាប់ «{layer}» មានចំនួនប្រជាជន (PEOPLE_FIELD)។ វាលដែលមាន៖ {fields}។</translation>
    </message>
    <message>
      <location filename="../../processing/algorithms/safety_buffers.py" />
      <source>Field “{field}” (PEOPLE_FIELD) of layer “{layer}” holds no numbers.</source>
      <translation>វាល «{field}» (PEOPLE_FIELD) របស់ស្រទាប់ «{layer}» មិនមែនជាវាលចំនួនទេ។</translation>
    </message>
    <message>
      <location filename="../../processing/algorithms/safety_buffers.py" />
      <source>No layer of “{label}” has a field “{field}” ({parameter}). They have: {fields}.</source>
      <translation>គ្មានស្រទាប់ណាមួយនៃ «{label}» មានវាល «{field}» ({parameter}) ទេ។ វាលដែលមាន៖ {fields}។</translation>
    </message>
    <message>
      <location filename="../../processing/algorithms/safety_buffers.py" />
      <source>Choose the fields of metres of the factories (DISTANCE_FIELDS).</source>
      <translation>សូមជ្រើសរើសវាលចម្ងាយជាម៉ែត្ររបស់រោងចក្រ (DISTANCE_FIELDS)។</translation>
    </message>
    <message>
      <location filename="../../processing/algorithms/safety_buffers.py" />
      <source>Type the classes (CLASS_TEXT) or choose a table of them (CLASS_TABLE), not both.</source>
      <translation>សូមវាយថ្នាក់ (CLASS_TEXT) ឬជ្រើសរើសតារាងថ្នាក់ (CLASS_TABLE) មិនមែនទាំងពីរទេ។</translation>
    </message>
    <message>
      <location filename="../../processing/algorithms/safety_buffers.py" />
      <source>The rules ask for up to {count} different distances a factory; there are {named} names of levels (LEVELS), so that there is also: {more}. None is left out.</source>
      <translation>វិធានតម្រូវចម្ងាយខុសគ្នារហូតដល់ {count} សម្រាប់រោងចក្រមួយ តែមានឈ្មោះកម្រិត (LEVELS) ត្រឹម {named} ដូច្នេះ មានកម្រិតបន្ថែម៖ {more}។ គ្មានចម្ងាយណាត្រូវបានរំលងទេ។</translation>
    </message>
    <message>
      <location filename="../../processing/algorithms/safety_buffers.py" />
      <source>Safety zones of all factories</source>
      <translation>តំបន់សុវត្ថិភាពនៃរោងចក្រទាំងអស់</translation>
    </message>
    <message>
      <location filename="../../processing/algorithms/safety_buffers.py" />
      <source>Outer zones with the accuracy</source>
      <translation>តំបន់ក្រៅបំផុត រួមទាំងភាពត្រឹមត្រូវ</translation>
    </message>
    <message>
      <location filename="../../processing/algorithms/safety_buffers.py" />
      <source>Receptors inside</source>
      <translation>ទីតាំងងាយរងផលប៉ះពាល់នៅក្នុងតំបន់</translation>
    </message>
    <message>
      <location filename="../../processing/algorithms/safety_buffers.py" />
      <source>Factories and their zones</source>
      <translation>រោងចក្រ និងតំបន់របស់វា</translation>
    </message>
    <message>
      <location filename="../../processing/algorithms/safety_buffers.py" />
      <source>The receptors have more than {most} classes: each would be a column. Choose a field with fewer, or none (RECEPTOR_CLASS_FIELD).</source>
      <translation>ទីតាំងងាយរងផលប៉ះពាល់មានថ្នាក់លើសពី {most}៖ ថ្នាក់នីមួយៗនឹងក្លាយជាជួរឈរមួយ។ សូមជ្រើសរើសវាលដែលមានថ្នាក់តិចជាង ឬកុំជ្រើសរើសវាល (RECEPTOR_CLASS_FIELD)។</translation>
    </message>
    <message>
      <location filename="../../processing/algorithms/suggest_mapping.py" />
      <source>Suggest a mapping</source>
      <translation>ស្នើទម្រង់ផ្គូផ្គង</translation>
    </message>
    <message>
      <location filename="../../processing/algorithms/suggest_mapping.py" />
      <source>register,import,mapping,profile,columns,CSV,Excel</source>
      <translation>register,import,mapping,profile,columns,CSV,Excel,បញ្ជីរោងចក្រ,នាំចូល,ការផ្គូផ្គង,ទម្រង់ផ្គូផ្គង,ជួរឈរ</translation>
    </message>
    <message>
      <location filename="../../processing/algorithms/suggest_mapping.py" />
      <source>Looks at the names and the values of a table's columns and proposes which field of the register each one holds, as a mapping profile for “Import into the register”.

Every line says how sure it is and why; columns that are not used are listed at the end. Change the file in any text editor.</source>
      <translation>ពិនិត្យមើលឈ្មោះ និងតម្លៃនៃជួរឈររបស់តារាង រួចស្នើថាជួរឈរនីមួយៗ មានវាលណានៃបញ្ជីរោងចក្រ ជាទម្រង់ផ្គូផ្គងសម្រាប់ «នាំចូលទៅក្នុងបញ្ជីរោងចក្រ»។

បន្ទាត់នីមួយៗប្រាប់កម្រិតប្រាកដ និងមូលហេតុ។ ជួរឈរដែលមិនប្រើ ត្រូវបានរាយនៅខាងចុង។ សូមកែឯកសារនេះ ដោយប្រើកម្មវិធីកែអត្ថបទណាមួយ។</translation>
    </message>
    <message>
      <location filename="../../processing/algorithms/suggest_mapping.py" />
      <source>The YAML file to write.</source>
      <translation>ឯកសារ YAML ដែលត្រូវសរសេរ។</translation>
    </message>
    <message>
      <location filename="../../processing/algorithms/suggest_mapping.py" />
      <source>Columns used</source>
      <translation>ជួរឈរដែលប្រើ</translation>
    </message>
    <message>
      <location filename="../../processing/algorithms/suggest_mapping.py" />
      <source>Columns not used</source>
      <translation>ជួរឈរដែលមិនប្រើ</translation>
    </message>
    <message>
      <location filename="../../processing/algorithms/suggest_mapping.py" />
      <source>A mapping profile is YAML: give the output a name that ends in .yaml, not “{name}”.</source>
      <translation>ទម្រង់ផ្គូផ្គងជា YAML៖ សូមដាក់ឈ្មោះទិន្នផល ដែលបញ្ចប់ដោយ .yaml មិនមែន «{name}» ទេ។</translation>
    </message>
    <message>
      <location filename="../../processing/algorithms/suggest_mapping.py" />
      <source>“{path}” is there already, and somebody may have changed it. Delete it, or choose another name.</source>
      <translation>«{path}» មានរួចហើយ ហើយប្រហែលជាមានអ្នកបានកែវា។ សូមលុបវា ឬជ្រើសរើសឈ្មោះផ្សេង។</translation>
    </message>
    <message>
      <location filename="../../processing/algorithms/suggest_mapping.py" />
      <source>{why} The profile is to be filled in before it can be used.</source>
      <translation>{why} ត្រូវបំពេញទម្រង់ផ្គូផ្គងជាមុនសិន ទើបអាចប្រើវាបាន។</translation>
    </message>
    <message>
      <location filename="../../processing/algorithms/undo_changes.py" />
      <location filename="../../qgis_plugin/editing/undo_dialog.py" />
      <location filename="../../qgis_plugin/panel/corrections/changes.py" />
      <source>Undo changes</source>
      <translation>ត្រឡប់ការកែប្រែវិញ</translation>
    </message>
    <message>
      <location filename="../../processing/algorithms/undo_changes.py" />
      <source>register,undo,restore,audit,log,batch,history,merge,correct</source>
      <translation>register,undo,restore,audit,log,batch,history,merge,correct,បញ្ជីរោងចក្រ,ត្រឡប់វិញ,ស្តារ,សវនកម្ម,កំណត់ហេតុ,បណ្តុំ,ប្រវត្តិ,បញ្ចូលជាតែមួយ,កែតម្រូវ</translation>
    </message>
    <message>
      <location filename="../../processing/algorithms/undo_changes.py" />
      <source>Restores what one batch of the log has changed: places and values to the last digit, rows that it took out, and without those that it added. Without a batch it lists the batches.

A factory that has been changed since stays as it is, and the report names the batch that changed it. An undo is a batch of its own in the log, and can be undone.</source>
      <translation>ស្តារអ្វីដែលបណ្តុំមួយនៃកំណត់ហេតុបានកែប្រែ៖ ទីតាំង និងតម្លៃរហូតដល់ខ្ទង់ចុងក្រោយ ជួរដែលវាបានដកចេញ ហើយដកជួរដែលវាបានបន្ថែមចេញវិញ។ បើមិនបញ្ជាក់បណ្តុំ បណ្តុំទាំងអស់ត្រូវបានរាយ។

រោងចក្រដែលត្រូវបានកែប្រែបន្ទាប់ពីនោះ នៅដដែល ហើយរបាយការណ៍បញ្ជាក់បណ្តុំដែលបានកែប្រែវា។ ការត្រឡប់វិញ ជាបណ្តុំមួយដោយខ្លួនឯងក្នុងកំណត់ហេតុ ហើយអាចត្រឡប់វិញបានដែរ។</translation>
    </message>
    <message>
      <location filename="../../processing/algorithms/undo_changes.py" />
      <source>Batch to undo</source>
      <translation>បណ្តុំដែលត្រូវត្រឡប់វិញ</translation>
    </message>
    <message>
      <location filename="../../processing/algorithms/undo_changes.py" />
      <source>Its id in the table “audit”. Empty: nothing is undone, and the batches are listed.</source>
      <translation>លេខសម្គាល់របស់វា ក្នុងតារាង «audit»។ ទុកទទេ៖ គ្មានអ្វីត្រូវបានត្រឡប់វិញទេ ហើយបណ្តុំទាំងអស់ត្រូវបានរាយ។</translation>
    </message>
    <message>
      <location filename="../../processing/algorithms/undo_changes.py" />
      <source>A .gpkg file with the table batches, all that the log knows, and undone, what became of each factory.</source>
      <translation>ឯកសារ .gpkg ដែលមានតារាង batches (អ្វីៗទាំងអស់ដែលកំណត់ហេតុមាន) និង undone (លទ្ធផលសម្រាប់រោងចក្រនីមួយៗ)។</translation>
    </message>
    <message>
      <location filename="../../processing/algorithms/undo_changes.py" />
      <source>Factories restored</source>
      <translation>រោងចក្រដែលបានស្តារ</translation>
    </message>
    <message>
      <location filename="../../processing/algorithms/undo_changes.py" />
      <source>Factories left</source>
      <translation>រោងចក្រដែលទុកដដែល</translation>
    </message>
    <message>
      <location filename="../../processing/algorithms/undo_changes.py" />
      <source>The register has no log yet: nothing was changed by these tools.</source>
      <translation>បញ្ជីរោងចក្រមិនទាន់មានកំណត់ហេតុទេ៖ ឧបករណ៍ទាំងនេះ មិនទាន់បានកែប្រែអ្វីឡើយ។</translation>
    </message>
    <message>
      <location filename="../../processing/algorithms/undo_changes.py" />
      <source>The batches in the log of the register, the latest first, as they were before this run.</source>
      <translation>បណ្តុំក្នុងកំណត់ហេតុរបស់បញ្ជីរោងចក្រ ដោយបណ្តុំចុងក្រោយនៅមុខ តាមស្ថានភាពមុនដំណើរការនេះ។</translation>
    </message>
    <message>
      <location filename="../../processing/algorithms/undo_changes.py" />
      <source>What became of each factory of the batch.</source>
      <translation>លទ្ធផលសម្រាប់រោងចក្រនីមួយៗនៃបណ្តុំ។</translation>
    </message>
    <message>
      <location filename="../../processing/algorithms/undo_changes.py" />
      <source>{batch}  {action}  {who}; factories: {factories}, changes: {changes}</source>
      <translation>{batch}  {action}  {who}។ រោងចក្រ៖ {factories} ការកែប្រែ៖ {changes}</translation>
    </message>
    <message>
      <location filename="../../processing/algorithms/undo_changes.py" />
      <source>undone by {batches}</source>
      <translation>បានត្រឡប់វិញដោយ {batches}</translation>
    </message>
    <message>
      <location filename="../../processing/algorithms/undo_changes.py" />
      <source>partly undone by {batches}</source>
      <translation>បានត្រឡប់វិញមួយផ្នែកដោយ {batches}</translation>
    </message>
    <message>
      <location filename="../../processing/algorithms/undo_changes.py" />
      <source>Batch {batch}; factories restored: {restored}, left: {left}.</source>
      <translation>បណ្តុំ {batch}។ រោងចក្រដែលបានស្តារ៖ {restored} ទុកដដែល៖ {left}។</translation>
    </message>
    <message>
      <location filename="../../processing/algorithms/undo_changes.py" />
      <source>Factory {factory}: {why}</source>
      <translation>រោងចក្រ {factory}៖ {why}</translation>
    </message>
    <message>
      <location filename="../../processing/algorithms/validate_rules.py" />
      <source>Validate a rule pack</source>
      <translation>ផ្ទៀងផ្ទាត់កញ្ចប់វិធាន</translation>
    </message>
    <message>
      <location filename="../../processing/algorithms/validate_rules.py" />
      <source>rules,rule pack,validate,YAML,schema,catalogue,ISIC</source>
      <translation>rules,rule pack,validate,YAML,schema,catalogue,ISIC,វិធាន,កញ្ចប់វិធាន,ផ្ទៀងផ្ទាត់,គ្រោងទិន្នន័យ,បញ្ជីវិធាន,សកម្មភាព</translation>
    </message>
    <message>
      <location filename="../../processing/algorithms/validate_rules.py" />
      <source>Reads a rule pack with the packs it includes and says every mistake, with file, line, rule and value.

For a pack without mistakes the log tells what it covers: rules by theme, layer and severity, the included packs, divisions of manufacturing that no rule names, and what is worth a second look. The catalogue is a page with every rule in words, to read and to print. A pack with mistakes ends the run with an error.</source>
      <translation>អានកញ្ចប់វិធាន ព្រមទាំងកញ្ចប់ដែលវារួមបញ្ចូល ហើយប្រាប់កំហុសទាំងអស់ ដោយបញ្ជាក់ឯកសារ បន្ទាត់ វិធាន និងតម្លៃ។

ចំពោះកញ្ចប់ដែលគ្មានកំហុស កំណត់ហេតុប្រាប់ពីអ្វីដែលវាគ្របដណ្តប់៖ ចំនួនវិធានតាមប្រធានបទ តាមស្រទាប់ និងតាមកម្រិតធ្ងន់ធ្ងរ កញ្ចប់ដែលរួមបញ្ចូល ផ្នែកនៃកម្មន្តសាល ដែលគ្មានវិធានណានិយាយដល់ និងអ្វីដែលគួរពិនិត្យឡើងវិញ។ បញ្ជីវិធាន ជាទំព័រដែលពន្យល់វិធាននីមួយៗជាពាក្យ សម្រាប់អាន និងបោះពុម្ព។ បើកញ្ចប់មានកំហុស ដំណើរការបញ្ចប់ដោយកំហុស។</translation>
    </message>
    <message>
      <location filename="../../processing/algorithms/validate_rules.py" />
      <location filename="../../processing/parameters.py" />
      <source>YAML file of rules; empty for the pack that ships with the plugin.</source>
      <translation>ឯកសារ YAML នៃវិធាន។ ទុកទទេ ដើម្បីប្រើកញ្ចប់ដែលមកជាមួយកម្មវិធីជំនួយ។</translation>
    </message>
    <message>
      <location filename="../../processing/algorithms/validate_rules.py" />
      <location filename="../../qgis_plugin/panel/reports/templates.py" />
      <source>Catalogue of rules</source>
      <translation>បញ្ជីវិធាន</translation>
    </message>
    <message>
      <location filename="../../processing/algorithms/validate_rules.py" />
      <source>A page with every rule in words, in the language of QGIS. Its name must end in .html.</source>
      <translation>ទំព័រដែលពន្យល់វិធាននីមួយៗជាពាក្យ ជាភាសាដែល QGIS ប្រើ។ ឈ្មោះត្រូវបញ្ចប់ដោយ .html។</translation>
    </message>
    <message>
      <location filename="../../processing/algorithms/validate_rules.py" />
      <location filename="../../processing/reports/rule_catalogue.py" />
      <source>Number of rules</source>
      <translation>ចំនួនវិធាន</translation>
    </message>
    <message>
      <location filename="../../processing/algorithms/validate_rules.py" />
      <source>Layers that the pack needs</source>
      <translation>ស្រទាប់ដែលកញ្ចប់ត្រូវការ</translation>
    </message>
    <message>
      <location filename="../../processing/algorithms/validate_rules.py" />
      <source>The pack can be used</source>
      <translation>អាចប្រើកញ្ចប់នេះបាន</translation>
    </message>
    <message>
      <location filename="../../processing/algorithms/validate_rules.py" />
      <source>The catalogue is a web page: give the output a name that ends in .html, not “{name}”.</source>
      <translation>បញ្ជីវិធានជាទំព័របណ្តាញ៖ សូមដាក់ឈ្មោះទិន្នផល ដែលបញ្ចប់ដោយ .html មិនមែន «{name}» ទេ។</translation>
    </message>
    <message>
      <location filename="../../processing/algorithms/validate_rules.py" />
      <source>The pack is valid: {title}. Rules: {count}.</source>
      <translation>កញ្ចប់នេះត្រឹមត្រូវ៖ {title}។ ចំនួនវិធាន៖ {count}។</translation>
    </message>
    <message>
      <location filename="../../processing/algorithms/validate_rules.py" />
      <source>Includes {pack}</source>
      <translation>រួមបញ្ចូល {pack}</translation>
    </message>
    <message>
      <location filename="../../processing/algorithms/validate_rules.py" />
      <source>Rules by theme: {list}</source>
      <translation>វិធានតាមប្រធានបទ៖ {list}</translation>
    </message>
    <message>
      <location filename="../../processing/algorithms/validate_rules.py" />
      <source>Rules by layer: {list}</source>
      <translation>វិធានតាមស្រទាប់៖ {list}</translation>
    </message>
    <message>
      <location filename="../../processing/algorithms/validate_rules.py" />
      <source>Rules by what breaking them is: {list}</source>
      <translation>វិធានតាមផលនៃការមិនគោរព៖ {list}</translation>
    </message>
    <message>
      <location filename="../../processing/algorithms/validate_rules.py" />
      <source>No rule names division {division}</source>
      <translation>គ្មានវិធានណានិយាយដល់ផ្នែក {division} ទេ</translation>
    </message>
    <message>
      <location filename="../../processing/algorithms/validate_rules.py" />
      <source>Every division of manufacturing (ISIC 10 to 33) is named by a rule.</source>
      <translation>គ្រប់ផ្នែកនៃកម្មន្តសាល (ISIC 10 ដល់ 33) មានវិធាននិយាយដល់។</translation>
    </message>
    <message>
      <location filename="../../processing/algorithms/validate_rules.py" />
      <source>Rules for every activity alike: {count}.</source>
      <translation>វិធានសម្រាប់សកម្មភាពទាំងអស់ដូចគ្នា៖ {count}។</translation>
    </message>
    <message>
      <location filename="../../processing/algorithms/validate_rules.py" />
      <source>Note: {note}</source>
      <translation>ចំណាំ៖ {note}</translation>
    </message>
    <message>
      <location filename="../../processing/analysis/admin_units.py" />
      <source>No province is called “{text}”.</source>
      <translation>គ្មានរាជធានី-ខេត្តណាឈ្មោះ «{text}» ទេ។</translation>
    </message>
    <message>
      <location filename="../../processing/analysis/admin_units.py" />
      <source>No district of {where} is called “{text}”.</source>
      <translation>គ្មានក្រុង-ស្រុក-ខណ្ឌណាក្នុង {where} ឈ្មោះ «{text}» ទេ។</translation>
    </message>
    <message>
      <location filename="../../processing/analysis/admin_units.py" />
      <source>No commune of {where} is called “{text}”.</source>
      <translation>គ្មានឃុំ-សង្កាត់ណាក្នុង {where} ឈ្មោះ «{text}» ទេ។</translation>
    </message>
    <message>
      <location filename="../../processing/analysis/admin_units.py" />
      <source>The code {old} of {year} ({name}) is {new} now.</source>
      <translation>លេខកូដ {old} នៃឆ្នាំ {year} ({name}) ឥឡូវគឺ {new}។</translation>
    </message>
    <message>
      <location filename="../../processing/analysis/admin_units.py" />
      <source>There is no {level} with the code {text} in the list of {year}.</source>
      <translation>គ្មានឯកតារដ្ឋបាល ({level}) ដែលមានលេខកូដ {text} ក្នុងបញ្ជីឆ្នាំ {year} ទេ។</translation>
    </message>
    <message>
      <location filename="../../processing/analysis/admin_units.py" />
      <source>The code {code} is {name}, but the cell says “{text}”.</source>
      <translation>លេខកូដ {code} គឺ {name} ប៉ុន្តែក្រឡាសរសេរថា «{text}»។</translation>
    </message>
    <message>
      <location filename="../../processing/analysis/admin_units.py" />
      <source>The code {code} is {name} now; in {year} it was {old}, which is {new} now. Check the year of the codes.</source>
      <translation>លេខកូដ {code} ឥឡូវគឺ {name}។ ក្នុងឆ្នាំ {year} វាជា {old} ដែលឥឡូវគឺ {new}។ សូមពិនិត្យឆ្នាំនៃលេខកូដ។</translation>
    </message>
    <message>
      <location filename="../../processing/analysis/admin_units.py" />
      <source>“{text}” is several units in {where}: {choices}.</source>
      <translation>«{text}» ជាឯកតារដ្ឋបាលច្រើនក្នុង {where}៖ {choices}។</translation>
    </message>
    <message>
      <location filename="../../processing/analysis/admin_units.py" />
      <source>“{text}” names {count} units: {choices}.</source>
      <translation>«{text}» ជាឈ្មោះនៃឯកតារដ្ឋបាល {count}៖ {choices}។</translation>
    </message>
    <message>
      <location filename="../../processing/analysis/admin_units.py" />
      <source>“{text}” is not in {parent}; {code} is the only one in {where}.</source>
      <translation>«{text}» មិនស្ថិតក្នុង {parent} ទេ។ {code} គឺតែមួយគត់ក្នុង {where}។</translation>
    </message>
    <message>
      <location filename="../../processing/analysis/admin_units.py" />
      <source>{unit} ({code}) was in {old} and is in {new} now.</source>
      <translation>{unit} ({code}) ធ្លាប់ស្ថិតក្នុង {old} ហើយឥឡូវស្ថិតក្នុង {new}។</translation>
    </message>
    <message>
      <location filename="../../processing/analysis/admin_units.py" />
      <source>{unit} ({code}) is in {new}, but the row says {old}.</source>
      <translation>{unit} ({code}) ស្ថិតក្នុង {new} ប៉ុន្តែជួរសរសេរថា {old}។</translation>
    </message>
    <message>
      <location filename="../../processing/analysis/cells.py" />
      <source>“{value}” is not a number</source>
      <translation>«{value}» មិនមែនជាចំនួនទេ</translation>
    </message>
    <message>
      <location filename="../../processing/analysis/cells.py" />
      <source>“{value}” may be {thousands}, or a number with decimals: say under “dots” in the mapping profile which, or write it without the dot</source>
      <translation>«{value}» អាចជា {thousands} ឬជាចំនួនដែលមានខ្ទង់ទសភាគ៖ សូមបញ្ជាក់ក្រោម «dots» ក្នុងទម្រង់ផ្គូផ្គង ថាជាមួយណា ឬសរសេរវាដោយគ្មានសញ្ញាចុច</translation>
    </message>
    <message>
      <location filename="../../processing/analysis/cells.py" />
      <source>“{value}” is not a whole number</source>
      <translation>«{value}» មិនមែនជាចំនួនគត់ទេ</translation>
    </message>
    <message>
      <location filename="../../processing/analysis/cells.py" />
      <source>“{value}” is not a date like {formats}</source>
      <translation>«{value}» មិនមែនជាកាលបរិច្ឆេទដូច {formats} ទេ</translation>
    </message>
    <message>
      <location filename="../../processing/analysis/cells.py" />
      <source>“{value}” is not a date like 2024-05-20 or 20/05/2024</source>
      <translation>«{value}» មិនមែនជាកាលបរិច្ឆេទដូច 2024-05-20 ឬ 20/05/2024 ទេ</translation>
    </message>
    <message>
      <location filename="../../processing/analysis/cells.py" />
      <source>“{value}” is a year, not a day; “year: first” beside the field in the profile takes its first day, “year: last” its last</source>
      <translation>«{value}» ជាឆ្នាំ មិនមែនជាថ្ងៃទេ។ «year: first» ក្បែរវាលក្នុងទម្រង់ផ្គូផ្គង យកថ្ងៃដំបូងនៃឆ្នាំ ហើយ «year: last» យកថ្ងៃចុងក្រោយ</translation>
    </message>
    <message>
      <location filename="../../processing/analysis/cells.py" />
      <source>“{value}” names a time that there is not</source>
      <translation>«{value}» បញ្ជាក់ម៉ោងដែលមិនមាន</translation>
    </message>
    <message>
      <location filename="../../processing/analysis/cells.py" />
      <source>“{value}” is of the year {year}: if that is of the Buddhist era, {first} or {second} is meant. Write the year of the common era</source>
      <translation>«{value}» ជារបស់ឆ្នាំ {year}៖ បើជាពុទ្ធសករាជ នោះមានន័យថា {first} ឬ {second}។ សូមសរសេរឆ្នាំតាមគ្រិស្តសករាជ</translation>
    </message>
    <message>
      <location filename="../../processing/analysis/cells.py" />
      <source>“{value}” names a day that there is not</source>
      <translation>«{value}» បញ្ជាក់ថ្ងៃដែលមិនមាន</translation>
    </message>
    <message>
      <location filename="../../processing/analysis/coordinate_text.py" />
      <source>There is no coordinate: the text is empty.</source>
      <translation>គ្មានកូអរដោនេទេ៖ អត្ថបទទទេ។</translation>
    </message>
    <message>
      <location filename="../../processing/analysis/coordinate_text.py" />
      <source>There is no coordinate: “{text}” stands for a missing value.</source>
      <translation>គ្មានកូអរដោនេទេ៖ «{text}» តំណាងឱ្យតម្លៃដែលបាត់។</translation>
    </message>
    <message>
      <location filename="../../processing/analysis/coordinate_text.py" />
      <source>“{text}” names two datums. Keep the one it is in.</source>
      <translation>«{text}» បញ្ជាក់ប្រព័ន្ធយោង (datum) ពីរ។ សូមទុកតែប្រព័ន្ធយោងដែលកូអរដោនេប្រើ។</translation>
    </message>
    <message>
      <location filename="../../processing/analysis/coordinate_text.py" />
      <source>“{text}” names UTM zone {zone}. Only zone 48N is read, in which all of Cambodia lies. Check the zone, or reproject the coordinate to EPSG:32648.</source>
      <translation>«{text}» បញ្ជាក់ UTM តំបន់ {zone}។ មានតែតំបន់ 48N ប៉ុណ្ណោះដែលត្រូវបានអាន ដោយប្រទេសកម្ពុជាទាំងមូលស្ថិតក្នុងតំបន់នោះ។ សូមពិនិត្យតំបន់ ឬបម្លែងកូអរដោនេទៅ EPSG:32648។</translation>
    </message>
    <message>
      <location filename="../../processing/analysis/coordinate_text.py" />
      <source>The datum {datum} is not read. Choose EPSG:4326 or EPSG:32648 for WGS 84, EPSG:4131 or EPSG:3148 for Indian 1960.</source>
      <translation>ប្រព័ន្ធយោង (datum) {datum} មិនត្រូវបានអានទេ។ សូមជ្រើសរើស EPSG:4326 ឬ EPSG:32648 សម្រាប់ WGS 84 និង EPSG:4131 ឬ EPSG:3148 សម្រាប់ Indian 1960។</translation>
    </message>
    <message>
      <location filename="../../processing/analysis/coordinate_text.py" />
      <source>“{text}” names two hemispheres. Keep the right one.</source>
      <translation>«{text}» បញ្ជាក់អឌ្ឍគោលពីរ។ សូមទុកតែអឌ្ឍគោលត្រឹមត្រូវ។</translation>
    </message>
    <message>
      <location filename="../../processing/analysis/coordinate_text.py" />
      <source>“{text}” is called a latitude and a longitude at once. Keep the right one.</source>
      <translation>«{text}» ត្រូវបានហៅថារយៈទទឹងផង និងរយៈបណ្តោយផង។ សូមទុកតែពាក្យត្រឹមត្រូវ។</translation>
    </message>
    <message>
      <location filename="../../processing/analysis/coordinate_text.py" />
      <source>“{text}” has a minus sign and a hemisphere's letter. Keep one of them.</source>
      <translation>«{text}» មានទាំងសញ្ញាដក និងអក្សរនៃអឌ្ឍគោល។ សូមទុកតែមួយក្នុងចំណោមនោះ។</translation>
    </message>
    <message>
      <location filename="../../processing/analysis/coordinate_text.py" />
      <source>“{text}” has {minutes} minutes and {seconds} seconds; both must be less than 60.</source>
      <translation>«{text}» មាន {minutes} នាទី និង {seconds} វិនាទី។ ទាំងពីរត្រូវតូចជាង 60។</translation>
    </message>
    <message>
      <location filename="../../processing/analysis/coordinate_text.py" />
      <source>“{text}” is not understood as a coordinate. Write latitude and longitude as 11.5564, 104.9282 or 11°33'23"N 104°55'42"E, or UTM zone 48N metres as 491234 1278450.</source>
      <translation>មិនអាចយល់ «{text}» ជាកូអរដោនេបានទេ។ សូមសរសេររយៈទទឹង និងរយៈបណ្តោយ ដូចជា 11.5564, 104.9282 ឬ 11°33′23″N 104°55′42″E ឬជាម៉ែត្រនៃ UTM តំបន់ 48N ដូចជា 491234 1278450។</translation>
    </message>
    <message>
      <location filename="../../processing/analysis/coordinates.py" />
      <source>“{text}” can be read as {first} and as {second} (x, y), and both lie in or near Cambodia. Write it in a way that leaves one reading, such as 11.5564, 104.9282.</source>
      <translation>«{text}» អាចអានជា {first} និងជា {second} (x, y) ហើយទាំងពីរស្ថិតក្នុង ឬនៅជិតប្រទេសកម្ពុជា។ សូមសរសេរតាមរបៀបដែលអានបានតែមួយ ដូចជា 11.5564, 104.9282។</translation>
    </message>
    <message>
      <location filename="../../processing/analysis/coordinates.py" />
      <source>“{text}” is no place in Cambodia: 0, 0 is written where a coordinate is missing.</source>
      <translation>«{text}» មិនមែនជាទីកន្លែងក្នុងប្រទេសកម្ពុជាទេ៖ គេសរសេរ 0, 0 នៅពេលបាត់កូអរដោនេ។</translation>
    </message>
    <message>
      <location filename="../../processing/analysis/coordinates.py" />
      <source>“{text}” was read as {first} and {second}, which is outside the area that is read: latitude {south} to {north} and longitude {west} to {east}, or metres of UTM zone 48N there.</source>
      <translation>«{text}» ត្រូវបានអានជា {first} និង {second} ដែលស្ថិតក្រៅតំបន់ដែលត្រូវបានអាន៖ រយៈទទឹង {south} ដល់ {north} និងរយៈបណ្តោយ {west} ដល់ {east} ឬជាម៉ែត្រនៃ UTM តំបន់ 48N នៅទីនោះ។</translation>
    </message>
    <message>
      <location filename="../../processing/analysis/coordinates.py" />
      <source>“{text}” says which number is the latitude and which the longitude, and the numbers say otherwise. Check the letters.</source>
      <translation>«{text}» បញ្ជាក់ថាលេខណាជារយៈទទឹង និងលេខណាជារយៈបណ្តោយ តែលេខទាំងនោះបង្ហាញផ្ទុយពីនេះ។ សូមពិនិត្យអក្សរ។</translation>
    </message>
    <message>
      <location filename="../../processing/analysis/coordinates.py" />
      <source>“{text}” is one number. A coordinate has two: the other one is missing.</source>
      <translation>«{text}» ជាចំនួនតែមួយ។ កូអរដោនេមានចំនួនពីរ៖ បាត់ចំនួនមួយទៀត។</translation>
    </message>
    <message>
      <location filename="../../processing/analysis/coordinates.py" />
      <source>“{text}” names the datum {named}, but the column is read as {datum}. Choose the right datum, or import these rows by themselves.</source>
      <translation>«{text}» បញ្ជាក់ប្រព័ន្ធយោង (datum) {named} តែជួរឈរត្រូវបានអានជា {datum}។ សូមជ្រើសរើសប្រព័ន្ធយោងត្រឹមត្រូវ ឬនាំចូលជួរទាំងនេះដោយឡែក។</translation>
    </message>
    <message>
      <location filename="../../processing/analysis/coordinates.py" />
      <source>The order {order} is unknown. Choose one of {orders}.</source>
      <translation>មិនស្គាល់លំដាប់ {order} ទេ។ សូមជ្រើសរើសមួយក្នុងចំណោម {orders}។</translation>
    </message>
    <message>
      <location filename="../../processing/analysis/coordinates.py" />
      <source>The columns of coordinates have {first} and {second} rows; they must have as many.</source>
      <translation>ជួរឈរកូអរដោនេមាន {first} និង {second} ជួរ។ ចំនួនជួរត្រូវតែស្មើគ្នា។</translation>
    </message>
    <message>
      <location filename="../../processing/analysis/coordinates.py" />
      <source>The style {style} is unknown. Choose one of {styles}.</source>
      <translation>មិនស្គាល់របៀបសរសេរ {style} ទេ។ សូមជ្រើសរើសមួយក្នុងចំណោម {styles}។</translation>
    </message>
    <message>
      <location filename="../../processing/analysis/crs.py" />
      <source>The working CRS {crs} is in degrees. Distances need metres: choose a projected CRS such as EPSG:32648, WGS 84 / UTM zone 48N.</source>
      <translation>CRS សម្រាប់គណនា {crs} គិតជាដឺក្រេ។ ចម្ងាយត្រូវគិតជាម៉ែត្រ៖ សូមជ្រើសរើស CRS ចំណោល ដូចជា EPSG:32648, WGS 84 / UTM តំបន់ 48N។</translation>
    </message>
    <message>
      <location filename="../../processing/analysis/crs.py" />
      <source>The working CRS {crs} measures in {unit}. Choose one in metres, such as EPSG:32648.</source>
      <translation>CRS សម្រាប់គណនា {crs} គិតជា {unit}។ សូមជ្រើសរើស CRS ដែលគិតជាម៉ែត្រ ដូចជា EPSG:32648។</translation>
    </message>
    <message>
      <location filename="../../processing/analysis/crs.py" />
      <source>Distances in the working CRS {crs} are {percent} % wrong where the factories are. Choose one made for the region; in Cambodia that is EPSG:32648.</source>
      <translation>ចម្ងាយក្នុង CRS សម្រាប់គណនា {crs} ខុស {percent} % នៅកន្លែងដែលមានរោងចក្រ។ សូមជ្រើសរើស CRS ដែលធ្វើសម្រាប់តំបន់នេះ ហើយនៅកម្ពុជា គឺ EPSG:32648។</translation>
    </message>
    <message>
      <location filename="../../processing/analysis/crs.py" />
      <source>No reliable coordinate operation leads from {source} to {target}: only a ballpark one, which can be hundreds of metres off. Check the layer's CRS, or reproject it with a known operation first.</source>
      <translation>គ្មានប្រតិបត្តិការបម្លែងកូអរដោនេ ដែលអាចទុកចិត្តបាន ពី {source} ទៅ {target} ទេ៖ មានតែប្រតិបត្តិការប៉ាន់ប្រមាណ ដែលអាចលម្អៀងរាប់រយម៉ែត្រ។ សូមពិនិត្យ CRS របស់ស្រទាប់ ឬបម្លែងស្រទាប់ជាមុនសិន ដោយប្រើប្រតិបត្តិការដែលស្គាល់ច្បាស់។</translation>
    </message>
    <message>
      <location filename="../../processing/analysis/density.py" />
      <source>The distance of clusters is {distance}: it must be a number of metres above 0</source>
      <translation>ចម្ងាយនៃចង្កោមគឺ {distance}៖ ត្រូវតែជាចំនួនម៉ែត្រធំជាង 0</translation>
    </message>
    <message>
      <location filename="../../processing/analysis/density.py" />
      <source>The minimum of a cluster is {least}: it must be a number above 0</source>
      <translation>កម្រិតអប្បបរមានៃចង្កោមគឺ {least}៖ ត្រូវតែជាចំនួនធំជាង 0</translation>
    </message>
    <message>
      <location filename="../../processing/analysis/density.py" />
      <source>Weights below 0 or without end: {count}, such as {value}. Correct them, or leave them empty to count nothing</source>
      <translation>ទម្ងន់តូចជាង 0 ឬអនន្ត៖ {count} ដូចជា {value}។ សូមកែ ឬទុកទទេ ដើម្បីកុំឱ្យរាប់</translation>
    </message>
    <message>
      <location filename="../../processing/analysis/density_grid.py" />
      <source>A distance of {distance} m is too small for places as far apart as these: give a larger one</source>
      <translation>ចម្ងាយ {distance} m តូចពេក សម្រាប់ទីតាំងដែលឆ្ងាយពីគ្នាបែបនេះ៖ សូមបញ្ចូលចម្ងាយធំជាងនេះ</translation>
    </message>
    <message>
      <location filename="../../processing/analysis/hexagons.py" />
      <source>Cells of {size} m would be more than {most}. Give a larger cell size (CELL_SIZE), or a smaller area.</source>
      <translation>ក្រឡាទំហំ {size} m នឹងមានចំនួនលើស {most}។ សូមបញ្ចូលទំហំក្រឡាធំជាងនេះ (CELL_SIZE) ឬផ្ទៃតូចជាងនេះ។</translation>
    </message>
    <message>
      <location filename="../../processing/analysis/hierarchy.py" />
      <source>The smallest cluster has {size} members, and the density around a place is told by {least}: the first has to be 2 or more, the second 1 or more</source>
      <translation>ចង្កោមតូចបំផុតមានសមាជិក {size} ហើយដង់ស៊ីតេជុំវិញកន្លែងមួយ គិតតាម {least}៖ លេខទីមួយត្រូវចាប់ពី 2 ឡើងទៅ និងលេខទីពីរចាប់ពី 1 ឡើងទៅ</translation>
    </message>
    <message>
      <location filename="../../processing/analysis/hulls.py" />
      <source>Concave outlines need GEOS 3.11 or later, and this QGIS has {version}: choose convex ones</source>
      <translation>បន្ទាត់ព្រំផតត្រូវការ GEOS 3.11 ឬថ្មីជាងនេះ តែ QGIS នេះមាន {version}៖ សូមជ្រើសរើសបន្ទាត់ព្រំប៉ោង</translation>
    </message>
    <message>
      <location filename="../../processing/analysis/map_links.py" />
      <source>“{text}” is a shortened link, which holds no coordinate: open it, and copy the link of the page that opens.</source>
      <translation>«{text}» ជាតំណបង្រួញ ដែលគ្មានកូអរដោនេ៖ សូមបើកវា រួចចម្លងតំណនៃទំព័រដែលបើកឡើង។</translation>
    </message>
    <message>
      <location filename="../../processing/analysis/map_links.py" />
      <source>“{text}” is a link to {count} places. Open the one that is meant, and copy its link.</source>
      <translation>«{text}» ជាតំណទៅទីតាំង {count}។ សូមបើកទីតាំងដែលចង់បាន រួចចម្លងតំណរបស់វា។</translation>
    </message>
    <message>
      <location filename="../../processing/analysis/map_links.py" />
      <source>“{text}” is a link without a coordinate. Open it in a map, choose the place, and copy the link or the coordinate that is shown then.</source>
      <translation>«{text}» ជាតំណដែលគ្មានកូអរដោនេ។ សូមបើកវាក្នុងផែនទី ជ្រើសទីតាំង រួចចម្លងតំណ ឬកូអរដោនេដែលបង្ហាញ។</translation>
    </message>
    <message>
      <location filename="../../processing/analysis/park_ranking.py" />
      <source>“{part}” in {parameter} is no name with a number of 0 or more behind it. Write it as in: {example}.</source>
      <translation>«{part}» ក្នុង {parameter} មិនមែនជាឈ្មោះដែលមានចំនួនចាប់ពី 0 ឡើងទៅនៅពីក្រោយទេ។ សូមសរសេរដូច៖ {example}។</translation>
    </message>
    <message>
      <location filename="../../processing/analysis/park_ranking.py" />
      <source>“{name}” is named twice in {parameter}: give each a single number.</source>
      <translation>«{name}» មានពីរដងក្នុង {parameter}៖ សូមដាក់ចំនួនតែមួយសម្រាប់ឈ្មោះនីមួយៗ។</translation>
    </message>
    <message>
      <location filename="../../processing/analysis/park_ranking.py" />
      <source>No criterion in WEIGHTS has a weight above 0: write such as vacancy 3, port 2.</source>
      <translation>គ្មានលក្ខណៈវិនិច្ឆ័យណាក្នុង WEIGHTS មានទម្ងន់ធំជាង 0 ទេ៖ សូមសរសេរដូចជា vacancy 3, port 2។</translation>
    </message>
    <message>
      <location filename="../../processing/analysis/park_ranking.py" />
      <source>“{name}” in WEIGHTS is no criterion. There are: {known}.</source>
      <translation>«{name}» ក្នុង WEIGHTS មិនមែនជាលក្ខណៈវិនិច្ឆ័យទេ។ អ្វីដែលមាន៖ {known}។</translation>
    </message>
    <message>
      <location filename="../../processing/analysis/park_ranking.py" />
      <source>“{name}” in FAR is no kind of facilities. There are: {known}.</source>
      <translation>«{name}» ក្នុង FAR មិនមែនជាប្រភេទហេដ្ឋារចនាសម្ព័ន្ធទេ។ អ្វីដែលមាន៖ {known}។</translation>
    </message>
    <message>
      <location filename="../../processing/analysis/park_ranking.py" />
      <source>“{name}” in FAR has the distance 0: give more than 0 km.</source>
      <translation>«{name}» ក្នុង FAR មានចម្ងាយ 0៖ សូមបញ្ចូលធំជាង 0 km។</translation>
    </message>
    <message>
      <location filename="../../processing/analysis/park_ranking.py" />
      <source>“{name}” in SIZE_AREAS is no size class. There are: {known}.</source>
      <translation>«{name}» ក្នុង SIZE_AREAS មិនមែនជាទំហំសហគ្រាសទេ។ អ្វីដែលមាន៖ {known}។</translation>
    </message>
    <message>
      <location filename="../../processing/analysis/park_ranking.py" />
      <source>SIZE_AREAS says nothing of the size class {lacking}: give hectares for each, such as {example}.</source>
      <translation>SIZE_AREAS មិនបញ្ជាក់ទំហំសហគ្រាស {lacking} ទេ៖ សូមបញ្ចូលចំនួនហិកតាសម្រាប់ទំហំនីមួយៗ ដូចជា {example}។</translation>
    </message>
    <message>
      <location filename="../../processing/analysis/proximity.py" />
      <source>“{text}” are no rings (RINGS): give their limits in metres, growing from 0 or more and without a sign for thousands, such as 0, 500, 1000, 5000. The first may be above 0 for a ring with a hole.</source>
      <translation>«{text}» មិនមែនជារង្វង់ទេ (RINGS)៖ សូមបញ្ចូលដែនកំណត់គិតជាម៉ែត្រ រៀបពីតូចទៅធំ ចាប់ពី 0 ឡើងទៅ ដោយគ្មានសញ្ញារវាងខ្ទង់ពាន់ ដូចជា 0, 500, 1000, 5000។ ដែនកំណត់ទីមួយអាចធំជាង 0 សម្រាប់រង្វង់មានប្រហោង។</translation>
    </message>
    <message>
      <location filename="../../processing/base.py" />
      <source>Checks</source>
      <translation>ការពិនិត្យ</translation>
    </message>
    <message>
      <location filename="../../processing/base.py" />
      <source>Analysis</source>
      <translation>ការវិភាគ</translation>
    </message>
    <message>
      <location filename="../../processing/base.py" />
      <location filename="../../qgis_plugin/panel/reports/part.py" />
      <location filename="../../qgis_plugin/panel/reports/template_list.py" />
      <source>Reports</source>
      <translation>របាយការណ៍</translation>
    </message>
    <message>
      <location filename="../../processing/base.py" />
      <source>“{value}” is no number ({label}, {name}): write such as 5 or 5.5, without a unit or a sign for thousands.</source>
      <translation>«{value}» មិនមែនជាចំនួនទេ ({label}, {name})៖ សូមសរសេរដូចជា 5 ឬ 5.5 ដោយគ្មានឯកតា ឬសញ្ញារវាងខ្ទង់ពាន់។</translation>
    </message>
    <message>
      <location filename="../../processing/base.py" />
      <source>{label} ({name}) is {value}: give a number from {least} to {most}.</source>
      <translation>{label} ({name}) គឺ {value}៖ សូមបញ្ចូលចំនួនពី {least} ដល់ {most}។</translation>
    </message>
    <message>
      <location filename="../../processing/base.py" />
      <source>empty</source>
      <translation>ទទេ</translation>
    </message>
    <message>
      <location filename="../../processing/base.py" />
      <source>“{label}” is a GeoPackage: give it a name that ends in .gpkg, not “{name}”.</source>
      <translation>«{label}» ជា GeoPackage៖ សូមដាក់ឈ្មោះដែលបញ្ចប់ដោយ .gpkg មិនមែន «{name}» ទេ។</translation>
    </message>
    <message>
      <location filename="../../processing/base.py" />
      <source>“{one}” and “{other}” need two files: both are “{path}”.</source>
      <translation>«{one}» និង «{other}» ត្រូវមានឯកសារពីរ៖ ទាំងពីរគឺ «{path}»។</translation>
    </message>
    <message>
      <location filename="../../processing/base.py" />
      <source>Layer “{layer}” of “{path}” is being edited, and the output would replace the file. Save or discard its edits and end editing first.</source>
      <translation>ស្រទាប់ «{layer}» នៃ «{path}» កំពុងត្រូវបានកែ ហើយទិន្នផលនឹងជំនួសឯកសារនោះ។ សូមរក្សាទុក ឬបោះបង់ការកែ ហើយបញ្ចប់ការកែជាមុនសិន។</translation>
    </message>
    <message>
      <location filename="../../processing/base.py" />
      <source>“{path}” holds other tables ({tables}), which the output would replace. Choose another file.</source>
      <translation>«{path}» មានតារាងផ្សេងទៀត ({tables}) ដែលទិន្នផលនឹងជំនួស។ សូមជ្រើសឯកសារផ្សេង។</translation>
    </message>
    <message>
      <location filename="../../processing/base.py" />
      <location filename="../../qgis_plugin/panel/corrections/corrections.py" />
      <location filename="../../qgis_plugin/panel/dock.py" />
      <location filename="../../qgis_plugin/project/wizard.py" />
      <source>Cancelled. Nothing was written.</source>
      <translation>បានបោះបង់។ គ្មានអ្វីត្រូវបានសរសេរទេ។</translation>
    </message>
    <message>
      <location filename="../../processing/base.py" />
      <source>This should not happen: {kind}: {error}. Please report it with the log above.</source>
      <translation>កំហុសនេះមិនគួរកើតឡើងទេ៖ {kind}៖ {error}។ សូមរាយការណ៍កំហុសនេះ ដោយភ្ជាប់កំណត់ហេតុខាងលើ។</translation>
    </message>
    <message>
      <location filename="../../processing/capacity/inputs.py" />
      <source>the licensed area of park {park}, “{given}”, is no area in hectares</source>
      <translation>ផ្ទៃក្រឡាតាមលិខិតអនុញ្ញាតរបស់សួនឧស្សាហកម្ម {park} «{given}» មិនមែនជាផ្ទៃក្រឡាគិតជាហិកតាទេ</translation>
    </message>
    <message>
      <location filename="../../processing/capacity/inputs.py" />
      <source>Taken as not known. Enter a number of hectares above 0, without a sign for thousands.</source>
      <translation>រាប់ថាមិនដឹង។ សូមបញ្ចូលចំនួនហិកតាធំជាង 0 ដោយគ្មានសញ្ញារវាងខ្ទង់ពាន់។</translation>
    </message>
    <message>
      <location filename="../../processing/capacity/inputs.py" />
      <source>The licensed area is not known.</source>
      <translation>មិនដឹងផ្ទៃក្រឡាតាមលិខិតអនុញ្ញាតទេ។</translation>
    </message>
    <message>
      <location filename="../../processing/capacity/inputs.py" />
      <source>the features of park {park} have different licensed areas</source>
      <translation>វត្ថុនៃសួនឧស្សាហកម្ម {park} មានផ្ទៃក្រឡាតាមលិខិតអនុញ្ញាតខុសៗគ្នា</translation>
    </message>
    <message>
      <location filename="../../processing/capacity/inputs.py" />
      <source>They are added up as areas of its parts: {total} ha.</source>
      <translation>ត្រូវបានបូកជាផ្ទៃក្រឡានៃផ្នែករបស់វា៖ {total} ha។</translation>
    </message>
    <message>
      <location filename="../../processing/capacity/inputs.py" />
      <source>the features of park {park} all have the same licensed area</source>
      <translation>វត្ថុទាំងអស់នៃសួនឧស្សាហកម្ម {park} មានផ្ទៃក្រឡាតាមលិខិតអនុញ្ញាតដូចគ្នា</translation>
    </message>
    <message>
      <location filename="../../processing/capacity/inputs.py" />
      <source>Taken once, as the area of the whole park: {total} ha.</source>
      <translation>ត្រូវបានយកតែម្តង ជាផ្ទៃក្រឡានៃសួនឧស្សាហកម្មទាំងមូល៖ {total} ha។</translation>
    </message>
    <message>
      <location filename="../../processing/capacity/inputs.py" />
      <source>Licensed area: added up from {count} features.</source>
      <translation>ផ្ទៃក្រឡាតាមលិខិតអនុញ្ញាត៖ បូកពីវត្ថុ {count}។</translation>
    </message>
    <message>
      <location filename="../../processing/capacity/inputs.py" />
      <source>Licensed area: the same number in {count} features, taken once.</source>
      <translation>ផ្ទៃក្រឡាតាមលិខិតអនុញ្ញាត៖ ចំនួនដដែលក្នុងវត្ថុ {count} យកតែម្តង។</translation>
    </message>
    <message>
      <location filename="../../processing/capacity/inputs.py" />
      <source>features of park {park} without a licensed area: {count} of {all}</source>
      <translation>វត្ថុនៃសួនឧស្សាហកម្ម {park} ដែលគ្មានផ្ទៃក្រឡាតាមលិខិតអនុញ្ញាត៖ {count} ក្នុងចំណោម {all}</translation>
    </message>
    <message>
      <location filename="../../processing/capacity/inputs.py" />
      <source>That of the others, {total} ha, is taken as that of the whole park.</source>
      <translation>ផ្ទៃក្រឡានៃវត្ថុផ្សេងទៀត {total} ha ត្រូវបានយកជាផ្ទៃក្រឡានៃសួនឧស្សាហកម្មទាំងមូល។</translation>
    </message>
    <message>
      <location filename="../../processing/capacity/inputs.py" />
      <source>Licensed area: not stated in {count} of {all} features.</source>
      <translation>ផ្ទៃក្រឡាតាមលិខិតអនុញ្ញាត៖ មិនបានបញ្ជាក់សម្រាប់វត្ថុ {count} ក្នុងចំណោម {all}។</translation>
    </message>
    <message>
      <location filename="../../processing/capacity/inputs.py" />
      <source>Where the licensed area should be, there is {found}: no area in hectares.</source>
      <translation>កន្លែងដែលគួរមានផ្ទៃក្រឡាតាមលិខិតអនុញ្ញាត មាន {found}៖ មិនមែនជាផ្ទៃក្រឡាគិតជាហិកតាទេ។</translation>
    </message>
    <message>
      <location filename="../../processing/capacity/inputs.py" />
      <source>the table of permits names parks that the layer has not: {parks}</source>
      <translation>តារាងលិខិតអនុញ្ញាត មានសួនឧស្សាហកម្មដែលស្រទាប់គ្មាន៖ {parks}</translation>
    </message>
    <message>
      <location filename="../../processing/capacity/inputs.py" />
      <source>Their permits are not used. Write the ids as the layer of parks has them.</source>
      <translation>លិខិតអនុញ្ញាតទាំងនោះ មិនត្រូវបានប្រើទេ។ សូមសរសេរលេខសម្គាល់ ដូចក្នុងស្រទាប់សួនឧស្សាហកម្ម។</translation>
    </message>
    <message>
      <location filename="../../processing/capacity/inputs.py" />
      <source>the permit of park {park} has codes of five digits: {codes}</source>
      <translation>លិខិតអនុញ្ញាតរបស់សួនឧស្សាហកម្ម {park} មានលេខកូដប្រាំខ្ទង់៖ {codes}</translation>
    </message>
    <message>
      <location filename="../../processing/capacity/inputs.py" />
      <source>The fifth, national digit is ignored: the whole class of four digits is taken as permitted.</source>
      <translation>ខ្ទង់ទីប្រាំ ដែលជាខ្ទង់ថ្នាក់ជាតិ ត្រូវបានរំលង៖ ថ្នាក់បួនខ្ទង់ទាំងមូល ត្រូវបានចាត់ទុកថាអនុញ្ញាត។</translation>
    </message>
    <message>
      <location filename="../../processing/capacity/inputs.py" />
      <source>The fifth, national digit of {codes} (ACTIVITY) is ignored: the class of four digits is asked.</source>
      <translation>ខ្ទង់ទីប្រាំនៃ {codes} (ACTIVITY) ដែលជាខ្ទង់ថ្នាក់ជាតិ ត្រូវបានរំលង៖ យកថ្នាក់បួនខ្ទង់មកពិនិត្យ។</translation>
    </message>
    <message>
      <location filename="../../processing/capacity/inputs.py" />
      <source>the permit of park {park} has what is no ISIC code: {codes}</source>
      <translation>លិខិតអនុញ្ញាតរបស់សួនឧស្សាហកម្ម {park} មានអ្វីដែលមិនមែនជាលេខកូដ ISIC៖ {codes}</translation>
    </message>
    <message>
      <location filename="../../processing/capacity/inputs.py" />
      <source>What its other codes do not permit is “not known” there. Give ISIC Rev. 4 codes with commas between.</source>
      <translation>អ្វីដែលលេខកូដផ្សេងទៀតរបស់វាមិនអនុញ្ញាត ក្លាយជា «not known» (មិនដឹង) នៅទីនោះ។ សូមបញ្ចូលលេខកូដ ISIC កំណែទី ៤ បំបែកដោយសញ្ញាក្បៀស។</translation>
    </message>
    <message>
      <location filename="../../processing/capacity/inputs.py" />
      <source>“{code}” (ACTIVITY) is no ISIC Rev. 4 code: give one of 2 to 4 digits, such as 1410 for clothing.</source>
      <translation>«{code}» (ACTIVITY) មិនមែនជាលេខកូដ ISIC កំណែទី ៤ ទេ៖ សូមបញ្ចូលលេខកូដ 2 ទៅ 4 ខ្ទង់ ដូចជា 1410 សម្រាប់សម្លៀកបំពាក់។</translation>
    </message>
    <message>
      <location filename="../../processing/capacity/inputs.py" />
      <source>factories with a number of employees that is none (field “{field}”): {count}</source>
      <translation>រោងចក្រដែលចំនួនកម្មករនិយោជិត មិនមែនជាចំនួន (វាល «{field}»)៖ {count}</translation>
    </message>
    <message>
      <location filename="../../processing/capacity/inputs.py" />
      <source>Taken as not recorded. Enter a number, 0 or more.</source>
      <translation>រាប់ថាមិនបានកត់ត្រា។ សូមបញ្ចូលចំនួន 0 ឬធំជាងនេះ។</translation>
    </message>
    <message>
      <location filename="../../processing/capacity/inputs.py" />
      <source>parks that factories declare and layer “{layer}” has not: {parks}; factories: {count}</source>
      <translation>សួនឧស្សាហកម្មដែលរោងចក្របានប្រកាស តែស្រទាប់ «{layer}» គ្មាន៖ {parks}។ ចំនួនរោងចក្រ៖ {count}</translation>
    </message>
    <message>
      <location filename="../../processing/capacity/inputs.py" />
      <source>They count in the parks in which they stand. Correct the id, or add the park's boundary.</source>
      <translation>រោងចក្រទាំងនោះ រាប់ក្នុងសួនឧស្សាហកម្មដែលវាស្ថិតនៅ។ សូមកែលេខសម្គាល់ ឬបន្ថែមព្រំប្រទល់របស់សួន។</translation>
    </message>
    <message>
      <location filename="../../processing/capacity/inputs.py" />
      <source>premises of factories that the register has not: {ids}</source>
      <translation>បរិវេណនៃរោងចក្រដែលបញ្ជីរោងចក្រគ្មាន៖ {ids}</translation>
    </message>
    <message>
      <location filename="../../processing/capacity/inputs.py" />
      <source>Their ground counts as occupied. Write the ids as the register has them.</source>
      <translation>ផ្ទៃដីរបស់វា រាប់ថាបានប្រើ។ សូមសរសេរលេខសម្គាល់ ដូចក្នុងបញ្ជីរោងចក្រ។</translation>
    </message>
    <message>
      <location filename="../../processing/capacity/ranking.py" />
      <source>Nothing is known of any criterion in WEIGHTS ({names}): give layers of what they name, or weigh vacancy.</source>
      <translation>មិនដឹងអំពីលក្ខណៈវិនិច្ឆ័យណាមួយក្នុង WEIGHTS ({names}) ទេ៖ សូមផ្តល់ស្រទាប់នៃអ្វីដែលបានរៀបរាប់ ឬដាក់ទម្ងន់ឱ្យ vacancy (ដីទំនេរ)។</translation>
    </message>
    <message>
      <location filename="../../processing/capacity/ranking.py" />
      <source>no activity was named</source>
      <translation>មិនបានបញ្ជាក់សកម្មភាពទេ</translation>
    </message>
    <message>
      <location filename="../../processing/capacity/ranking.py" />
      <source>no layer of them was given</source>
      <translation>មិនបានផ្តល់ស្រទាប់របស់វាទេ</translation>
    </message>
    <message>
      <location filename="../../processing/capacity/ranking.py" />
      <source>it has no weight in WEIGHTS, so it does not count</source>
      <translation>មិនមានទម្ងន់ក្នុង WEIGHTS ដូច្នេះមិនត្រូវបានគិតបញ្ចូល</translation>
    </message>
    <message>
      <location filename="../../processing/capacity/ranking.py" />
      <source>not known: factories may stand in it, none surely or probably does; {low} to {high} ha free</source>
      <translation>មិនដឹង៖ រោងចក្រអាចស្ថិតក្នុងនោះ តែគ្មានរោងចក្រណាប្រាកដ ឬទំនងជាស្ថិតក្នុងនោះទេ ដីទំនេរ {low} ដល់ {high} ha</translation>
    </message>
    <message>
      <location filename="../../processing/capacity/ranking.py" />
      <source>not known: the register has no factory in it; {low} to {high} ha free</source>
      <translation>មិនដឹង៖ បញ្ជីរោងចក្រគ្មានរោងចក្រក្នុងនោះទេ ដីទំនេរ {low} ដល់ {high} ha</translation>
    </message>
    <message>
      <location filename="../../processing/capacity/ranking.py" />
      <source>{likely} ha free</source>
      <translation>ដីទំនេរ {likely} ha</translation>
    </message>
    <message>
      <location filename="../../processing/capacity/ranking.py" />
      <source>about {likely} ha free ({low} to {high})</source>
      <translation>ដីទំនេរប្រហែល {likely} ha ({low} ដល់ {high})</translation>
    </message>
    <message>
      <location filename="../../processing/capacity/ranking.py" />
      <source>{text}, ground of factories assumed</source>
      <translation>{text} ដោយផ្ទៃដីរោងចក្រជាការសន្មត</translation>
    </message>
    <message>
      <location filename="../../processing/capacity/ranking.py" />
      <source>factories of the same sector inside: {count}</source>
      <translation>ចំនួនរោងចក្រវិស័យដូចគ្នានៅក្នុងនោះ៖ {count}</translation>
    </message>
    <message>
      <location filename="../../processing/capacity/ranking.py" />
      <source> ({low} to {high})</source>
      <translation> ({low} ដល់ {high})</translation>
    </message>
    <message>
      <location filename="../../processing/capacity/ranking.py" />
      <source>none found</source>
      <translation>រកមិនឃើញ</translation>
    </message>
    <message>
      <location filename="../../processing/capacity/ranking.py" />
      <source>{kind} {name} in the park</source>
      <translation>{kind} {name} នៅក្នុងសួនឧស្សាហកម្ម</translation>
    </message>
    <message>
      <location filename="../../processing/capacity/ranking.py" />
      <source>{kind} {name} at {away} in a straight line</source>
      <translation>{kind} {name} ចម្ងាយ {away} តាមបន្ទាត់ត្រង់</translation>
    </message>
    <message>
      <location filename="../../processing/capacity/ranking.py" />
      <source>{kind} {name} at {way} by road</source>
      <translation>{kind} {name} ចម្ងាយ {way} តាមផ្លូវ</translation>
    </message>
    <message>
      <location filename="../../processing/capacity/ranking.py" />
      <source>{text}, the shortest way of {count} that were asked</source>
      <translation>{text} ដែលជាផ្លូវខ្លីបំផុតក្នុងចំណោម {count} ដែលបានគណនា</translation>
    </message>
    <message>
      <location filename="../../processing/capacity/ranking.py" />
      <source>{kind} {name} at {away} in a straight line, no way by road found</source>
      <translation>{kind} {name} ចម្ងាយ {away} តាមបន្ទាត់ត្រង់ រកផ្លូវធ្វើដំណើរមិនឃើញ</translation>
    </message>
    <message>
      <location filename="../../processing/capacity/ranking.py" />
      <source>{text}, beyond {far} km</source>
      <translation>{text} លើសពី {far} km</translation>
    </message>
    <message>
      <location filename="../../processing/capacity/ranking.py" />
      <source>Room: yes ({free}; {needed} ha needed).</source>
      <translation>កន្លែងទំនេរ៖ មាន ({free} ត្រូវការ {needed} ha)។</translation>
    </message>
    <message>
      <location filename="../../processing/capacity/ranking.py" />
      <source>Room: not certain ({free}; {needed} ha needed).</source>
      <translation>កន្លែងទំនេរ៖ មិនប្រាកដ ({free} ត្រូវការ {needed} ha)។</translation>
    </message>
    <message>
      <location filename="../../processing/capacity/ranking.py" />
      <source>Ruled out for want of room ({free}; {needed} ha needed).</source>
      <translation>ដកចេញ ព្រោះគ្មានកន្លែងទំនេរគ្រប់គ្រាន់ ({free} ត្រូវការ {needed} ha)។</translation>
    </message>
    <message>
      <location filename="../../processing/capacity/ranking.py" />
      <source>Permitted: yes.</source>
      <translation>ការអនុញ្ញាត៖ អនុញ្ញាត។</translation>
    </message>
    <message>
      <location filename="../../processing/capacity/ranking.py" />
      <source>Permitted: not certain, its list cannot settle it.</source>
      <translation>ការអនុញ្ញាត៖ មិនប្រាកដ ព្រោះបញ្ជីរបស់សួនមិនអាចបញ្ជាក់បានទេ។</translation>
    </message>
    <message>
      <location filename="../../processing/capacity/ranking.py" />
      <source>Permitted: not known, there is no list of what its permit allows.</source>
      <translation>ការអនុញ្ញាត៖ មិនដឹង ព្រោះគ្មានបញ្ជីនៃអ្វី ដែលលិខិតអនុញ្ញាតរបស់សួនអនុញ្ញាត។</translation>
    </message>
    <message>
      <location filename="../../processing/capacity/ranking.py" />
      <source>Ruled out: its permit does not allow {activities}.</source>
      <translation>ដកចេញ៖ លិខិតអនុញ្ញាតរបស់សួន មិនអនុញ្ញាត {activities} ទេ។</translation>
    </message>
    <message>
      <location filename="../../processing/capacity/ranking.py" />
      <source>{name}: {points} of 1, weight {weight}: {reason}.</source>
      <translation>{name}៖ {points} លើ 1 ទម្ងន់ {weight}៖ {reason}។</translation>
    </message>
    <message>
      <location filename="../../processing/capacity/ranking.py" />
      <source>{name}: {points} of 1, weight {weight}.</source>
      <translation>{name}៖ {points} លើ 1 ទម្ងន់ {weight}។</translation>
    </message>
    <message>
      <location filename="../../processing/capacity/report.py" />
      <source>{park}: {area} ha, {free}; factories surely inside {surely}, probably {probably}, undecided {undecided}.</source>
      <translation>{park}៖ {area} ha {free}។ រោងចក្រប្រាកដជានៅក្នុង {surely} ទំនងជានៅក្នុង {probably} មិនទាន់សម្រេច {undecided}។</translation>
    </message>
    <message>
      <location filename="../../processing/capacity/report.py" />
      <source>Ranking: “{name}” is left out for all parks: {why}.</source>
      <translation>ចំណាត់ថ្នាក់៖ «{name}» មិនត្រូវបានគិតសម្រាប់សួនឧស្សាហកម្មទាំងអស់៖ {why}។</translation>
    </message>
    <message>
      <location filename="../../processing/capacity/report.py" />
      <source>Ranking: {rank}. {park}, {score} of 100. {why}</source>
      <translation>ចំណាត់ថ្នាក់៖ {rank}. {park} ពិន្ទុ {score} លើ 100។ {why}</translation>
    </message>
    <message>
      <location filename="../../processing/capacity/report.py" />
      <source>Ranking: parks that are ruled out: {count} of {all}.</source>
      <translation>ចំណាត់ថ្នាក់៖ សួនឧស្សាហកម្មដែលដកចេញ៖ {count} ក្នុងចំណោម {all}។</translation>
    </message>
    <message>
      <location filename="../../processing/capacity/tables.py" />
      <source>Industrial parks and how full they are. {assumption}</source>
      <translation>សួនឧស្សាហកម្ម និងកម្រិតពេញរបស់វា។ {assumption}</translation>
    </message>
    <message>
      <location filename="../../processing/capacity/tables.py" />
      <source>Sectors of each park.</source>
      <translation>វិស័យក្នុងសួនឧស្សាហកម្មនីមួយៗ។</translation>
    </message>
    <message>
      <location filename="../../processing/capacity/tables.py" />
      <source>Parks by how they suit what was asked. {assumption}</source>
      <translation>សួនឧស្សាហកម្ម តាមភាពសមស្របនឹងអ្វីដែលបានស្នើសុំ។ {assumption}</translation>
    </message>
    <message>
      <location filename="../../processing/capacity/tables.py" />
      <source>The points of each park, criterion by criterion.</source>
      <translation>ពិន្ទុនៃសួនឧស្សាហកម្មនីមួយៗ តាមលក្ខណៈវិនិច្ឆ័យនីមួយៗ។</translation>
    </message>
    <message>
      <location filename="../../processing/capacity/tables.py" />
      <source>Ground of factories without premises is assumed by size class ({sizes}): planning assumptions.</source>
      <translation>ផ្ទៃដីរបស់រោងចក្រដែលគ្មានបរិវេណ ត្រូវបានសន្មតតាមទំហំសហគ្រាស ({sizes})៖ ជាការសន្មតសម្រាប់ធ្វើផែនការ។</translation>
    </message>
    <message>
      <location filename="../../processing/capacity/tables.py" />
      <source>Drawn {drawn} ha, licensed {licensed} ha: {percent} % larger than the licence.</source>
      <translation>បានគូស {drawn} ha តាមលិខិតអនុញ្ញាត {licensed} ha៖ ធំជាងលិខិតអនុញ្ញាត {percent} %។</translation>
    </message>
    <message>
      <location filename="../../processing/capacity/tables.py" />
      <source>Drawn {drawn} ha, licensed {licensed} ha: {percent} % smaller than the licence.</source>
      <translation>បានគូស {drawn} ha តាមលិខិតអនុញ្ញាត {licensed} ha៖ តូចជាងលិខិតអនុញ្ញាត {percent} %។</translation>
    </message>
    <message>
      <location filename="../../processing/capacity/tables.py" />
      <source>That is about {times} times: one of them may be in another unit.</source>
      <translation>ខុសគ្នាប្រហែល {times} ដង៖ មួយក្នុងចំណោមទាំងពីរ អាចប្រើឯកតាផ្សេង។</translation>
    </message>
    <message>
      <location filename="../../processing/capacity/tables.py" />
      <source>No factory surely or probably stands in it: how much of it is free is not known.</source>
      <translation>គ្មានរោងចក្រណាប្រាកដ ឬទំនងជាស្ថិតក្នុងនោះទេ៖ មិនដឹងថាមានដីទំនេរប៉ុន្មានទេ។</translation>
    </message>
    <message>
      <location filename="../../processing/capacity/tables.py" />
      <source>No factory of the register stands in it: how much of it is free is not known.</source>
      <translation>គ្មានរោងចក្រណាក្នុងបញ្ជីរោងចក្រ ស្ថិតក្នុងនោះទេ៖ មិនដឹងថាមានដីទំនេរប៉ុន្មានទេ។</translation>
    </message>
    <message>
      <location filename="../../processing/capacity/tables.py" />
      <source>{assumed} of {occupied} occupied ha are assumed from size classes.</source>
      <translation>{assumed} ក្នុងចំណោមដីបានប្រើ {occupied} ha ត្រូវបានសន្មតតាមទំហំសហគ្រាស។</translation>
    </message>
    <message>
      <location filename="../../processing/capacity/tables.py" />
      <source>Up to {assumed} ha are assumed from size classes, of factories that may stand in it.</source>
      <translation>យ៉ាងច្រើន {assumed} ha ត្រូវបានសន្មតតាមទំហំសហគ្រាស សម្រាប់រោងចក្រដែលអាចស្ថិតក្នុងនោះ។</translation>
    </message>
    <message>
      <location filename="../../processing/capacity/tables.py" />
      <source>The occupied ground ({occupied} ha) is more than it has to let ({usable} ha): check it.</source>
      <translation>ដីបានប្រើ ({occupied} ha) លើសពីដីដែលអាចឱ្យជួល ({usable} ha)៖ សូមពិនិត្យ។</translation>
    </message>
    <message>
      <location filename="../../processing/capacity/tables.py" />
      <source>Factories that may or may not stand in it: {count}; the figures are a range.</source>
      <translation>រោងចក្រដែលមិនប្រាកដថាស្ថិតក្នុងនោះឬទេ៖ {count}។ តួលេខជាចន្លោះតម្លៃ។</translation>
    </message>
    <message>
      <location filename="../../processing/capacity/tables.py" />
      <source>It shares ground with {parks}: what stands there counts in both.</source>
      <translation>មានផ្ទៃដីរួមជាមួយ {parks}៖ អ្វីដែលស្ថិតនៅទីនោះ រាប់ក្នុងសួនទាំងពីរ។</translation>
    </message>
    <message>
      <location filename="../../processing/capacity/tables.py" />
      <source>Factories without a number of employees: {count}; the sum is a lower bound.</source>
      <translation>រោងចក្រគ្មានចំនួនកម្មករនិយោជិត៖ {count}។ ផលបូកគ្រាន់តែជាកម្រិតទាបបំផុត។</translation>
    </message>
    <message>
      <location filename="../../processing/capacity/tables.py" />
      <source>Factories that stand in parks, may stand in them or declare them.</source>
      <translation>រោងចក្រដែលស្ថិតក្នុងសួនឧស្សាហកម្ម ដែលអាចស្ថិតក្នុងនោះ ឬដែលបានប្រកាសសួននោះ។</translation>
    </message>
    <message>
      <location filename="../../processing/capacity/tables.py" />
      <source>There is no list of what the permit of this park allows.</source>
      <translation>គ្មានបញ្ជីនៃអ្វី ដែលលិខិតអនុញ្ញាតរបស់សួននេះអនុញ្ញាតទេ។</translation>
    </message>
    <message>
      <location filename="../../processing/capacity/tables.py" />
      <source>What can be read of the permit does not allow it; a part of it cannot be read.</source>
      <translation>ផ្នែកនៃលិខិតអនុញ្ញាតដែលអាចអានបាន មិនអនុញ្ញាតទេ។ មានផ្នែកមួយទៀតមិនអាចអានបាន។</translation>
    </message>
    <message>
      <location filename="../../processing/capacity/tables.py" />
      <source>{code} is on the list of the permit.</source>
      <translation>{code} មានក្នុងបញ្ជីនៃលិខិតអនុញ្ញាត។</translation>
    </message>
    <message>
      <location filename="../../processing/capacity/tables.py" />
      <source>{code} is not on the list of the permit.</source>
      <translation>{code} គ្មានក្នុងបញ្ជីនៃលិខិតអនុញ្ញាតទេ។</translation>
    </message>
    <message>
      <location filename="../../processing/capacity/tables.py" />
      <source>No activity is recorded.</source>
      <translation>មិនបានកត់ត្រាសកម្មភាពទេ។</translation>
    </message>
    <message>
      <location filename="../../processing/capacity/tables.py" />
      <source>“{code}” is no ISIC Rev. 4 code.</source>
      <translation>«{code}» មិនមែនជាលេខកូដ ISIC កំណែទី ៤ ទេ។</translation>
    </message>
    <message>
      <location filename="../../processing/capacity/tables.py" />
      <source>{code} is too coarse: the permit allows a part of it.</source>
      <translation>{code} ទូលាយពេក៖ លិខិតអនុញ្ញាតអនុញ្ញាតតែមួយផ្នែករបស់វា។</translation>
    </message>
    <message>
      <location filename="../../processing/capacity/tables.py" />
      <source>The nearest facility of each kind, from the edge of each park.</source>
      <translation>ហេដ្ឋារចនាសម្ព័ន្ធជិតបំផុតនៃប្រភេទនីមួយៗ វាស់ពីព្រំនៃសួនឧស្សាហកម្មនីមួយៗ។</translation>
    </message>
    <message>
      <location filename="../../processing/capacity/tables.py" />
      <source>Factories around parks; a factory near two parks stands here twice.</source>
      <translation>រោងចក្រជុំវិញសួនឧស្សាហកម្ម។ រោងចក្រដែលនៅជិតសួនពីរ មាននៅទីនេះពីរដង។</translation>
    </message>
    <message>
      <location filename="../../processing/checks/changes.py" />
      <source>Compared: {before} with {after}.</source>
      <translation>បានប្រៀបធៀប៖ {before} ជាមួយ {after}។</translation>
    </message>
    <message>
      <location filename="../../processing/checks/changes.py" />
      <source>Passed, or the rule was not about the factory.</source>
      <translation>អនុលោម ឬវិធានមិនអនុវត្តចំពោះរោងចក្រនេះ កាលពីមុន។</translation>
    </message>
    <message>
      <location filename="../../processing/checks/changes.py" />
      <source>The factory was not in the register.</source>
      <translation>រោងចក្រនេះមិនមានក្នុងបញ្ជីរោងចក្រទេ កាលពីមុន។</translation>
    </message>
    <message>
      <location filename="../../processing/checks/changes.py" />
      <source>The rule was not in the pack.</source>
      <translation>វិធាននេះមិនមានក្នុងកញ្ចប់ទេ កាលពីមុន។</translation>
    </message>
    <message>
      <location filename="../../processing/checks/changes.py" />
      <source>The rule was not checked: its layer was missing.</source>
      <translation>វិធាននេះមិនបានពិនិត្យទេ៖ ស្រទាប់របស់វាមិនមាន កាលពីមុន។</translation>
    </message>
    <message>
      <location filename="../../processing/checks/changes.py" />
      <source>Passes, or the rule is not about the factory.</source>
      <translation>អនុលោម ឬវិធានមិនអនុវត្តចំពោះរោងចក្រនេះ។</translation>
    </message>
    <message>
      <location filename="../../processing/checks/changes.py" />
      <source>The factory is no longer in the register.</source>
      <translation>រោងចក្រនេះលែងមានក្នុងបញ្ជីរោងចក្រ។</translation>
    </message>
    <message>
      <location filename="../../processing/checks/changes.py" />
      <source>The rule is no longer in the pack.</source>
      <translation>វិធាននេះលែងមានក្នុងកញ្ចប់។</translation>
    </message>
    <message>
      <location filename="../../processing/checks/changes.py" />
      <source>The rule was not checked: its layer is missing.</source>
      <translation>វិធាននេះមិនបានពិនិត្យទេ៖ ស្រទាប់របស់វាមិនមាន។</translation>
    </message>
    <message>
      <location filename="../../processing/checks/changes.py" />
      <source>The checks used different rule packs ({before}; {after}): rules count as the same by their id.</source>
      <translation>ការពិនិត្យទាំងពីរប្រើកញ្ចប់វិធានផ្សេងគ្នា ({before}; {after})៖ វិធានរាប់ថាដូចគ្នា តាមលេខសម្គាល់របស់វា។</translation>
    </message>
    <message>
      <location filename="../../processing/checks/changes.py" />
      <source>BEFORE is the later of the two checks ({before}, {after}): are they interchanged?</source>
      <translation>BEFORE ជាការពិនិត្យក្រោយ ក្នុងចំណោមការពិនិត្យទាំងពីរ ({before}, {after})៖ តើដាក់ច្រឡំគ្នាឬ?</translation>
    </message>
    <message>
      <location filename="../../processing/checks/changes.py" />
      <source>“{path}” does not say which rules were used (it is of version 0.1): a rule without findings counts as not in its pack.</source>
      <translation>«{path}» មិនប្រាប់ថា បានប្រើវិធានណាទេ (វាជាកំណែ 0.1)៖ វិធានដែលគ្មានរបកគំហើញ រាប់ថាមិនមានក្នុងកញ្ចប់របស់វា។</translation>
    </message>
    <message>
      <location filename="../../processing/checks/changes.py" />
      <source>The checks had different settings: {settings}.</source>
      <translation>ការពិនិត្យទាំងពីរមានការកំណត់ផ្សេងគ្នា៖ {settings}។</translation>
    </message>
    <message>
      <location filename="../../processing/checks/changes.py" />
      <source>No factory id is in both files (“{before}” in the one, “{after}” in the other): the checks were of other registers, or used another id field. Check again with the same FACTORY_ID_FIELD.</source>
      <translation>គ្មានលេខសម្គាល់រោងចក្រណាមាននៅក្នុងឯកសារទាំងពីរទេ («{before}» ក្នុងមួយ «{after}» ក្នុងមួយទៀត)៖ ការពិនិត្យទាំងពីរប្រើបញ្ជីរោងចក្រផ្សេងគ្នា ឬវាលលេខសម្គាល់ផ្សេងគ្នា។ សូមពិនិត្យម្តងទៀត ដោយប្រើ FACTORY_ID_FIELD តែមួយ។</translation>
    </message>
    <message>
      <location filename="../../processing/checks/changes.py" />
      <source>Only {common} factory ids are in both files, of {before} and {after}: was the id field the same?</source>
      <translation>មានតែលេខសម្គាល់រោងចក្រ {common} ដែលមានក្នុងឯកសារទាំងពីរ ក្នុងចំណោម {before} និង {after}៖ តើវាលលេខសម្គាល់ដូចគ្នាឬ?</translation>
    </message>
    <message>
      <location filename="../../processing/checks/changes.py" />
      <source>“{path}”: factories that share their id with another: {count}; which is which is a guess.</source>
      <translation>«{path}»៖ រោងចក្រដែលមានលេខសម្គាល់ដូចរោងចក្រផ្សេង៖ {count}។ មួយណាជាមួយណា គ្រាន់តែជាការស្មាន។</translation>
    </message>
    <message>
      <location filename="../../processing/checks/changes.py" />
      <source>Findings: {new} new, {resolved} resolved, {changed} changed, {unchanged} unchanged.</source>
      <translation>របកគំហើញ៖ ថ្មី {new} បានដោះស្រាយ {resolved} ប្រែប្រួល {changed} មិនប្រែប្រួល {unchanged}។</translation>
    </message>
    <message>
      <location filename="../../processing/checks/changes.py" />
      <source>With the same verdict, but another boundary, feature or vintage: {boundary}; because the factory's coordinate moved: {location}.</source>
      <translation>លទ្ធផលពិនិត្យដដែល តែព្រំប្រទល់ វត្ថុ ឬឆ្នាំនៃស្រទាប់ផ្សេង៖ {boundary}។ ដោយសារកូអរដោនេរោងចក្រប្រែប្រួល៖ {location}។</translation>
    </message>
    <message>
      <location filename="../../processing/checks/changes.py" />
      <source>In one check only: factory added {factory_added}, factory removed {factory_removed}, rule added {rule_added}, rule removed {rule_removed}, now checked {now_checked}, no longer checked {not_checked}.</source>
      <translation>ក្នុងការពិនិត្យតែមួយ៖ រោងចក្រថែម {factory_added} រោងចក្រដកចេញ {factory_removed} វិធានថែម {rule_added} វិធានដកចេញ {rule_removed} ឥឡូវបានពិនិត្យ {now_checked} លែងបានពិនិត្យ {not_checked}។</translation>
    </message>
    <message>
      <location filename="../../processing/checks/changes.py" />
      <source>Factories: {worse} worse, {better} better, {same} the same, {added} added, {removed} removed, {uncompared} not comparable.</source>
      <translation>រោងចក្រ៖ អន់ជាងមុន {worse} ល្អជាងមុន {better} ដដែល {same} ថែម {added} ដកចេញ {removed} មិនអាចប្រៀបធៀប {uncompared}។</translation>
    </message>
    <message>
      <location filename="../../processing/checks/findings.py" />
      <source>verify: boundary dated {year}</source>
      <translation>សូមផ្ទៀងផ្ទាត់៖ ព្រំប្រទល់ចុះឆ្នាំ {year}</translation>
    </message>
    <message>
      <location filename="../../processing/checks/findings.py" />
      <source>Rule {rule} asks for a larger distance and governs.</source>
      <translation>វិធាន {rule} តម្រូវចម្ងាយធំជាង ដូច្នេះ ត្រូវអនុវត្តតាមវិធាននោះ។</translation>
    </message>
    <message>
      <location filename="../../processing/checks/findings.py" />
      <source>No rule of the pack is about this factory.</source>
      <translation>គ្មានវិធានណាមួយក្នុងកញ្ចប់វិធាន ចែងអំពីរោងចក្រនេះទេ។</translation>
    </message>
    <message>
      <location filename="../../processing/checks/findings_file.py" />
      <source>{label}: layer “{layer}” is in no GeoPackage. Choose a findings file of “Check factory locations”.</source>
      <translation>{label}៖ ស្រទាប់ «{layer}» មិនស្ថិតក្នុង GeoPackage ទេ។ សូមជ្រើសរើសឯកសាររបកគំហើញរបស់ «ពិនិត្យទីតាំងរោងចក្រ»។</translation>
    </message>
    <message>
      <location filename="../../processing/checks/findings_file.py" />
      <source>{label}: “{path}” is no findings GeoPackage of “Check factory locations”: it has no {what}.</source>
      <translation>{label}៖ «{path}» មិនមែនជា GeoPackage របកគំហើញរបស់ «ពិនិត្យទីតាំងរោងចក្រ» ទេ៖ វាគ្មាន {what}។</translation>
    </message>
    <message>
      <location filename="../../processing/checks/findings_file.py" />
      <location filename="../../processing/frames.py" />
      <source>“{path}” is damaged ({why}): part of its features is lost. Take a copy from before, or recover the file.</source>
      <translation>«{path}» ខូច ({why})៖ វត្ថុមួយផ្នែកបានបាត់បង់។ សូមយកច្បាប់ចម្លងពីមុន ឬសង្គ្រោះឯកសារនេះ។</translation>
    </message>
    <message>
      <location filename="../../processing/checks/history.py" />
      <location filename="../../qgis_plugin/panel/details.py" />
      <source>until {day}</source>
      <translation>រហូតដល់ {day}</translation>
    </message>
    <message>
      <location filename="../../processing/checks/history.py" />
      <source>no reason recorded</source>
      <translation>មិនបានកត់ត្រាហេតុផល</translation>
    </message>
    <message>
      <location filename="../../processing/checks/history.py" />
      <source>“{path}” cannot be read ({why}), and the decisions recorded in it would be lost. Move it away, or choose another name.</source>
      <translation>មិនអាចអាន «{path}» បានទេ ({why}) ហើយសេចក្តីសម្រេចដែលបានកត់ត្រាក្នុងនោះ នឹងបាត់បង់។ សូមផ្លាស់ទីឯកសារនោះ ឬជ្រើសរើសឈ្មោះផ្សេង។</translation>
    </message>
    <message>
      <location filename="../../processing/checks/history.py" />
      <source>Recorded decisions “{table}”, row {number}: it has no finding_id. Copy that of the finding it is on.</source>
      <translation>សេចក្តីសម្រេចដែលបានកត់ត្រា «{table}» ជួរទី {number}៖ គ្មាន finding_id ទេ។ សូមចម្លងពីរបកគំហើញ ដែលសេចក្តីសម្រេចនេះនិយាយដល់។</translation>
    </message>
    <message>
      <location filename="../../processing/checks/history.py" />
      <source>Recorded decisions “{table}”, row {number} (finding {finding}): “{decision}” is none of: {known}.</source>
      <translation>សេចក្តីសម្រេចដែលបានកត់ត្រា «{table}» ជួរទី {number} (របកគំហើញ {finding})៖ «{decision}» មិនមែនជាតម្លៃណាមួយក្នុងចំណោម៖ {known}។</translation>
    </message>
    <message>
      <location filename="../../processing/checks/history.py" />
      <source>Recorded decisions “{table}”, row {number} (finding {finding}): “{value}” ({field}) is no date; write it as 2026-12-31.</source>
      <translation>សេចក្តីសម្រេចដែលបានកត់ត្រា «{table}» ជួរទី {number} (របកគំហើញ {finding})៖ «{value}» ({field}) មិនមែនជាកាលបរិច្ឆេទទេ សូមសរសេរដូច 2026-12-31។</translation>
    </message>
    <message>
      <location filename="../../processing/checks/history.py" />
      <source>otherwise {verdict} ({reason})</source>
      <translation>បើមិនដូច្នេះ {verdict} ({reason}) តាមការពិនិត្យ</translation>
    </message>
    <message>
      <location filename="../../processing/checks/role_check.py" />
      <source>No rule of pack {pack} is about {role}: not used: {layers}.</source>
      <translation>គ្មានវិធានណាមួយក្នុងកញ្ចប់ {pack} និយាយអំពី{role}ទេ៖ ស្រទាប់ដែលមិនត្រូវបានប្រើ៖ {layers}។</translation>
    </message>
    <message>
      <location filename="../../processing/checks/role_check.py" />
      <source>{role}, drawn as areas</source>
      <translation>{role} ដែលគូសជាផ្ទៃ</translation>
    </message>
    <message>
      <location filename="../../processing/checks/role_layers.py" />
      <location filename="../../processing/rules/words.py" />
      <source>Protected areas</source>
      <translation>តំបន់ការពារធម្មជាតិ</translation>
    </message>
    <message>
      <location filename="../../processing/checks/role_layers.py" />
      <source>Parks, sanctuaries and forests under protection, as polygons.</source>
      <translation>ឧទ្យានជាតិ ដែនជម្រកសត្វព្រៃ និងព្រៃការពារ គូសជាពហុកោណ។</translation>
    </message>
    <message>
      <location filename="../../processing/checks/role_layers.py" />
      <location filename="../../processing/rules/words.py" />
      <source>Salt farmland</source>
      <translation>ដីស្រែអំបិល</translation>
    </message>
    <message>
      <location filename="../../processing/checks/role_layers.py" />
      <source>Salt fields to be conserved, such as those of Kampot and Kep.</source>
      <translation>ដីស្រែអំបិលដែលត្រូវអភិរក្ស ដូចជានៅខេត្តកំពត និងខេត្តកែប។</translation>
    </message>
    <message>
      <location filename="../../processing/checks/role_layers.py" />
      <source>Water intakes</source>
      <translation>ចំណុចបូមទឹក</translation>
    </message>
    <message>
      <location filename="../../processing/checks/role_layers.py" />
      <source>Where water is taken for supply.</source>
      <translation>ទីកន្លែងដែលបូមយកទឹក សម្រាប់ផ្គត់ផ្គង់។</translation>
    </message>
    <message>
      <location filename="../../processing/checks/role_layers.py" />
      <source>Wells</source>
      <translation>អណ្តូងទឹក</translation>
    </message>
    <message>
      <location filename="../../processing/checks/role_layers.py" />
      <source>Wells that people drink from.</source>
      <translation>អណ្តូងទឹក ដែលប្រជាពលរដ្ឋប្រើប្រាស់សម្រាប់ផឹក។</translation>
    </message>
    <message>
      <location filename="../../processing/checks/role_layers.py" />
      <source>Rivers and canals</source>
      <translation>ទន្លេ និងប្រឡាយ</translation>
    </message>
    <message>
      <location filename="../../processing/checks/role_layers.py" />
      <source>Public water areas, as lines or polygons; a line has no inside.</source>
      <translation>ផ្ទៃទឹកសាធារណៈ គូសជាបន្ទាត់ ឬពហុកោណ។ បន្ទាត់គ្មានផ្ទៃខាងក្នុងទេ។</translation>
    </message>
    <message>
      <location filename="../../processing/checks/role_layers.py" />
      <source>Lakes and ponds</source>
      <translation>បឹង និងស្រះ</translation>
    </message>
    <message>
      <location filename="../../processing/checks/role_layers.py" />
      <source>Public water areas, as polygons.</source>
      <translation>ផ្ទៃទឹកសាធារណៈ គូសជាពហុកោណ។</translation>
    </message>
    <message>
      <location filename="../../processing/checks/role_layers.py" />
      <source>Residential areas</source>
      <translation>តំបន់លំនៅឋាន</translation>
    </message>
    <message>
      <location filename="../../processing/checks/role_layers.py" />
      <source>Where people live: polygons, or points of houses.</source>
      <translation>ទីកន្លែងដែលមនុស្សរស់នៅ៖ គូសជាពហុកោណ ឬជាចំណុចផ្ទះ។</translation>
    </message>
    <message>
      <location filename="../../processing/checks/role_layers.py" />
      <source>Schools</source>
      <translation>សាលារៀន</translation>
    </message>
    <message>
      <location filename="../../processing/checks/role_layers.py" />
      <source>Schools, as points or polygons.</source>
      <translation>សាលារៀន គូសជាចំណុច ឬពហុកោណ។</translation>
    </message>
    <message>
      <location filename="../../processing/checks/role_layers.py" />
      <source>Hospitals</source>
      <translation>មន្ទីរពេទ្យ</translation>
    </message>
    <message>
      <location filename="../../processing/checks/role_layers.py" />
      <source>Hospitals and health centres, as points or polygons.</source>
      <translation>មន្ទីរពេទ្យ និងមណ្ឌលសុខភាព គូសជាចំណុច ឬពហុកោណ។</translation>
    </message>
    <message>
      <location filename="../../processing/checks/role_layers.py" />
      <source>Pagodas</source>
      <translation>វត្ត</translation>
    </message>
    <message>
      <location filename="../../processing/checks/role_layers.py" />
      <source>Pagodas and other places of worship.</source>
      <translation>វត្ត និងទីសក្ការបូជាផ្សេងទៀត។</translation>
    </message>
    <message>
      <location filename="../../processing/checks/role_layers.py" />
      <source>Markets</source>
      <translation>ផ្សារ</translation>
    </message>
    <message>
      <location filename="../../processing/checks/role_layers.py" />
      <source>Markets and other public places.</source>
      <translation>ផ្សារ និងទីសាធារណៈផ្សេងទៀត។</translation>
    </message>
    <message>
      <location filename="../../processing/checks/role_layers.py" />
      <source>Receptors of several classes</source>
      <translation>ទីតាំងងាយរងផលប៉ះពាល់ ច្រើនថ្នាក់</translation>
    </message>
    <message>
      <location filename="../../processing/checks/role_layers.py" />
      <source>One layer of what factories must keep away from, with a class field: {classes}.</source>
      <translation>ស្រទាប់មួយនៃទីតាំងដែលរោងចក្រត្រូវនៅឱ្យឆ្ងាយ ដោយមានវាលថ្នាក់៖ {classes}។</translation>
    </message>
    <message>
      <location filename="../../processing/checks/role_layers.py" />
      <location filename="../../processing/road_parameters.py" />
      <location filename="../../processing/rules/words.py" />
      <source>Roads</source>
      <translation>ផ្លូវ</translation>
    </message>
    <message>
      <location filename="../../processing/checks/role_layers.py" />
      <source>Roads, as lines, with a class field where rules name classes.</source>
      <translation>ផ្លូវ គូសជាបន្ទាត់ ដោយមានវាលថ្នាក់ បើវិធានបញ្ជាក់ថ្នាក់ផ្លូវ។</translation>
    </message>
    <message>
      <location filename="../../processing/checks/role_layers.py" />
      <location filename="../../processing/rules/words.py" />
      <source>Hazard zones</source>
      <translation>តំបន់គ្រោះថ្នាក់</translation>
    </message>
    <message>
      <location filename="../../processing/checks/role_layers.py" />
      <source>Consultation zones around hazards, with a class field.</source>
      <translation>តំបន់ពិគ្រោះយោបល់ជុំវិញប្រភពគ្រោះថ្នាក់ ដោយមានវាលថ្នាក់។</translation>
    </message>
    <message>
      <location filename="../../processing/checks/role_layers.py" />
      <location filename="../../processing/parameters.py" />
      <source>No feature of layer “{layer}” can be used: {why}. Correct the layer, or leave it out.</source>
      <translation>គ្មានវត្ថុណាមួយនៃស្រទាប់ «{layer}» អាចប្រើបានទេ៖ {why}។ សូមកែស្រទាប់នោះ ឬមិនបាច់ដាក់។</translation>
    </message>
    <message>
      <location filename="../../processing/checks/role_layers.py" />
      <source>features of a class that no rule can name: {count} ({classes})</source>
      <translation>វត្ថុដែលមានថ្នាក់ដែលវិធានមិនអាចនិយាយដល់៖ {count} ({classes})</translation>
    </message>
    <message>
      <location filename="../../processing/checks/role_layers.py" />
      <source>Rules about receptors do not see them. Known classes: {classes}.</source>
      <translation>វិធានអំពីទីតាំងងាយរងផលប៉ះពាល់ មើលមិនឃើញវត្ថុទាំងនេះទេ។ ថ្នាក់ដែលស្គាល់៖ {classes}។</translation>
    </message>
    <message>
      <location filename="../../processing/checks/rule_check.py" />
      <source>No polygon of layer “{layer}” can be used: {why}. Correct the layer, or leave it out.</source>
      <translation>គ្មានពហុកោណណាមួយនៃស្រទាប់ «{layer}» អាចប្រើបានទេ៖ {why}។ សូមកែស្រទាប់នោះ ឬមិនបាច់ដាក់។</translation>
    </message>
    <message>
      <location filename="../../processing/checks/rule_check.py" />
      <source>parks without an id: {count}</source>
      <translation>សួនឧស្សាហកម្មដែលគ្មានលេខសម្គាល់៖ {count}</translation>
    </message>
    <message>
      <location filename="../../processing/checks/rule_check.py" />
      <source>Give each park its id; until then each polygon without one counts as a park of its own.</source>
      <translation>សូមផ្តល់លេខសម្គាល់ដល់សួនឧស្សាហកម្មនីមួយៗ។ មុនពេលនោះ ពហុកោណនីមួយៗដែលគ្មានលេខសម្គាល់ ត្រូវរាប់ជាសួនឧស្សាហកម្មមួយដាច់ដោយឡែក។</translation>
    </message>
    <message>
      <location filename="../../processing/checks/rule_check.py" />
      <source>Correct the boundaries; factories on the common ground count as inside both.</source>
      <translation>សូមកែព្រំប្រទល់។ រោងចក្រលើដីរួមគ្នា ត្រូវរាប់ថាស្ថិតក្នុងសួនទាំងពីរ។</translation>
    </message>
    <message>
      <location filename="../../processing/checks/rule_check.py" />
      <source>Correct the layer; the verdicts are the same, as the polygons of one park count as one.</source>
      <translation>សូមកែស្រទាប់។ លទ្ធផលពិនិត្យនៅដដែល ព្រោះពហុកោណរបស់សួនឧស្សាហកម្មតែមួយ ត្រូវរាប់ជាមួយ។</translation>
    </message>
    <message>
      <location filename="../../processing/checks/rule_check.py" />
      <source>park {a} is drawn twice on the same ground</source>
      <translation>សួនឧស្សាហកម្ម {a} ត្រូវបានគូសពីរដង លើដីតែមួយ</translation>
    </message>
    <message>
      <location filename="../../processing/checks/rule_check.py" />
      <source>parks {a} and {b} are drawn on the same ground</source>
      <translation>សួនឧស្សាហកម្ម {a} និង {b} ត្រូវបានគូសលើដីតែមួយ</translation>
    </message>
    <message>
      <location filename="../../processing/checks/rule_check.py" />
      <source>two polygons of park {a} overlap by {hectares} ha</source>
      <translation>ពហុកោណពីររបស់សួនឧស្សាហកម្ម {a} ត្រួតស៊ីគ្នា {hectares} ha</translation>
    </message>
    <message>
      <location filename="../../processing/checks/rule_check.py" />
      <source>parks {a} and {b} overlap by {hectares} ha</source>
      <translation>សួនឧស្សាហកម្ម {a} និង {b} ត្រួតស៊ីគ្នា {hectares} ha</translation>
    </message>
    <message>
      <location filename="../../processing/checks/rule_check.py" />
      <source>“{name}” may be any of several parks: {parks}; factories that declare it: {count}</source>
      <translation>«{name}» អាចជាសួនឧស្សាហកម្មណាមួយក្នុងចំណោម៖ {parks}។ ចំនួនរោងចក្រដែលប្រកាសឈ្មោះនេះ៖ {count}</translation>
    </message>
    <message>
      <location filename="../../processing/checks/rule_check.py" />
      <source>Declare the park's id. Until then the one counts in which the factory stands, or the nearest.</source>
      <translation>សូមប្រកាសលេខសម្គាល់សួនឧស្សាហកម្ម។ មុនពេលនោះ យកសួនដែលរោងចក្រស្ថិតនៅ ឬសួនដែលនៅជិតបំផុត។</translation>
    </message>
    <message>
      <location filename="../../processing/checks/rule_check.py" />
      <source>no zoning</source>
      <translation>គ្មានតំបន់ប្រើប្រាស់ដី</translation>
    </message>
    <message>
      <location filename="../../processing/checks/rule_check.py" />
      <source>Did you mean “{code}”?</source>
      <translation>តើអ្នកចង់សំដៅលើ «{code}» ឬ?</translation>
    </message>
    <message>
      <location filename="../../processing/checks/rule_check.py" />
      <source>zone code “{code}” is not in rule pack {pack}; polygons with it: {count}</source>
      <translation>កូដតំបន់ «{code}» មិនមានក្នុងកញ្ចប់វិធាន {pack}។ ចំនួនពហុកោណដែលមានកូដនេះ៖ {count}</translation>
    </message>
    <message>
      <location filename="../../processing/checks/rule_check.py" />
      <source>Add the code to the pack, or correct it in the layer. Known codes: {codes}.</source>
      <translation>សូមបន្ថែមកូដនេះក្នុងកញ្ចប់វិធាន ឬកែវាក្នុងស្រទាប់។ កូដដែលស្គាល់៖ {codes}។</translation>
    </message>
    <message>
      <location filename="../../processing/checks/rule_check.py" />
      <source>zones overlap; factories that stand there: {count}</source>
      <translation>តំបន់ប្រើប្រាស់ដីត្រួតស៊ីគ្នា។ ចំនួនរោងចក្រនៅទីនោះ៖ {count}</translation>
    </message>
    <message>
      <location filename="../../processing/checks/rule_check.py" />
      <source>Correct the layer with the topology checker; where the zones differ the verdict is undecided.</source>
      <translation>សូមកែស្រទាប់ ដោយប្រើកម្មវិធីពិនិត្យតូប៉ូឡូស៊ី (Topology Checker)។ កន្លែងដែលតំបន់ខុសគ្នា លទ្ធផលពិនិត្យគឺ «មិនទាន់សម្រេច»។</translation>
    </message>
    <message>
      <location filename="../../processing/checks/rule_check.py" />
      <source>the zoning layer covers none of the {count} factories</source>
      <translation>ស្រទាប់តំបន់ប្រើប្រាស់ដី មិនគ្របដណ្តប់រោងចក្រណាមួយ ក្នុងចំណោមរោងចក្រទាំង {count} ទេ</translation>
    </message>
    <message>
      <location filename="../../processing/checks/rule_check.py" />
      <source>If it should, check the CRS of “{zoning}” ({zoning_crs}) and “{factories}” ({factories_crs}).</source>
      <translation>បើវាគួរតែគ្របដណ្តប់ សូមពិនិត្យ CRS របស់ «{zoning}» ({zoning_crs}) និង «{factories}» ({factories_crs})។</translation>
    </message>
    <message>
      <location filename="../../processing/checks/rule_check.py" />
      <source>rule {rule} was not checked: no layer of {missing} was given; factories: {count}</source>
      <translation>វិធាន {rule} មិនត្រូវបានពិនិត្យទេ៖ មិនបានផ្តល់ស្រទាប់ {missing}។ ចំនួនរោងចក្រ៖ {count}</translation>
    </message>
    <message>
      <location filename="../../processing/checks/rule_check.py" />
      <source>The rule is “no data”, not “pass”. Give the layer, or leave the rule out of the pack.</source>
      <translation>លទ្ធផលពិនិត្យនៃវិធាននេះគឺ «គ្មានទិន្នន័យ» មិនមែន «អនុលោម» ទេ។ សូមផ្តល់ស្រទាប់នោះ ឬដកវិធាននេះចេញពីកញ្ចប់។</translation>
    </message>
    <message>
      <location filename="../../processing/clustering/candidates.py" />
      <source>Outside parks: not asked, there is no layer of parks.</source>
      <translation>ក្រៅសួនឧស្សាហកម្ម៖ មិនបានពិនិត្យ ព្រោះគ្មានស្រទាប់សួនឧស្សាហកម្ម។</translation>
    </message>
    <message>
      <location filename="../../processing/clustering/candidates.py" />
      <source>met</source>
      <translation>បំពេញ</translation>
    </message>
    <message>
      <location filename="../../processing/clustering/candidates.py" />
      <source>not met</source>
      <translation>មិនបំពេញ</translation>
    </message>
    <message>
      <location filename="../../processing/clustering/candidates.py" />
      <source>open, sizes are missing</source>
      <translation>មិនទាន់សម្រេច ព្រោះខ្វះទំហំសហគ្រាស</translation>
    </message>
    <message>
      <location filename="../../processing/clustering/candidates.py" />
      <source>Small and medium factories: {count} (at least {least}): {outcome}.</source>
      <translation>រោងចក្រធុនតូច និងមធ្យម៖ {count} (យ៉ាងតិច {least})៖ {outcome}។</translation>
    </message>
    <message>
      <location filename="../../processing/clustering/candidates.py" />
      <source>Micro, small and medium factories: {count} (at least {least}): {outcome}.</source>
      <translation>រោងចក្រមីក្រូ ធុនតូច និងមធ្យម៖ {count} (យ៉ាងតិច {least})៖ {outcome}។</translation>
    </message>
    <message>
      <location filename="../../processing/clustering/candidates.py" />
      <source>Their share: {share} (at least {least}), size not known: {unknown}: {outcome}.</source>
      <translation>ភាគរបស់រោងចក្រទាំងនោះ៖ {share} (យ៉ាងតិច {least}) មិនដឹងទំហំ {unknown}៖ {outcome}។</translation>
    </message>
    <message>
      <location filename="../../processing/clustering/candidates.py" />
      <source>Specialised sector: {sector} has {count} factories, but too few state their employees for a location quotient (at least {least} with {factories} factories; in the cluster {stated} of {of} state them): open, numbers of employees are missing.</source>
      <translation>វិស័យឯកទេស៖ {sector} មានរោងចក្រ {count} តែរោងចក្រដែលបញ្ជាក់ចំនួនកម្មករនិយោជិត មានតិចពេក សម្រាប់គិតផលធៀបទីតាំង (យ៉ាងតិច {least} ដោយមានរោងចក្រ {factories} ហើយក្នុងចង្កោម រោងចក្រដែលបានបញ្ជាក់មាន {stated} ក្នុងចំណោម {of})៖ មិនទាន់សម្រេច ព្រោះខ្វះចំនួនកម្មករនិយោជិត។</translation>
    </message>
    <message>
      <location filename="../../processing/clustering/candidates.py" />
      <source>Specialised sector: none with enough factories for a location quotient (at least {least} with {factories} factories): {outcome}.</source>
      <translation>វិស័យឯកទេស៖ គ្មានវិស័យណាមានរោងចក្រគ្រប់គ្រាន់ សម្រាប់គិតផលធៀបទីតាំងទេ (យ៉ាងតិច {least} ដោយមានរោងចក្រ {factories})៖ {outcome}។</translation>
    </message>
    <message>
      <location filename="../../processing/clustering/candidates.py" />
      <source>Specialised sector: {sector}, location quotient {quotient} with {count} factories (at least {least} with {factories}): {outcome}.</source>
      <translation>វិស័យឯកទេស៖ {sector} ផលធៀបទីតាំង {quotient} ដោយមានរោងចក្រ {count} (យ៉ាងតិច {least} ដោយមានរោងចក្រ {factories})៖ {outcome}។</translation>
    </message>
    <message>
      <location filename="../../processing/clustering/candidates.py" />
      <source>Outside parks: {share} (at least {least}): {outcome}.</source>
      <translation>ក្រៅសួនឧស្សាហកម្ម៖ {share} (យ៉ាងតិច {least})៖ {outcome}។</translation>
    </message>
    <message>
      <location filename="../../processing/clustering/candidates.py" />
      <source>others {count}</source>
      <translation>ផ្សេងទៀត {count}</translation>
    </message>
    <message>
      <location filename="../../processing/clustering/plot.py" />
      <source>suggested: {metres} m</source>
      <translation>បានស្នើ៖ {metres} m</translation>
    </message>
    <message>
      <location filename="../../processing/clustering/plot.py" />
      <source>used: {metres} m</source>
      <translation>បានប្រើ៖ {metres} m</translation>
    </message>
    <message>
      <location filename="../../processing/clustering/plot.py" />
      <source>suggested and used: {metres} m</source>
      <translation>បានស្នើ និងបានប្រើ៖ {metres} m</translation>
    </message>
    <message>
      <location filename="../../processing/clustering/plot.py" />
      <source>{count} factories have their neighbour farther away than the top of the plot, the farthest {metres} m</source>
      <translation>រោងចក្រ {count} មានរោងចក្រជិតខាងនៅឆ្ងាយហួសកំពូលក្រាប ឆ្ងាយបំផុត {metres} m</translation>
    </message>
    <message>
      <location filename="../../processing/clustering/plot.py" />
      <source>No curve: fewer than {least} factories that are looked at together have a location.</source>
      <translation>គ្មានខ្សែកោង៖ រោងចក្រមានទីតាំង ដែលត្រូវពិចារណារួមគ្នា មានតិចជាង {least}។</translation>
    </message>
    <message>
      <location filename="../../processing/clustering/plot.py" />
      <source>Distance at which factories crowd together</source>
      <translation>ចម្ងាយដែលរោងចក្រប្រមូលផ្តុំ</translation>
    </message>
    <message>
      <location filename="../../processing/clustering/plot.py" />
      <source>Read it from the left: most factories have their neighbour near, then the curve turns upward to those that stand alone. The suggested distance is where it turns. A smaller distance gives fewer and denser clusters; a larger one joins neighbouring ones.</source>
      <translation>សូមអានពីឆ្វេង៖ រោងចក្រភាគច្រើនមានរោងចក្រជិតខាងនៅជិត បន្ទាប់មក ខ្សែកោងងើបឡើង ទៅរោងចក្រដែលស្ថិតនៅដាច់ឆ្ងាយ។ ចម្ងាយដែលបានស្នើ គឺត្រង់កន្លែងងើបនោះ។ ចម្ងាយតូចជាង ផ្តល់ចង្កោមតិចជាង និងញឹកជាង។ ចម្ងាយធំជាង ភ្ជាប់ចង្កោមដែលនៅជាប់គ្នា។</translation>
    </message>
    <message>
      <location filename="../../processing/clustering/plot.py" />
      <source>Distance at which factories crowd together: {layer}</source>
      <translation>ចម្ងាយដែលរោងចក្រប្រមូលផ្តុំ៖ {layer}</translation>
    </message>
    <message>
      <location filename="../../processing/clustering/plot.py" />
      <source>Distance from each factory to its neighbour no. {k}, nearest first</source>
      <translation>ចម្ងាយពីរោងចក្រនីមួយៗ ទៅរោងចក្រជិតខាងទី {k} រាប់ពីជិតបំផុត</translation>
    </message>
    <message>
      <location filename="../../processing/clustering/plot.py" />
      <source>Factories, in order of that distance (number)</source>
      <translation>រោងចក្រ រៀបតាមលំដាប់ចម្ងាយនោះ (ចំនួន)</translation>
    </message>
    <message>
      <location filename="../../processing/clustering/plot.py" />
      <source>Distance on the ground (metres)</source>
      <translation>ចម្ងាយលើផ្ទៃដី (ម៉ែត្រ)</translation>
    </message>
    <message>
      <location filename="../../processing/clustering/previous.py" />
      <source>The earlier result (PREVIOUS): there is no file “{path}”.</source>
      <translation>លទ្ធផលមុន (PREVIOUS)៖ គ្មានឯកសារ «{path}» ទេ។</translation>
    </message>
    <message>
      <location filename="../../processing/clustering/previous.py" />
      <source>The earlier result (PREVIOUS): “{path}” has no table “{table}”. Choose the GeoPackage that an earlier run of this algorithm wrote.</source>
      <translation>លទ្ធផលមុន (PREVIOUS)៖ «{path}» គ្មានតារាង «{table}» ទេ។ សូមជ្រើសរើស GeoPackage ដែលដំណើរការមុននៃក្បួនដោះស្រាយនេះបានសរសេរ។</translation>
    </message>
    <message>
      <location filename="../../processing/clustering/previous.py" />
      <source>The earlier result (PREVIOUS): table “{table}” of “{path}” has no column “{column}”. Choose the GeoPackage that an earlier run of this algorithm wrote.</source>
      <translation>លទ្ធផលមុន (PREVIOUS)៖ តារាង «{table}» នៃ «{path}» គ្មានជួរឈរ «{column}» ទេ។ សូមជ្រើសរើស GeoPackage ដែលដំណើរការមុននៃក្បួនដោះស្រាយនេះបានសរសេរ។</translation>
    </message>
    <message>
      <location filename="../../processing/clustering/previous.py" />
      <source>The earlier result (PREVIOUS): table “clusters” of “{path}” holds cluster “{id}” more than once, so it was edited. Choose the file as the run wrote it, or give each cluster its own id again.</source>
      <translation>លទ្ធផលមុន (PREVIOUS)៖ តារាង «clusters» នៃ «{path}» មានចង្កោម «{id}» លើសពីម្តង ដូច្នេះ តារាងនេះត្រូវបានកែ។ សូមជ្រើសរើសឯកសារដូចដែលដំណើរការបានសរសេរ ឬផ្តល់លេខសម្គាល់ផ្ទាល់ខ្លួនដល់ចង្កោមនីមួយៗឡើងវិញ។</translation>
    </message>
    <message>
      <location filename="../../processing/clustering/previous.py" />
      <source>The earlier result (PREVIOUS): “{path}” is no GeoPackage that can be read ({why}).</source>
      <translation>លទ្ធផលមុន (PREVIOUS)៖ «{path}» មិនមែនជា GeoPackage ដែលអាចអានបានទេ ({why})។</translation>
    </message>
    <message>
      <location filename="../../processing/clustering/report.py" />
      <source>Clusters: {clusters}; factories in them: {factories}; noise, in no cluster: {noise}.</source>
      <translation>ចង្កោម៖ {clusters}។ រោងចក្រក្នុងចង្កោម៖ {factories}។ noise មិនស្ថិតក្នុងចង្កោមណា៖ {noise}។</translation>
    </message>
    <message>
      <location filename="../../processing/clustering/report.py" />
      <source>Factories without a usable location: {count}.</source>
      <translation>រោងចក្រគ្មានទីតាំងដែលអាចប្រើបាន៖ {count}។</translation>
    </message>
    <message>
      <location filename="../../processing/clustering/report.py" />
      <source>Factories without a sector, not looked at: {count}.</source>
      <translation>រោងចក្រគ្មានវិស័យ ដែលមិនបានពិនិត្យ៖ {count}។</translation>
    </message>
    <message>
      <location filename="../../processing/clustering/report.py" />
      <source>No cluster: try a larger distance or a smaller minimum.</source>
      <translation>គ្មានចង្កោម៖ សូមសាកចម្ងាយធំជាង ឬកម្រិតអប្បបរមាតូចជាង។</translation>
    </message>
    <message>
      <location filename="../../processing/clustering/report.py" />
      <source>No cluster: try a smaller minimum, or DBSCAN.</source>
      <translation>គ្មានចង្កោម៖ សូមសាកកម្រិតអប្បបរមាតូចជាង ឬ DBSCAN។</translation>
    </message>
    <message>
      <location filename="../../processing/clustering/report.py" />
      <source>Candidates for an SME cluster: {yes}; not: {no}; undecided, as sizes or numbers of employees are missing: {undecided}.</source>
      <translation>បេក្ខភាពចង្កោម SME៖ {yes}។ មិនមែន៖ {no}។ មិនទាន់សម្រេច ព្រោះខ្វះទំហំសហគ្រាស ឬចំនួនកម្មករនិយោជិត៖ {undecided}។</translation>
    </message>
    <message>
      <location filename="../../processing/clustering/report.py" />
      <source>Clusters with no factory in a park: {outside}; with some or all in one: {inside}.</source>
      <translation>ចង្កោមគ្មានរោងចក្រក្នុងសួនឧស្សាហកម្ម៖ {outside}។ ចង្កោមមានខ្លះ ឬទាំងអស់ក្នុងសួន៖ {inside}។</translation>
    </message>
    <message>
      <location filename="../../processing/clustering/report.py" />
      <source>HDBSCAN, smallest cluster {minimum} factories.</source>
      <translation>HDBSCAN ចង្កោមតូចបំផុត រោងចក្រ {minimum}។</translation>
    </message>
    <message>
      <location filename="../../processing/clustering/report.py" />
      <source>Distance: {metres} m, suggested: there the curve of distances to neighbour no. {k} turns upward. To use the same again, enter it (DISTANCE).</source>
      <translation>ចម្ងាយ៖ {metres} m តាមការស្នើ ព្រោះខ្សែកោងចម្ងាយទៅរោងចក្រជិតខាងទី {k} ងើបឡើងត្រង់នេះ។ ដើម្បីប្រើចម្ងាយដដែលម្តងទៀត សូមបញ្ចូលវា (DISTANCE)។</translation>
    </message>
    <message>
      <location filename="../../processing/clustering/report.py" />
      <source>Distance: {metres} m, as given; {suggested} m would have been suggested.</source>
      <translation>ចម្ងាយ៖ {metres} m ដូចដែលបានផ្តល់។ ចម្ងាយដែលអាចស្នើ គឺ {suggested} m។</translation>
    </message>
    <message>
      <location filename="../../processing/clustering/report.py" />
      <source>Distance: {metres} m, as given.</source>
      <translation>ចម្ងាយ៖ {metres} m ដូចដែលបានផ្តល់។</translation>
    </message>
    <message>
      <location filename="../../processing/clustering/report.py" />
      <source>Minimum: {minimum} factories.</source>
      <translation>កម្រិតអប្បបរមា៖ រោងចក្រ {minimum}។</translation>
    </message>
    <message>
      <location filename="../../processing/clustering/report.py" />
      <source>Minimum: {minimum} of “{field}” in sum.</source>
      <translation>កម្រិតអប្បបរមា៖ ផលបូកនៃ «{field}» ស្មើ {minimum}។</translation>
    </message>
    <message>
      <location filename="../../processing/clustering/report.py" />
      <source>{id}: {factories} factories; the most frequent sector is {sector} ({count} of {factories}); candidate: {candidate}.</source>
      <translation>{id}៖ រោងចក្រ {factories}។ វិស័យច្រើនជាងគេ៖ {sector} ({count} ក្នុងចំណោម {factories})។ បេក្ខភាព៖ {candidate}។</translation>
    </message>
    <message>
      <location filename="../../processing/clustering/report.py" />
      <source>{id}: {factories} factories; no sector is recorded; candidate: {candidate}.</source>
      <translation>{id}៖ រោងចក្រ {factories}។ មិនបានកត់ត្រាវិស័យទេ។ បេក្ខភាព៖ {candidate}។</translation>
    </message>
    <message>
      <location filename="../../processing/clustering/report.py" />
      <source>yes</source>
      <translation>មែន</translation>
    </message>
    <message>
      <location filename="../../processing/clustering/report.py" />
      <source>no</source>
      <translation>មិនមែន</translation>
    </message>
    <message>
      <location filename="../../processing/clustering/report.py" />
      <source>undecided</source>
      <translation>មិនទាន់សម្រេច</translation>
    </message>
    <message>
      <location filename="../../processing/clustering/report.py" />
      <source>… and {count} smaller clusters, see the table.</source>
      <translation>… និងចង្កោមតូចជាង {count} សូមមើលតារាង។</translation>
    </message>
    <message>
      <location filename="../../processing/clustering/report.py" />
      <source>Since “{file}”: as they were {same}, as many factories {as_many}, grown {grown}, shrunk {shrunk}, other factories {changed}, merged {merged}, split {split}, merged and split {merged_and_split}, new {born}, gone {died}, not known {not_known}.</source>
      <translation>គិតពី «{file}»៖ ដដែល {same} ចំនួនរោងចក្រដដែល {as_many} កើន {grown} ថយ {shrunk} រោងចក្រផ្សេង {changed} បញ្ចូលជាតែមួយ {merged} បំបែក {split} បញ្ចូល និងបំបែក {merged_and_split} ថ្មី {born} លែងមាន {died} មិនដឹង {not_known}។</translation>
    </message>
    <message>
      <location filename="../../processing/clustering/report.py" />
      <source>Factory ids are missing, so the clusters were compared by the ground that they cover.</source>
      <translation>ខ្វះលេខសម្គាល់រោងចក្រ ដូច្នេះ ចង្កោមត្រូវបានប្រៀបធៀប តាមផ្ទៃដីដែលវាគ្របដណ្តប់។</translation>
    </message>
    <message>
      <location filename="../../processing/clustering/report.py" />
      <source>Clusters in which too few factories can be known again were compared by the ground that they cover.</source>
      <translation>ចង្កោមដែលមានរោងចក្រអាចស្គាល់ឡើងវិញតិចពេក ត្រូវបានប្រៀបធៀប តាមផ្ទៃដីដែលវាគ្របដណ្តប់។</translation>
    </message>
    <message>
      <location filename="../../processing/clustering/report.py" />
      <source>The earlier run had {item} “{before}”, this one has “{now}”: what changed may come from that.</source>
      <translation>ដំណើរការមុនមាន {item} «{before}» តែដំណើរការនេះមាន «{now}»៖ អ្វីដែលប្រែប្រួល អាចបណ្តាលមកពីចំណុចនេះ។</translation>
    </message>
    <message>
      <location filename="../../processing/clustering/report.py" />
      <source>The suggested distance of {metres} m is large: so far apart factories hardly crowd together. Look at the plot (PLOT), and enter a distance of your own (DISTANCE).</source>
      <translation>ចម្ងាយដែលបានស្នើ {metres} m ធំណាស់៖ នៅឆ្ងាយពីគ្នាបែបនេះ រោងចក្រមិនសូវរាប់ថាប្រមូលផ្តុំទេ។ សូមមើលក្រាប (PLOT) ហើយបញ្ចូលចម្ងាយផ្ទាល់របស់អ្នក (DISTANCE)។</translation>
    </message>
    <message>
      <location filename="../../processing/clustering/report.py" />
      <source>Hardly any factory id is in both results ({count} of {of}): the register was numbered anew, or it is another one. The clusters were compared by the ground that they cover.</source>
      <translation>ស្ទើរតែគ្មានលេខសម្គាល់រោងចក្រណា មានក្នុងលទ្ធផលទាំងពីរទេ ({count} ក្នុងចំណោម {of})៖ បញ្ជីរោងចក្រត្រូវបានដាក់លេខជាថ្មី ឬជាបញ្ជីរោងចក្រផ្សេង។ ចង្កោមត្រូវបានប្រៀបធៀប តាមផ្ទៃដីដែលវាគ្របដណ្តប់។</translation>
    </message>
    <message>
      <location filename="../../processing/clustering/report.py" />
      <source>Clusters on the ground of an earlier one, with few factory ids or none in common: {count}. Their factories seem to have been numbered anew; they were compared by the ground that they cover.</source>
      <translation>ចង្កោមលើផ្ទៃដីនៃចង្កោមមុន ដែលមានលេខសម្គាល់រោងចក្ររួមគ្នាតិច ឬគ្មានសោះ៖ {count}។ រោងចក្ររបស់វា ទំនងជាត្រូវបានដាក់លេខជាថ្មី។ ចង្កោមទាំងនេះត្រូវបានប្រៀបធៀប តាមផ្ទៃដីដែលវាគ្របដណ្តប់។</translation>
    </message>
    <message>
      <location filename="../../processing/clustering/report.py" />
      <source>Location quotients are by employees, of the {stated} of {of} factories with a sector that state them.</source>
      <translation>ផលធៀបទីតាំងគិតតាមកម្មករនិយោជិត នៃរោងចក្រ {stated} ដែលបញ្ជាក់ចំនួននោះ ក្នុងចំណោមរោងចក្រ {of} ដែលមានវិស័យ។</translation>
    </message>
    <message>
      <location filename="../../processing/clustering/report.py" />
      <source>Location quotients are by factories: only {stated} of {of} factories with a sector state their employees, fewer than half.</source>
      <translation>ផលធៀបទីតាំងគិតតាមរោងចក្រ៖ រោងចក្រដែលបញ្ជាក់ចំនួនកម្មករនិយោជិត មានតែ {stated} ក្នុងចំណោមរោងចក្រ {of} ដែលមានវិស័យ គឺតិចជាងពាក់កណ្តាល។</translation>
    </message>
    <message>
      <location filename="../../processing/clustering/report.py" />
      <source>names the run</source>
      <translation>សម្គាល់ដំណើរការ</translation>
    </message>
    <message>
      <location filename="../../processing/clustering/report.py" />
      <source>when</source>
      <translation>ពេលវេលា</translation>
    </message>
    <message>
      <location filename="../../processing/clustering/report.py" />
      <source>with what</source>
      <translation>កម្មវិធីដែលបានប្រើ</translation>
    </message>
    <message>
      <location filename="../../processing/clustering/report.py" />
      <source>layer of the factories</source>
      <translation>ស្រទាប់រោងចក្រ</translation>
    </message>
    <message>
      <location filename="../../processing/clustering/report.py" />
      <source>DBSCAN or HDBSCAN</source>
      <translation>DBSCAN ឬ HDBSCAN</translation>
    </message>
    <message>
      <location filename="../../processing/clustering/report.py" />
      <source>distance on the ground in metres</source>
      <translation>ចម្ងាយលើផ្ទៃដី គិតជាម៉ែត្រ</translation>
    </message>
    <message>
      <location filename="../../processing/clustering/report.py" />
      <source>the one that the curve of distances suggests</source>
      <translation>ចម្ងាយដែលខ្សែកោងចម្ងាយស្នើ</translation>
    </message>
    <message>
      <location filename="../../processing/clustering/report.py" />
      <source>number of factories, or sum of the weight field</source>
      <translation>ចំនួនរោងចក្រ ឬផលបូកនៃវាលទម្ងន់</translation>
    </message>
    <message>
      <location filename="../../processing/clustering/report.py" />
      <source>empty: each factory counts 1</source>
      <translation>ទទេ៖ រោងចក្រនីមួយៗរាប់ជា 1</translation>
    </message>
    <message>
      <location filename="../../processing/clustering/report.py" />
      <source>level of ISIC, or field</source>
      <translation>កម្រិតនៃ ISIC ឬវាល</translation>
    </message>
    <message>
      <location filename="../../processing/clustering/report.py" />
      <source>where the sectors are of a field</source>
      <translation>ពេលវិស័យយកតាមវាលមួយ</translation>
    </message>
    <message>
      <location filename="../../processing/clustering/report.py" />
      <source>whether each sector was looked at by itself</source>
      <translation>ថាតើវិស័យនីមួយៗ ត្រូវបានពិនិត្យដាច់ដោយឡែកឬទេ</translation>
    </message>
    <message>
      <location filename="../../processing/clustering/report.py" />
      <source>outline of the clusters</source>
      <translation>បន្ទាត់ព្រំនៃចង្កោម</translation>
    </message>
    <message>
      <location filename="../../processing/clustering/report.py" />
      <source>working CRS</source>
      <translation>CRS សម្រាប់គណនា</translation>
    </message>
    <message>
      <location filename="../../processing/clustering/report.py" />
      <source>the highest number ever given: the next new cluster gets the one after it</source>
      <translation>លេខធំបំផុតដែលធ្លាប់ដាក់៖ ចង្កោមថ្មីបន្ទាប់ ទទួលលេខបន្ត</translation>
    </message>
    <message>
      <location filename="../../processing/clustering/search.py" />
      <source>No distance can be suggested: the distances to neighbour no. {k} are too few or all alike. Give one in metres (DISTANCE).</source>
      <translation>មិនអាចស្នើចម្ងាយបានទេ៖ ចម្ងាយទៅរោងចក្រជិតខាងទី {k} មានតិចពេក ឬដូចគ្នាទាំងអស់។ សូមបញ្ចូលចម្ងាយគិតជាម៉ែត្រ (DISTANCE)។</translation>
    </message>
    <message>
      <location filename="../../processing/clustering/subjects.py" />
      <source>No factory of layer “{layer}” has a usable location: {why}. Are X and Y, or longitude and latitude, swapped? Is the layer's CRS the one the numbers are in?</source>
      <translation>គ្មានរោងចក្រណានៃស្រទាប់ «{layer}» មានទីតាំងដែលអាចប្រើបានទេ៖ {why}។ តើ X និង Y ឬរយៈបណ្តោយ និងរយៈទទឹង ត្រូវបានដាក់ច្រឡំលំដាប់ឬ? តើ CRS របស់ស្រទាប់ ត្រូវនឹងលេខកូអរដោនេឬទេ?</translation>
    </message>
    <message>
      <location filename="../../processing/clustering/subjects.py" />
      <location filename="../../processing/parameters.py" />
      <source>it has none</source>
      <translation>ស្រទាប់នេះគ្មានវត្ថុទេ</translation>
    </message>
    <message>
      <location filename="../../processing/clustering/subjects.py" />
      <source>Field “{field}” of layer “{layer}” holds “{value}” in feature {feature}: a number of 0 or more is needed. Features like it: {count}. Correct them, or choose another field.</source>
      <translation>វាល «{field}» របស់ស្រទាប់ «{layer}» មាន «{value}» ក្នុងវត្ថុ {feature}៖ ត្រូវការចំនួន 0 ឬធំជាងនេះ។ វត្ថុដែលមានបញ្ហាដូចគ្នា៖ {count}។ សូមកែ ឬជ្រើសរើសវាលផ្សេង។</translation>
    </message>
    <message>
      <location filename="../../processing/clustering/subjects.py" />
      <source>no field holds codes or names of the provinces that this algorithm knows</source>
      <translation>គ្មានវាលណាមានលេខកូដ ឬឈ្មោះរាជធានី-ខេត្ត ដែលក្បួនដោះស្រាយនេះស្គាល់ទេ</translation>
    </message>
    <message>
      <location filename="../../processing/clustering/subjects.py" />
      <source>They are called by the number of the feature. Rename a field to one of: {fields}.</source>
      <translation>រាជធានី-ខេត្តត្រូវបានហៅតាមលេខនៃវត្ថុ។ សូមប្តូរឈ្មោះវាលមួយ ទៅជាឈ្មោះណាមួយក្នុងចំណោម៖ {fields}។</translation>
    </message>
    <message>
      <location filename="../../processing/clustering/subjects.py" />
      <source>factories with a province that is neither a code nor a name known: {count} ({examples})</source>
      <translation>រោងចក្រដែលរាជធានី-ខេត្ត មិនមែនជាលេខកូដ ហើយក៏មិនមែនជាឈ្មោះដែលស្គាល់៖ {count} ({examples})</translation>
    </message>
    <message>
      <location filename="../../processing/clustering/subjects.py" />
      <source>Each spelling counts as a province of its own. Correct the province field.</source>
      <translation>អក្ខរាវិរុទ្ធនីមួយៗ ត្រូវរាប់ជារាជធានី-ខេត្តមួយដាច់ដោយឡែក។ សូមកែវាលរាជធានី-ខេត្ត។</translation>
    </message>
    <message>
      <location filename="../../processing/clustering/subjects.py" />
      <source>park ids that stand for several names: {ids}</source>
      <translation>លេខសម្គាល់សួនឧស្សាហកម្ម ដែលប្រើសម្រាប់ឈ្មោះច្រើន៖ {ids}</translation>
    </message>
    <message>
      <location filename="../../processing/clustering/subjects.py" />
      <source>They count as one park. Give each park an id of its own, or one name.</source>
      <translation>ត្រូវរាប់ជាសួនឧស្សាហកម្មតែមួយ។ សូមផ្តល់លេខសម្គាល់ផ្ទាល់ខ្លួនដល់សួនឧស្សាហកម្មនីមួយៗ ឬឈ្មោះតែមួយ។</translation>
    </message>
    <message>
      <location filename="../../processing/clustering/subjects.py" />
      <source>factories without a sector: {count}</source>
      <translation>រោងចក្រគ្មានវិស័យ៖ {count}</translation>
    </message>
    <message>
      <location filename="../../processing/clustering/subjects.py" />
      <source>They are in no location quotient. Record the activity by its ISIC class of four digits.</source>
      <translation>រោងចក្រទាំងនោះ មិនមានក្នុងផលធៀបទីតាំងណាទេ។ សូមកត់ត្រាសកម្មភាពតាមថ្នាក់ ISIC បួនខ្ទង់។</translation>
    </message>
    <message>
      <location filename="../../processing/clustering/subjects.py" />
      <source>They are in no location quotient. Fill in the field of the sectors.</source>
      <translation>រោងចក្រទាំងនោះ មិនមានក្នុងផលធៀបទីតាំងណាទេ។ សូមបំពេញវាលវិស័យ។</translation>
    </message>
    <message>
      <location filename="../../processing/clustering/subjects.py" />
      <source>factories without a value in “{field}”: {count}</source>
      <translation>រោងចក្រគ្មានតម្លៃក្នុង «{field}»៖ {count}</translation>
    </message>
    <message>
      <location filename="../../processing/clustering/subjects.py" />
      <source>They count 0 towards the minimum.</source>
      <translation>រាប់ជា 0 ក្នុងកម្រិតអប្បបរមា។</translation>
    </message>
    <message>
      <location filename="../../processing/clustering/tables.py" />
      <source>Where factories of “{layer}” crowd together.</source>
      <translation>កន្លែងដែលរោងចក្រនៃ «{layer}» ប្រមូលផ្តុំ។</translation>
    </message>
    <message>
      <location filename="../../processing/clustering/tables.py" />
      <source>Each factory with its cluster; noise is in none.</source>
      <translation>រោងចក្រនីមួយៗ និងចង្កោមរបស់វា។ noise មិនស្ថិតក្នុងចង្កោមណាទេ។</translation>
    </message>
    <message>
      <location filename="../../processing/clustering/tables.py" />
      <source>The sectors of each cluster, with location quotients.</source>
      <translation>វិស័យនៃចង្កោមនីមួយៗ ព្រមទាំងផលធៀបទីតាំង។</translation>
    </message>
    <message>
      <location filename="../../processing/clustering/tables.py" />
      <source>What became of the clusters of the earlier result.</source>
      <translation>ការប្រែប្រួលនៃចង្កោមក្នុងលទ្ធផលមុន។</translation>
    </message>
    <message>
      <location filename="../../processing/clustering/tables.py" />
      <source>How the clusters were found, for the next run.</source>
      <translation>របៀបដែលចង្កោមត្រូវបានរកឃើញ សម្រាប់ដំណើរការបន្ទាប់។</translation>
    </message>
    <message>
      <location filename="../../processing/clustering/tables.py" />
      <source>Too narrow to tell an area (one spot, one line or nearly so): no area, no density.</source>
      <translation>ចង្អៀតពេក មិនអាចគិតផ្ទៃក្រឡាបានទេ (ចំណុចតែមួយ បន្ទាត់តែមួយ ឬស្ទើរតែដូច្នោះ)៖ គ្មានផ្ទៃក្រឡា គ្មានដង់ស៊ីតេទេ។</translation>
    </message>
    <message>
      <location filename="../../processing/clustering/tables.py" />
      <source>not recorded: {count}</source>
      <translation>មិនបានកត់ត្រា៖ {count}</translation>
    </message>
    <message>
      <location filename="../../processing/clustering/tables.py" />
      <source>No sector is recorded, and each sector was looked at by itself.</source>
      <translation>មិនបានកត់ត្រាវិស័យទេ ហើយវិស័យនីមួយៗត្រូវបានពិនិត្យដាច់ដោយឡែក។</translation>
    </message>
    <message>
      <location filename="../../processing/clustering/tables.py" />
      <source>none: nothing recorded to compare</source>
      <translation>គ្មាន៖ មិនបានកត់ត្រាអ្វីសម្រាប់ប្រៀបធៀបទេ</translation>
    </message>
    <message>
      <location filename="../../processing/clustering/tables.py" />
      <source>few: fewer than {least} factories of the sector in the cluster</source>
      <translation>តិច៖ រោងចក្រនៃវិស័យនេះក្នុងចង្កោម មានតិចជាង {least}</translation>
    </message>
    <message>
      <location filename="../../processing/clustering/tables.py" />
      <source>few: fewer than {least} factories of the sector in the reference</source>
      <translation>តិច៖ រោងចក្រនៃវិស័យនេះក្នុងក្រុមប្រៀបធៀប មានតិចជាង {least}</translation>
    </message>
    <message>
      <location filename="../../processing/clustering/tables.py" />
      <source>none: no factory of the sector in the cluster states its employees</source>
      <translation>គ្មាន៖ គ្មានរោងចក្រណានៃវិស័យនេះក្នុងចង្កោម បញ្ជាក់ចំនួនកម្មករនិយោជិតទេ</translation>
    </message>
    <message>
      <location filename="../../processing/clustering/tables.py" />
      <source>few: of those that state employees, fewer than {least} factories of the sector in the cluster</source>
      <translation>តិច៖ ក្នុងចំណោមរោងចក្រដែលបញ្ជាក់ចំនួនកម្មករនិយោជិត រោងចក្រនៃវិស័យនេះក្នុងចង្កោម មានតិចជាង {least}</translation>
    </message>
    <message>
      <location filename="../../processing/clustering/tables.py" />
      <source>few: of those that state employees, fewer than {least} factories of the sector in the reference</source>
      <translation>តិច៖ ក្នុងចំណោមរោងចក្រដែលបញ្ជាក់ចំនួនកម្មករនិយោជិត រោងចក្រនៃវិស័យនេះក្នុងក្រុមប្រៀបធៀប មានតិចជាង {least}</translation>
    </message>
    <message>
      <location filename="../../processing/clustering/tables.py" />
      <source>few: fewer than half of the factories of the cluster state their employees</source>
      <translation>តិច៖ រោងចក្រនៃចង្កោម ដែលបញ្ជាក់ចំនួនកម្មករនិយោជិត មានតិចជាងពាក់កណ្តាល</translation>
    </message>
    <message>
      <location filename="../../processing/clustering/tables.py" />
      <source>not recorded</source>
      <translation>មិនបានកត់ត្រា</translation>
    </message>
    <message>
      <location filename="../../processing/clustering/tables.py" />
      <source>{id}: as it was, {now} factories.</source>
      <translation>{id}៖ ដដែល រោងចក្រ {now}។</translation>
    </message>
    <message>
      <location filename="../../processing/clustering/tables.py" />
      <source>{id}: grown from {before} to {now} factories.</source>
      <translation>{id}៖ កើនពីរោងចក្រ {before} ដល់ {now}។</translation>
    </message>
    <message>
      <location filename="../../processing/clustering/tables.py" />
      <source>{id}: shrunk from {before} to {now} factories.</source>
      <translation>{id}៖ ថយពីរោងចក្រ {before} មក {now}។</translation>
    </message>
    <message>
      <location filename="../../processing/clustering/tables.py" />
      <source>{id}: as many factories as before ({now}), but not all the same.</source>
      <translation>{id}៖ ចំនួនរោងចក្រដដែល ({now}) តែមិនមែនរោងចក្រដដែលទាំងអស់ទេ។</translation>
    </message>
    <message>
      <location filename="../../processing/clustering/tables.py" />
      <source>{id}: as many factories as before ({now}); whether they are the same is not known.</source>
      <translation>{id}៖ ចំនួនរោងចក្រដដែល ({now}) តែមិនដឹងថាជារោងចក្រដដែលឬទេ។</translation>
    </message>
    <message>
      <location filename="../../processing/clustering/tables.py" />
      <source>{id}: new, {now} factories.</source>
      <translation>{id}៖ ថ្មី រោងចក្រ {now}។</translation>
    </message>
    <message>
      <location filename="../../processing/clustering/tables.py" />
      <source>{was}: gone; it had {before} factories.</source>
      <translation>{was}៖ លែងមាន ពីមុនមានរោងចក្រ {before}។</translation>
    </message>
    <message>
      <location filename="../../processing/clustering/tables.py" />
      <source>{was} merged into {id}: {share} of it is there now.</source>
      <translation>{was} បានបញ្ចូលជាតែមួយទៅក្នុង {id}៖ {share} របស់វា ឥឡូវស្ថិតនៅទីនោះ។</translation>
    </message>
    <message>
      <location filename="../../processing/clustering/tables.py" />
      <source>{was} split: {share} of it is in {id} now.</source>
      <translation>{was} បានបំបែក៖ {share} របស់វា ឥឡូវស្ថិតក្នុង {id}។</translation>
    </message>
    <message>
      <location filename="../../processing/clustering/tables.py" />
      <source>{was} split and merged with others: {share} of it is in {id} now.</source>
      <translation>{was} បានបំបែក ហើយបញ្ចូលជាមួយចង្កោមផ្សេង៖ {share} របស់វា ឥឡូវស្ថិតក្នុង {id}។</translation>
    </message>
    <message>
      <location filename="../../processing/clustering/tables.py" />
      <source>{was}: what became of it is not known: it has neither factory ids nor an outline to compare.</source>
      <translation>{was}៖ មិនដឹងថាវាទៅជាយ៉ាងណាទេ ព្រោះវាគ្មានលេខសម្គាល់រោងចក្រ ហើយក៏គ្មានបន្ទាត់ព្រំសម្រាប់ប្រៀបធៀបដែរ។</translation>
    </message>
    <message>
      <location filename="../../processing/clustering/tables.py" />
      <source>{id}: whether it is new is not known, as not all earlier clusters can be compared; {now} factories.</source>
      <translation>{id}៖ មិនដឹងថាជាចង្កោមថ្មីឬទេ ព្រោះមិនអាចប្រៀបធៀបចង្កោមមុនទាំងអស់បាន។ រោងចក្រ {now}។</translation>
    </message>
    <message>
      <location filename="../../processing/clustering/tables.py" />
      <source>Compared by the ground, not by the factories.</source>
      <translation>ប្រៀបធៀបតាមផ្ទៃដី មិនមែនតាមរោងចក្រទេ។</translation>
    </message>
    <message>
      <location filename="../../processing/clustering/tables.py" />
      <source>Known again by their ids: {known_before} of {before} before, {known_now} of {now} now.</source>
      <translation>ស្គាល់ឡើងវិញតាមលេខសម្គាល់៖ ពីមុន {known_before} ក្នុងចំណោម {before} ឥឡូវ {known_now} ក្នុងចំណោម {now}។</translation>
    </message>
    <message>
      <location filename="../../processing/coordinates/inputs.py" />
      <source>Field “{field}” of layer “{layer}” should hold codes of {digits} digits, not “{code}”.</source>
      <translation>វាល «{field}» នៃស្រទាប់ «{layer}» គួរមានលេខកូដ {digits} ខ្ទង់ មិនមែន «{code}» ទេ។</translation>
    </message>
    <message>
      <location filename="../../processing/coordinates/report.py" />
      <source>whole file</source>
      <translation>ឯកសារទាំងមូល</translation>
    </message>
    <message>
      <location filename="../../processing/coordinates/report.py" />
      <source>Factories: {factories}; with a problem: {problems}.</source>
      <translation>រោងចក្រ៖ {factories}។ មានបញ្ហា៖ {problems}។</translation>
    </message>
    <message>
      <location filename="../../processing/coordinates/report.py" />
      <source>{code}: {total} (certain {certain}, likely {likely}, possible {possible})</source>
      <translation>{code}៖ {total} (ប្រាកដ {certain} ទំនង {likely} អាចទៅរួច {possible})</translation>
    </message>
    <message>
      <location filename="../../processing/coordinates/report.py" />
      <source>Not applied, or not in full: {codes} ({reason}).</source>
      <translation>មិនបានអនុវត្ត ឬមិនបានអនុវត្តទាំងស្រុង៖ {codes} ({reason})។</translation>
    </message>
    <message>
      <location filename="../../processing/coordinates/sentences.py" />
      <source>Latitude and longitude are swapped.</source>
      <translation>រយៈទទឹង និងរយៈបណ្តោយ ត្រូវបានដាក់ច្រឡំលំដាប់។</translation>
    </message>
    <message>
      <location filename="../../processing/coordinates/sentences.py" />
      <source>Metres of UTM stand in fields of degrees, or degrees in fields of metres.</source>
      <translation>ម៉ែត្រនៃ UTM ស្ថិតក្នុងវាលដឺក្រេ ឬដឺក្រេស្ថិតក្នុងវាលម៉ែត្រ។</translation>
    </message>
    <message>
      <location filename="../../processing/coordinates/sentences.py" />
      <source>Easting and northing of UTM are swapped.</source>
      <translation>កូអរដោនេទិសខាងកើត (easting) និងទិសខាងជើង (northing) នៃ UTM ត្រូវបានដាក់ច្រឡំលំដាប់។</translation>
    </message>
    <message>
      <location filename="../../processing/coordinates/sentences.py" />
      <source>The coordinates were read in a neighbouring UTM zone.</source>
      <translation>កូអរដោនេត្រូវបានអានក្នុង UTM តំបន់ជាប់គ្នា។</translation>
    </message>
    <message>
      <location filename="../../processing/coordinates/sentences.py" />
      <source>The place is abroad, or its coordinates were read in a neighbouring UTM zone.</source>
      <translation>ទីតាំងនេះស្ថិតនៅក្រៅប្រទេស ឬកូអរដោនេរបស់វាត្រូវបានអានក្នុង UTM តំបន់ជាប់គ្នា។</translation>
    </message>
    <message>
      <location filename="../../processing/coordinates/sentences.py" />
      <source>The text states UTM zone {zone}, which is not Cambodia's.</source>
      <translation>អត្ថបទបញ្ជាក់ UTM តំបន់ {zone} ដែលមិនមែនជាតំបន់របស់ប្រទេសកម្ពុជាទេ។</translation>
    </message>
    <message>
      <location filename="../../processing/coordinates/sentences.py" />
      <source>UTM coordinates of Indian 1960 were read as WGS 84.</source>
      <translation>កូអរដោនេ UTM នៃ Indian 1960 ត្រូវបានអានជា WGS 84។</translation>
    </message>
    <message>
      <location filename="../../processing/coordinates/sentences.py" />
      <source>Degrees of Indian 1960 were read as WGS 84.</source>
      <translation>ដឺក្រេនៃ Indian 1960 ត្រូវបានអានជា WGS 84។</translation>
    </message>
    <message>
      <location filename="../../processing/coordinates/sentences.py" />
      <source>The layer's CRS, {crs}, is of Thailand; the coordinates are probably Indian 1960 of Cambodia.</source>
      <translation>CRS របស់ស្រទាប់ {crs} ជារបស់ប្រទេសថៃ។ កូអរដោនេទំនងជា Indian 1960 របស់កម្ពុជា។</translation>
    </message>
    <message>
      <location filename="../../processing/coordinates/sentences.py" />
      <source>The location stands only in the text, which was not read, or not read as it is meant.</source>
      <translation>ទីតាំងមានតែក្នុងអត្ថបទ ដែលមិនបានអាន ឬមិនបានអានតាមន័យពិតរបស់វា។</translation>
    </message>
    <message>
      <location filename="../../processing/coordinates/sentences.py" />
      <source>The point and the text of the location are two places.</source>
      <translation>ចំណុច និងអត្ថបទនៃទីតាំង បង្ហាញកន្លែងពីរផ្សេងគ្នា។</translation>
    </message>
    <message>
      <location filename="../../processing/coordinates/sentences.py" />
      <source>There is no location, and no text that tells one.</source>
      <translation>គ្មានទីតាំង ហើយគ្មានអត្ថបទដែលប្រាប់ទីតាំងទេ។</translation>
    </message>
    <message>
      <location filename="../../processing/coordinates/sentences.py" />
      <source>Degrees with minutes and seconds were read as decimal degrees.</source>
      <translation>ដឺក្រេដែលមាននាទី និងវិនាទី ត្រូវបានអានជាដឺក្រេទសភាគ។</translation>
    </message>
    <message>
      <location filename="../../processing/coordinates/sentences.py" />
      <source>The coordinates are rounded: they are coarser than they look.</source>
      <translation>កូអរដោនេត្រូវបានបង្គត់៖ វាត្រឹមត្រូវតិចជាងដែលមើលទៅ។</translation>
    </message>
    <message>
      <location filename="../../processing/coordinates/sentences.py" />
      <source>A digit of the coordinates may be mistyped.</source>
      <translation>លេខមួយខ្ទង់នៃកូអរដោនេ អាចត្រូវបានវាយខុស។</translation>
    </message>
    <message>
      <location filename="../../processing/coordinates/sentences.py" />
      <source>The location is the centre of an administrative unit ({level}), not of the factory.</source>
      <translation>ទីតាំងជាចំណុចកណ្តាលនៃឯកតារដ្ឋបាល ({level}) មិនមែនជាទីតាំងរោងចក្រទេ។</translation>
    </message>
    <message>
      <location filename="../../processing/coordinates/sentences.py" />
      <source>The coordinates are zero or equal, or a sign is wrong.</source>
      <translation>កូអរដោនេជាសូន្យ ឬស្មើគ្នា ឬសញ្ញាបូកដកខុស។</translation>
    </message>
    <message>
      <location filename="../../processing/coordinates/sentences.py" />
      <source>Unrelated operators share one coordinate.</source>
      <translation>ប្រតិបត្តិករដែលមិនពាក់ព័ន្ធគ្នា មានកូអរដោនេតែមួយរួមគ្នា។</translation>
    </message>
    <message>
      <location filename="../../processing/coordinates/sentences.py" />
      <source>The location is that of an office.</source>
      <translation>ទីតាំងជាទីតាំងនៃការិយាល័យមួយ។</translation>
    </message>
    <message>
      <location filename="../../processing/coordinates/sentences.py" />
      <source>The location is outside of the country, or in the sea.</source>
      <translation>ទីតាំងស្ថិតនៅក្រៅប្រទេស ឬក្នុងសមុទ្រ។</translation>
    </message>
    <message>
      <location filename="../../processing/coordinates/sentences.py" />
      <source>The location is in a lake or river.</source>
      <translation>ទីតាំងស្ថិតក្នុងបឹង ឬទន្លេ។</translation>
    </message>
    <message>
      <location filename="../../processing/coordinates/sentences.py" />
      <source>The factory stands outside of the unit it declares ({level}).</source>
      <translation>រោងចក្រស្ថិតនៅក្រៅឯកតារដ្ឋបាលដែលវាបានប្រកាស ({level})។</translation>
    </message>
    <message>
      <location filename="../../processing/coordinates/sentences.py" />
      <source>The codes of the declared units contradict each other.</source>
      <translation>លេខកូដនៃឯកតារដ្ឋបាលដែលបានប្រកាស ផ្ទុយគ្នា។</translation>
    </message>
    <message>
      <location filename="../../processing/coordinates/sentences.py" />
      <source>A declared code is of an older list of administrative units.</source>
      <translation>លេខកូដដែលបានប្រកាស ជារបស់បញ្ជីឯកតារដ្ឋបាលចាស់។</translation>
    </message>
    <message>
      <location filename="../../processing/coordinates/sentences.py" />
      <source>A declared code is in no list of administrative units.</source>
      <translation>លេខកូដដែលបានប្រកាស មិនមានក្នុងបញ្ជីឯកតារដ្ឋបាលណាមួយទេ។</translation>
    </message>
    <message>
      <location filename="../../processing/coordinates/sentences.py" />
      <source>The factory is probably registered twice.</source>
      <translation>រោងចក្រទំនងជាមានពីរដងក្នុងបញ្ជីរោងចក្រ។</translation>
    </message>
    <message>
      <location filename="../../processing/coordinates/sentences.py" />
      <source>The licence number is also that of a factory elsewhere.</source>
      <translation>លេខលិខិតអនុញ្ញាតនេះ ក៏ជារបស់រោងចក្រនៅកន្លែងផ្សេងដែរ។</translation>
    </message>
    <message>
      <location filename="../../processing/coordinates/sentences.py" />
      <source>The factory stands outside of the industrial park it declares.</source>
      <translation>រោងចក្រស្ថិតនៅក្រៅសួនឧស្សាហកម្មដែលវាបានប្រកាស។</translation>
    </message>
    <message>
      <location filename="../../processing/coordinates/sentences.py" />
      <source>The factory stands inside an industrial park that it does not declare.</source>
      <translation>រោងចក្រស្ថិតក្នុងសួនឧស្សាហកម្មដែលវាមិនបានប្រកាស។</translation>
    </message>
    <message>
      <location filename="../../processing/coordinates/sentences.py" />
      <source>The point is not on the factory's own premises.</source>
      <translation>ចំណុចមិនស្ថិតលើបរិវេណផ្ទាល់របស់រោងចក្រទេ។</translation>
    </message>
    <message>
      <location filename="../../processing/coordinates/sentences.py" />
      <source>The stated area of the premises {name} is not that of their polygon.</source>
      <translation>ផ្ទៃក្រឡាដែលបានបញ្ជាក់នៃបរិវេណរោងចក្រ {name} មិនត្រូវនឹងផ្ទៃក្រឡានៃពហុកោណរបស់វាទេ។</translation>
    </message>
    <message>
      <location filename="../../processing/coordinates/sentences.py" />
      <source>The stated area is none that a factory of this register has.</source>
      <translation>ផ្ទៃក្រឡាដែលបានបញ្ជាក់ មិនដូចផ្ទៃក្រឡារបស់រោងចក្រណាក្នុងបញ្ជីរោងចក្រនេះទេ។</translation>
    </message>
    <message>
      <location filename="../../processing/coordinates/sentences.py" />
      <source>The stated area of the park {name} is not that of its polygon.</source>
      <translation>ផ្ទៃក្រឡាដែលបានបញ្ជាក់នៃសួនឧស្សាហកម្ម {name} មិនត្រូវនឹងផ្ទៃក្រឡានៃពហុកោណរបស់វាទេ។</translation>
    </message>
    <message>
      <location filename="../../processing/coordinates/sentences.py" />
      <source>The activity or the size class is not valid.</source>
      <translation>សកម្មភាព ឬទំហំសហគ្រាស មិនត្រឹមត្រូវ។</translation>
    </message>
    <message>
      <location filename="../../processing/coordinates/sentences.py" />
      <source>A word for “nothing” stands where a value should be, or a day is one off.</source>
      <translation>ពាក្យដែលមានន័យថា «គ្មាន» ស្ថិតនៅកន្លែងដែលគួរមានតម្លៃ ឬកាលបរិច្ឆេទខុសមួយថ្ងៃ។</translation>
    </message>
    <message>
      <location filename="../../processing/coordinates/sentences.py" />
      <source>Dates contradict each other, the status, or today.</source>
      <translation>កាលបរិច្ឆេទផ្ទុយគ្នា ឬផ្ទុយនឹងស្ថានភាព ឬនឹងថ្ងៃនេះ។</translation>
    </message>
    <message>
      <location filename="../../processing/coordinates/sentences.py" />
      <source>C01 swapped latitude and longitude</source>
      <translation>C01 រយៈទទឹង និងរយៈបណ្តោយ ច្រឡំលំដាប់</translation>
    </message>
    <message>
      <location filename="../../processing/coordinates/sentences.py" />
      <source>C02 metres for degrees</source>
      <translation>C02 ម៉ែត្រជំនួសដឺក្រេ</translation>
    </message>
    <message>
      <location filename="../../processing/coordinates/sentences.py" />
      <source>C03 swapped easting and northing</source>
      <translation>C03 easting និង northing ច្រឡំលំដាប់</translation>
    </message>
    <message>
      <location filename="../../processing/coordinates/sentences.py" />
      <source>C04 neighbouring UTM zone</source>
      <translation>C04 UTM តំបន់ជាប់គ្នា</translation>
    </message>
    <message>
      <location filename="../../processing/coordinates/sentences.py" />
      <source>C05 Indian 1960, UTM metres</source>
      <translation>C05 Indian 1960 ជាម៉ែត្រ UTM</translation>
    </message>
    <message>
      <location filename="../../processing/coordinates/sentences.py" />
      <source>C06 Indian 1960, degrees</source>
      <translation>C06 Indian 1960 ជាដឺក្រេ</translation>
    </message>
    <message>
      <location filename="../../processing/coordinates/sentences.py" />
      <source>C07 datum of Thailand</source>
      <translation>C07 ប្រព័ន្ធយោង (datum) របស់ប្រទេសថៃ</translation>
    </message>
    <message>
      <location filename="../../processing/coordinates/sentences.py" />
      <source>C08 only in the text</source>
      <translation>C08 មានតែក្នុងអត្ថបទ</translation>
    </message>
    <message>
      <location filename="../../processing/coordinates/sentences.py" />
      <source>C09 minutes read as decimals</source>
      <translation>C09 នាទីដែលត្រូវបានអានជាខ្ទង់ទសភាគ</translation>
    </message>
    <message>
      <location filename="../../processing/coordinates/sentences.py" />
      <source>C10 rounded</source>
      <translation>C10 កូអរដោនេដែលបានបង្គត់</translation>
    </message>
    <message>
      <location filename="../../processing/coordinates/sentences.py" />
      <source>C11 mistyped digit</source>
      <translation>C11 លេខមួយខ្ទង់វាយខុស</translation>
    </message>
    <message>
      <location filename="../../processing/coordinates/sentences.py" />
      <source>C12 centre of a unit</source>
      <translation>C12 ចំណុចកណ្តាលនៃឯកតារដ្ឋបាល</translation>
    </message>
    <message>
      <location filename="../../processing/coordinates/sentences.py" />
      <source>C13 zeros or a sign</source>
      <translation>C13 សូន្យ ឬសញ្ញាបូកដក</translation>
    </message>
    <message>
      <location filename="../../processing/coordinates/sentences.py" />
      <source>C14 shared coordinate</source>
      <translation>C14 កូអរដោនេរួមគ្នា</translation>
    </message>
    <message>
      <location filename="../../processing/coordinates/sentences.py" />
      <source>C15 place of an office</source>
      <translation>C15 ទីតាំងនៃការិយាល័យ</translation>
    </message>
    <message>
      <location filename="../../processing/coordinates/sentences.py" />
      <source>C16 outside of the country or in water</source>
      <translation>C16 នៅក្រៅប្រទេស ឬក្នុងទឹក</translation>
    </message>
    <message>
      <location filename="../../processing/coordinates/sentences.py" />
      <source>C17 not in the declared unit</source>
      <translation>C17 មិននៅក្នុងឯកតារដ្ឋបាលដែលបានប្រកាស</translation>
    </message>
    <message>
      <location filename="../../processing/coordinates/sentences.py" />
      <source>C18 registered twice</source>
      <translation>C18 បានចុះបញ្ជីពីរដង</translation>
    </message>
    <message>
      <location filename="../../processing/coordinates/sentences.py" />
      <source>C19 one licence at two places</source>
      <translation>C19 លិខិតអនុញ្ញាតតែមួយ នៅទីតាំងពីរ</translation>
    </message>
    <message>
      <location filename="../../processing/coordinates/sentences.py" />
      <source>C20 not in the declared park</source>
      <translation>C20 មិននៅក្នុងសួនឧស្សាហកម្មដែលបានប្រកាស</translation>
    </message>
    <message>
      <location filename="../../processing/coordinates/sentences.py" />
      <source>C21 not on its premises</source>
      <translation>C21 មិននៅលើបរិវេណរោងចក្ររបស់វា</translation>
    </message>
    <message>
      <location filename="../../processing/coordinates/sentences.py" />
      <source>C22 area in the wrong unit</source>
      <translation>C22 ផ្ទៃក្រឡាខុសឯកតារង្វាស់</translation>
    </message>
    <message>
      <location filename="../../processing/coordinates/sentences.py" />
      <source>C23 activity or size not valid</source>
      <translation>C23 សកម្មភាព ឬទំហំសហគ្រាស មិនត្រឹមត្រូវ</translation>
    </message>
    <message>
      <location filename="../../processing/coordinates/sentences.py" />
      <source>C24 word for “nothing”</source>
      <translation>C24 ពាក្យដែលមានន័យថា «គ្មាន»</translation>
    </message>
    <message>
      <location filename="../../processing/coordinates/sentences.py" />
      <source>C25 dates that contradict</source>
      <translation>C25 កាលបរិច្ឆេទផ្ទុយគ្នា</translation>
    </message>
    <message>
      <location filename="../../processing/coordinates/sentences.py" />
      <source>Coordinate of the registration</source>
      <translation>កូអរដោនេនៃការចុះបញ្ជី</translation>
    </message>
    <message>
      <location filename="../../processing/coordinates/sentences.py" />
      <source>There is no point.</source>
      <translation>គ្មានចំណុចទេ។</translation>
    </message>
    <message>
      <location filename="../../processing/coordinates/sentences.py" />
      <source>{x}, {y} ({crs}) is no place in Cambodia.</source>
      <translation>{x}, {y} ({crs}) មិនមែនជាទីតាំងក្នុងប្រទេសកម្ពុជាទេ។</translation>
    </message>
    <message>
      <location filename="../../processing/coordinates/sentences.py" />
      <source>The point is {distance} outside of the declared unit.</source>
      <translation>ចំណុចស្ថិតនៅក្រៅឯកតារដ្ឋបាលដែលបានប្រកាស ចម្ងាយ {distance}។</translation>
    </message>
    <message>
      <location filename="../../processing/coordinates/sentences.py" />
      <source>The point is not on the land of the country.</source>
      <translation>ចំណុចមិនស្ថិតលើដីគោករបស់ប្រទេសទេ។</translation>
    </message>
    <message>
      <location filename="../../processing/coordinates/sentences.py" />
      <source>The text “{text}” cannot be read as a coordinate.</source>
      <translation>មិនអាចអានអត្ថបទ «{text}» ជាកូអរដោនេបានទេ។</translation>
    </message>
    <message>
      <location filename="../../processing/coordinates/sentences.py" />
      <source>The text “{text}” states UTM zone {zone}; all of Cambodia is in zone 48.</source>
      <translation>អត្ថបទ «{text}» បញ្ជាក់ UTM តំបន់ {zone}។ ប្រទេសកម្ពុជាទាំងមូលស្ថិតក្នុងតំបន់ 48។</translation>
    </message>
    <message>
      <location filename="../../processing/coordinates/sentences.py" />
      <source>The point is {distance} from its text.</source>
      <translation>ចំណុចស្ថិតនៅចម្ងាយ {distance} ពីទីតាំងក្នុងអត្ថបទរបស់វា។</translation>
    </message>
    <message>
      <location filename="../../processing/coordinates/sentences.py" />
      <source>The numbers of “{text}” read in zone 48, although the text states zone {zone}.</source>
      <translation>អានលេខនៃ «{text}» ក្នុងតំបន់ 48 ទោះបីអត្ថបទបញ្ជាក់តំបន់ {zone} ក៏ដោយ។</translation>
    </message>
    <message>
      <location filename="../../processing/coordinates/sentences.py" />
      <source>The point has the numbers of the text “{text}”, which is stated to be Indian 1960.</source>
      <translation>ចំណុចមានលេខនៃអត្ថបទ «{text}» ដែលត្រូវបានបញ្ជាក់ថាជា Indian 1960។</translation>
    </message>
    <message>
      <location filename="../../processing/coordinates/sentences.py" />
      <source>There is no original text.</source>
      <translation>គ្មានអត្ថបទដើមទេ។</translation>
    </message>
    <message>
      <location filename="../../processing/coordinates/sentences.py" />
      <source>{count} more places fit and are not listed.</source>
      <translation>ទីតាំង {count} ទៀតក៏ត្រូវគ្នាដែរ តែមិនត្រូវបានរាយទេ។</translation>
    </message>
    <message>
      <location filename="../../processing/coordinates/sentences.py" />
      <source>Read from the text “{text}”.</source>
      <translation>អានពីអត្ថបទ «{text}»។</translation>
    </message>
    <message>
      <location filename="../../processing/coordinates/sentences.py" />
      <source>The two numbers exchanged: their ranges in Cambodia, 9.9–14.7 and 102–108, do not overlap.</source>
      <translation>ប្តូរលំដាប់លេខទាំងពីរ៖ ចន្លោះតម្លៃរបស់វាក្នុងប្រទេសកម្ពុជា 9.9–14.7 និង 102–108 មិនត្រួតស៊ីគ្នាទេ។</translation>
    </message>
    <message>
      <location filename="../../processing/coordinates/sentences.py" />
      <source>Read as UTM zone 48 (WGS 84).</source>
      <translation>អានជា UTM តំបន់ 48 (WGS 84)។</translation>
    </message>
    <message>
      <location filename="../../processing/coordinates/sentences.py" />
      <source>Read as degrees.</source>
      <translation>អានជាដឺក្រេ។</translation>
    </message>
    <message>
      <location filename="../../processing/coordinates/sentences.py" />
      <source>Easting and northing exchanged: their ranges in Cambodia do not overlap.</source>
      <translation>ប្តូរលំដាប់កូអរដោនេទិសខាងកើត (easting) និងទិសខាងជើង (northing)៖ ចន្លោះតម្លៃរបស់វាក្នុងប្រទេសកម្ពុជា មិនត្រួតស៊ីគ្នាទេ។</translation>
    </message>
    <message>
      <location filename="../../processing/coordinates/sentences.py" />
      <source>Without the minus sign: Cambodia is north of the equator and east of Greenwich.</source>
      <translation>ដោយគ្មានសញ្ញាដក៖ ប្រទេសកម្ពុជាស្ថិតនៅខាងជើងខ្សែអេក្វាទ័រ និងខាងកើត Greenwich។</translation>
    </message>
    <message>
      <location filename="../../processing/coordinates/sentences.py" />
      <source>Moved by 6 degrees of longitude: the same numbers in UTM zone 48.</source>
      <translation>ផ្លាស់ទី 6 ដឺក្រេតាមរយៈបណ្តោយ៖ លេខដដែល ក្នុង UTM តំបន់ 48។</translation>
    </message>
    <message>
      <location filename="../../processing/coordinates/sentences.py" />
      <source>The decimals read as minutes and seconds (DD.MMSS).</source>
      <translation>អានខ្ទង់ទសភាគជានាទី និងវិនាទី (DD.MMSS)។</translation>
    </message>
    <message>
      <location filename="../../processing/coordinates/sentences.py" />
      <source>The decimals read as minutes (DD.MM).</source>
      <translation>អានខ្ទង់ទសភាគជានាទី (DD.MM)។</translation>
    </message>
    <message>
      <location filename="../../processing/coordinates/sentences.py" />
      <source>UTM numbers read as Indian 1960: 419 m to the west and 323 m to the north.</source>
      <translation>អានលេខ UTM ជា Indian 1960៖ 419 m ទៅទិសខាងលិច និង 323 m ទៅទិសខាងជើង។</translation>
    </message>
    <message>
      <location filename="../../processing/coordinates/sentences.py" />
      <source>Degrees read as Indian 1960: 430 to 505 m to the north-west.</source>
      <translation>អានដឺក្រេជា Indian 1960៖ ពី 430 ដល់ 505 m ទៅទិសពាយ័ព្យ។</translation>
    </message>
    <message>
      <location filename="../../processing/coordinates/sentences.py" />
      <source>The numbers read as Indian 1960 of Cambodia and Vietnam (EPSG:3148, EPSG:4131).</source>
      <translation>អានលេខជា Indian 1960 របស់កម្ពុជា និងវៀតណាម (EPSG:3148, EPSG:4131)។</translation>
    </message>
    <message>
      <location filename="../../processing/coordinates/sentences.py" />
      <source>Remove the location: nothing tells where the factory is.</source>
      <translation>ដកទីតាំងចេញ៖ គ្មានអ្វីប្រាប់ថារោងចក្រនៅទីណាទេ។</translation>
    </message>
    <message>
      <location filename="../../processing/coordinates/sentences.py" />
      <source>The place farthest from the border of the premises.</source>
      <translation>កន្លែងដែលឆ្ងាយបំផុតពីព្រំនៃបរិវេណរោងចក្រ។</translation>
    </message>
    <message>
      <location filename="../../processing/coordinates/sentences.py" />
      <source>Two neighbouring digits exchanged: {before} → {after}.</source>
      <translation>ប្តូរលំដាប់លេខពីរខ្ទង់ជាប់គ្នា៖ {before} → {after}។</translation>
    </message>
    <message>
      <location filename="../../processing/coordinates/sentences.py" />
      <source>A digit too many taken out: {before} → {after}.</source>
      <translation>ដកលេខមួយខ្ទង់ដែលលើសចេញ៖ {before} → {after}។</translation>
    </message>
    <message>
      <location filename="../../processing/coordinates/sentences.py" />
      <source>A missing digit put in: {before} → {after}.</source>
      <translation>បន្ថែមលេខមួយខ្ទង់ដែលខ្វះ៖ {before} → {after}។</translation>
    </message>
    <message>
      <location filename="../../processing/coordinates/sentences.py" />
      <source>The decimal point put elsewhere: {before} → {after}.</source>
      <translation>ដាក់សញ្ញាទសភាគនៅកន្លែងផ្សេង៖ {before} → {after}។</translation>
    </message>
    <message>
      <location filename="../../processing/coordinates/sentences.py" />
      <source>There it is inside of all declared units that can be compared ({levels}).</source>
      <translation>នៅទីនោះ រោងចក្រស្ថិតក្នុងឯកតារដ្ឋបាលដែលបានប្រកាសទាំងអស់ ដែលអាចប្រៀបធៀបបាន ({levels})។</translation>
    </message>
    <message>
      <location filename="../../processing/coordinates/sentences.py" />
      <source>There it is {distance} outside of the declared unit, which is within its accuracy.</source>
      <translation>នៅទីនោះ រោងចក្រស្ថិតនៅក្រៅឯកតារដ្ឋបាលដែលបានប្រកាស ចម្ងាយ {distance} ដែលស្ថិតក្នុងរង្វង់ភាពត្រឹមត្រូវរបស់វា។</translation>
    </message>
    <message>
      <location filename="../../processing/coordinates/sentences.py" />
      <source>There it agrees with {levels} of the declared units and is {distance} outside of the smallest.</source>
      <translation>នៅទីនោះ រោងចក្រត្រូវនឹងឯកតារដ្ឋបាលដែលបានប្រកាសចំនួន {levels} ហើយស្ថិតនៅក្រៅឯកតារដ្ឋបាលតូចបំផុត ចម្ងាយ {distance}។</translation>
    </message>
    <message>
      <location filename="../../processing/coordinates/sentences.py" />
      <source>There it is {distance} outside of the declared unit.</source>
      <translation>នៅទីនោះ រោងចក្រស្ថិតនៅក្រៅឯកតារដ្ឋបាលដែលបានប្រកាស ចម្ងាយ {distance}។</translation>
    </message>
    <message>
      <location filename="../../processing/coordinates/sentences.py" />
      <source>There it is in Cambodia; no declared unit can be compared.</source>
      <translation>នៅទីនោះ រោងចក្រស្ថិតក្នុងប្រទេសកម្ពុជា។ គ្មានឯកតារដ្ឋបាលដែលបានប្រកាសណា អាចប្រៀបធៀបបានទេ។</translation>
    </message>
    <message>
      <location filename="../../processing/coordinates/sentences.py" />
      <source>There it is inside of the park or premises that it declares.</source>
      <translation>នៅទីនោះ រោងចក្រស្ថិតក្នុងសួនឧស្សាហកម្ម ឬបរិវេណដែលវាបានប្រកាស។</translation>
    </message>
    <message>
      <location filename="../../processing/coordinates/sentences.py" />
      <source>There it is inside of the declared park.</source>
      <translation>នៅទីនោះ រោងចក្រស្ថិតក្នុងសួនឧស្សាហកម្មដែលបានប្រកាស។</translation>
    </message>
    <message>
      <location filename="../../processing/coordinates/sentences.py" />
      <source>Other places that fit as well: {count}.</source>
      <translation>ទីតាំងផ្សេងទៀតដែលត្រូវគ្នាដែរ៖ {count}។</translation>
    </message>
    <message>
      <location filename="../../processing/coordinates/sentences.py" />
      <source>A wrong code of the unit would explain it as well; the other factories do not tell.</source>
      <translation>លេខកូដឯកតារដ្ឋបាលខុស ក៏អាចជាមូលហេតុបានដែរ។ រោងចក្រផ្សេងទៀត មិនអាចបញ្ជាក់បានទេ។</translation>
    </message>
    <message>
      <location filename="../../processing/coordinates/sentences.py" />
      <source>Other sources of this file have the same error.</source>
      <translation>ប្រភពផ្សេងទៀតក្នុងឯកសារនេះ មានកំហុសដូចគ្នា។</translation>
    </message>
    <message>
      <location filename="../../processing/coordinates/sentences.py" />
      <source>Of {count} factories of the group, the shift takes {into} into the unit, park or premises they declare, and {out} out.</source>
      <translation>ក្នុងចំណោមរោងចក្រ {count} នៃក្រុម ការរំកិលនេះនាំរោងចក្រ {into} ចូលទៅក្នុងឯកតារដ្ឋបាល សួនឧស្សាហកម្ម ឬបរិវេណរោងចក្រដែលបានប្រកាស ហើយនាំរោងចក្រ {out} ចេញក្រៅ។</translation>
    </message>
    <message>
      <location filename="../../processing/coordinates/sentences.py" />
      <source>Of these, {places} places count, at {borders} borders that have no unit in common and are up to {distance} apart, and {against} against: at least {ratio} times as likely with the shift as without.</source>
      <translation>ក្នុងចំណោមនេះ ទីតាំង {places} ត្រូវបានរាប់ នៅព្រំ {borders} ដែលគ្មានឯកតារដ្ឋបាលរួមគ្នា ហើយឆ្ងាយពីគ្នារហូតដល់ {distance} និងទីតាំង {against} ផ្ទុយពីនេះ៖ បើមានការរំកិល លទ្ធផលនេះទំនងជាងបើគ្មានការរំកិល យ៉ាងតិច {ratio} ដង។</translation>
    </message>
    <message>
      <location filename="../../processing/coordinates/sentences.py" />
      <source>No park or premises tells: it is so, or the layer of units is on another datum.</source>
      <translation>គ្មានសួនឧស្សាហកម្ម ឬបរិវេណរោងចក្រណាជាភស្តុតាងទេ៖ ពិតជាដូច្នេះ ឬស្រទាប់ឯកតារដ្ឋបាលស្ថិតក្នុងប្រព័ន្ធយោង (datum) ផ្សេង។</translation>
    </message>
    <message>
      <location filename="../../processing/coordinates/sentences.py" />
      <source>The layer is labelled {crs}. Read as Indian 1960, {into} more factories are where they declare, and {out} fewer.</source>
      <translation>ស្រទាប់មានស្លាក {crs}។ បើអានជា Indian 1960 មានរោងចក្រ {into} បន្ថែមទៀត ស្ថិតនៅកន្លែងដែលបានប្រកាស ហើយរោងចក្រ {out} លែងស្ថិតនៅកន្លែងដែលបានប្រកាស។</translation>
    </message>
    <message>
      <location filename="../../processing/coordinates/sentences.py" />
      <source>Of {count} factories of the group, {few} have both decimals below 0.6; read as minutes, {into} more are where they declare, and {out} fewer.</source>
      <translation>ក្នុងចំណោមរោងចក្រ {count} នៃក្រុម រោងចក្រ {few} មានខ្ទង់ទសភាគទាំងពីរតូចជាង 0.6។ បើអានជានាទី មានរោងចក្រ {into} បន្ថែមទៀត ស្ថិតនៅកន្លែងដែលបានប្រកាស ហើយរោងចក្រ {out} លែងស្ថិតនៅកន្លែងដែលបានប្រកាស។</translation>
    </message>
    <message>
      <location filename="../../processing/coordinates/sentences.py" />
      <source>{members} of {count} factories of the group have this error.</source>
      <translation>រោងចក្រ {members} ក្នុងចំណោម {count} នៃក្រុម មានកំហុសនេះ។</translation>
    </message>
    <message>
      <location filename="../../processing/coordinates/sentences.py" />
      <source>{members} of {count} factories of the group lie on a grid of {grid}.</source>
      <translation>រោងចក្រ {members} ក្នុងចំណោម {count} នៃក្រុម ស្ថិតលើក្រឡាចត្រង្គ {grid}។</translation>
    </message>
    <message>
      <location filename="../../processing/coordinates/sentences.py" />
      <source>Both numbers lie on a grid of {grid}: the place is known to {half} at best.</source>
      <translation>លេខទាំងពីរស្ថិតលើក្រឡាចត្រង្គ {grid}៖ ទីតាំងអាចដឹងបានត្រឹមត្រូវបំផុតត្រឹម {half} ប៉ុណ្ណោះ។</translation>
    </message>
    <message>
      <location filename="../../processing/coordinates/sentences.py" />
      <source>The digits of the text tell the place to {half} at best.</source>
      <translation>ចំនួនខ្ទង់នៃលេខក្នុងអត្ថបទ បញ្ជាក់ទីតាំងបានត្រឹមត្រូវបំផុតត្រឹម {half} ប៉ុណ្ណោះ។</translation>
    </message>
    <message>
      <location filename="../../processing/coordinates/sentences.py" />
      <source>The point is {distance} from the centre of {unit}.</source>
      <translation>ចំណុចស្ថិតនៅចម្ងាយ {distance} ពីចំណុចកណ្តាលនៃ {unit}។</translation>
    </message>
    <message>
      <location filename="../../processing/coordinates/sentences.py" />
      <source>The numbers are {x} and {y}.</source>
      <translation>លេខទាំងពីរគឺ {x} និង {y}។</translation>
    </message>
    <message>
      <location filename="../../processing/coordinates/sentences.py" />
      <source>{count} factories of {operators} operators have this very coordinate.</source>
      <translation>រោងចក្រ {count} របស់ប្រតិបត្តិករ {operators} មានកូអរដោនេនេះដូចគ្នា។</translation>
    </message>
    <message>
      <location filename="../../processing/coordinates/sentences.py" />
      <source>The point is {distance} from {office}.</source>
      <translation>ចំណុចស្ថិតនៅចម្ងាយ {distance} ពី {office}។</translation>
    </message>
    <message>
      <location filename="../../processing/coordinates/sentences.py" />
      <source>{lon}, {lat} is beyond Cambodia's limits.</source>
      <translation>{lon}, {lat} ស្ថិតនៅក្រៅដែនកំណត់នៃប្រទេសកម្ពុជា។</translation>
    </message>
    <message>
      <location filename="../../processing/coordinates/sentences.py" />
      <source>The point is {distance} off the land.</source>
      <translation>ចំណុចស្ថិតនៅក្រៅដីគោក ចម្ងាយ {distance}។</translation>
    </message>
    <message>
      <location filename="../../processing/coordinates/sentences.py" />
      <source>The point is in the water, {distance} from the shore.</source>
      <translation>ចំណុចស្ថិតក្នុងទឹក ចម្ងាយ {distance} ពីច្រាំង។</translation>
    </message>
    <message>
      <location filename="../../processing/coordinates/sentences.py" />
      <source>It declares {declared}, but is {distance} outside of it, in {actual}: within the inaccuracy of the border.</source>
      <translation>រោងចក្របានប្រកាស {declared} ប៉ុន្តែស្ថិតនៅក្រៅទីនោះ ចម្ងាយ {distance} ក្នុង {actual}៖ ស្ថិតក្នុងកម្រិតលម្អៀងនៃព្រំ។</translation>
    </message>
    <message>
      <location filename="../../processing/coordinates/sentences.py" />
      <source>It declares {declared}, but is {distance} outside of it, in no unit: within the inaccuracy of the border.</source>
      <translation>រោងចក្របានប្រកាស {declared} ប៉ុន្តែស្ថិតនៅក្រៅទីនោះ ចម្ងាយ {distance} ហើយមិនស្ថិតក្នុងឯកតារដ្ឋបាលណាឡើយ៖ ស្ថិតក្នុងកម្រិតលម្អៀងនៃព្រំ។</translation>
    </message>
    <message>
      <location filename="../../processing/coordinates/sentences.py" />
      <source>It declares {declared}, but is {distance} outside of it, in no unit.</source>
      <translation>រោងចក្របានប្រកាស {declared} ប៉ុន្តែស្ថិតនៅក្រៅទីនោះ ចម្ងាយ {distance} ហើយមិនស្ថិតក្នុងឯកតារដ្ឋបាលណាឡើយ។</translation>
    </message>
    <message>
      <location filename="../../processing/coordinates/sentences.py" />
      <source>It declares {declared}, but is {distance} outside of it, in no unit: far beyond its accuracy.</source>
      <translation>រោងចក្របានប្រកាស {declared} ប៉ុន្តែស្ថិតនៅក្រៅទីនោះ ចម្ងាយ {distance} ហើយមិនស្ថិតក្នុងឯកតារដ្ឋបាលណាឡើយ៖ ឆ្ងាយហួសពីភាពត្រឹមត្រូវរបស់វា។</translation>
    </message>
    <message>
      <location filename="../../processing/coordinates/sentences.py" />
      <source>It declares {declared}, but is {distance} outside of it, in {actual}.</source>
      <translation>រោងចក្របានប្រកាស {declared} ប៉ុន្តែស្ថិតនៅក្រៅទីនោះ ចម្ងាយ {distance} ក្នុង {actual}។</translation>
    </message>
    <message>
      <location filename="../../processing/coordinates/sentences.py" />
      <source>It declares {declared}, but is in {actual}, {distance} away: far beyond its accuracy.</source>
      <translation>រោងចក្របានប្រកាស {declared} ប៉ុន្តែស្ថិតក្នុង {actual} ចម្ងាយ {distance} ពីទីនោះ៖ ឆ្ងាយហួសពីភាពត្រឹមត្រូវរបស់វា។</translation>
    </message>
    <message>
      <location filename="../../processing/coordinates/sentences.py" />
      <source>{declared} is the code of an older list; today the place is in {actual}.</source>
      <translation>{declared} ជាលេខកូដនៃបញ្ជីឯកតារដ្ឋបាលចាស់។ បច្ចុប្បន្ន ទីតាំងនេះស្ថិតក្នុង {actual}។</translation>
    </message>
    <message>
      <location filename="../../processing/coordinates/sentences.py" />
      <source>The code {code} is not inside of {outer}.</source>
      <translation>លេខកូដ {code} មិនស្ថិតក្នុង {outer} ទេ។</translation>
    </message>
    <message>
      <location filename="../../processing/coordinates/sentences.py" />
      <source>There is no {level} with the code {code}.</source>
      <translation>គ្មាន {level} ណាមានលេខកូដ {code} ទេ។</translation>
    </message>
    <message>
      <location filename="../../processing/coordinates/sentences.py" />
      <source>{licence} is also the licence of {others}, up to {distance} away.</source>
      <translation>{licence} ក៏ជាលិខិតអនុញ្ញាតរបស់ {others} ដែរ ដែលនៅចម្ងាយរហូតដល់ {distance}។</translation>
    </message>
    <message>
      <location filename="../../processing/coordinates/sentences.py" />
      <source>{licence} is also the licence of {others} and {count} more, up to {distance} away.</source>
      <translation>{licence} ក៏ជាលិខិតអនុញ្ញាតរបស់ {others} និងរោងចក្រ {count} ផ្សេងទៀតដែរ ដែលនៅចម្ងាយរហូតដល់ {distance}។</translation>
    </message>
    <message>
      <location filename="../../processing/coordinates/sentences.py" />
      <source>The declared park, {park}, is {distance} away.</source>
      <translation>សួនឧស្សាហកម្មដែលបានប្រកាស {park} ស្ថិតនៅចម្ងាយ {distance}។</translation>
    </message>
    <message>
      <location filename="../../processing/coordinates/sentences.py" />
      <source>The point is inside of {park}, {distance} from its border.</source>
      <translation>ចំណុចស្ថិតក្នុង {park} ចម្ងាយ {distance} ពីព្រំរបស់វា។</translation>
    </message>
    <message>
      <location filename="../../processing/coordinates/sentences.py" />
      <source>The point is {distance} outside of the premises.</source>
      <translation>ចំណុចស្ថិតនៅក្រៅបរិវេណរោងចក្រ ចម្ងាយ {distance}។</translation>
    </message>
    <message>
      <location filename="../../processing/coordinates/sentences.py" />
      <source>The stated area is {stated} ha: 0 is how spreadsheets write “not known”.</source>
      <translation>ផ្ទៃក្រឡាដែលបានបញ្ជាក់ គឺ {stated} ha៖ 0 ជារបៀបដែលតារាងសន្លឹកកិច្ចការសរសេរថា «មិនដឹង»។</translation>
    </message>
    <message>
      <location filename="../../processing/coordinates/sentences.py" />
      <source>Stated {stated} ha; half of the factories state more than {median} ha. Multiplied by {times} it would be usual: {fits} ha.</source>
      <translation>បានបញ្ជាក់ {stated} ha។ រោងចក្រពាក់កណ្តាលបញ្ជាក់លើសពី {median} ha។ បើគុណនឹង {times} វានឹងទៅជាតម្លៃធម្មតា៖ {fits} ha។</translation>
    </message>
    <message>
      <location filename="../../processing/coordinates/sentences.py" />
      <source>Stated {stated} ha; half of the factories state less than {median} ha. Divided by {times} it would be usual: {fits} ha.</source>
      <translation>បានបញ្ជាក់ {stated} ha។ រោងចក្រពាក់កណ្តាលបញ្ជាក់តិចជាង {median} ha។ បើចែកនឹង {times} វានឹងទៅជាតម្លៃធម្មតា៖ {fits} ha។</translation>
    </message>
    <message>
      <location filename="../../processing/coordinates/sentences.py" />
      <source>The stated area is {stated}; the polygon has {drawn} ha.</source>
      <translation>ផ្ទៃក្រឡាដែលបានបញ្ជាក់ គឺ {stated}។ ពហុកោណមាន {drawn} ha។</translation>
    </message>
    <message>
      <location filename="../../processing/coordinates/sentences.py" />
      <source>Stated {stated}, drawn {drawn} ha: the figure is probably square metres.</source>
      <translation>បានបញ្ជាក់ {stated} បានគូស {drawn} ha៖ តួលេខនេះទំនងជាម៉ែត្រការ៉េ។</translation>
    </message>
    <message>
      <location filename="../../processing/coordinates/sentences.py" />
      <source>Stated {stated}, drawn {drawn} ha: the figure is probably ares.</source>
      <translation>បានបញ្ជាក់ {stated} បានគូស {drawn} ha៖ តួលេខនេះទំនងជាអា (are)។</translation>
    </message>
    <message>
      <location filename="../../processing/coordinates/sentences.py" />
      <source>Stated {stated}, drawn {drawn} ha: the figure is probably square kilometres.</source>
      <translation>បានបញ្ជាក់ {stated} បានគូស {drawn} ha៖ តួលេខនេះទំនងជាគីឡូម៉ែត្រការ៉េ។</translation>
    </message>
    <message>
      <location filename="../../processing/coordinates/sentences.py" />
      <source>Stated {stated}, drawn {drawn} ha: the figure is probably rai.</source>
      <translation>បានបញ្ជាក់ {stated} បានគូស {drawn} ha៖ តួលេខនេះទំនងជារ៉ៃ (rai)។</translation>
    </message>
    <message>
      <location filename="../../processing/coordinates/sentences.py" />
      <source>Stated {stated}, drawn {drawn} ha: the figure is too small by ten thousand.</source>
      <translation>បានបញ្ជាក់ {stated} បានគូស {drawn} ha៖ តួលេខនេះតូចពេក មួយម៉ឺនដង។</translation>
    </message>
    <message>
      <location filename="../../processing/coordinates/sentences.py" />
      <source>Stated {stated}, drawn {drawn} ha: a factor of a thousand.</source>
      <translation>បានបញ្ជាក់ {stated} បានគូស {drawn} ha៖ ខុសគ្នាមួយពាន់ដង។</translation>
    </message>
    <message>
      <location filename="../../processing/coordinates/sentences.py" />
      <source>Stated {stated}, drawn {drawn} ha: {ratio} times as much.</source>
      <translation>បានបញ្ជាក់ {stated} បានគូស {drawn} ha៖ ស្មើនឹង {ratio} ដង។</translation>
    </message>
    <message>
      <location filename="../../processing/coordinates/sentences.py" />
      <source>{field}: “{value}”, where {expected} is expected.</source>
      <translation>{field}៖ «{value}» ប៉ុន្តែត្រូវការ {expected}។</translation>
    </message>
    <message>
      <location filename="../../processing/coordinates/sentences.py" />
      <source>{field}: “{value}” should be empty.</source>
      <translation>{field}៖ «{value}» គួរតែទុកទទេ។</translation>
    </message>
    <message>
      <location filename="../../processing/coordinates/sentences.py" />
      <source>{field}: {value} is midnight in Cambodia written in UTC: the day is {day}.</source>
      <translation>{field}៖ {value} ជាពាក់កណ្តាលអធ្រាត្រនៅកម្ពុជា ដែលសរសេរតាម UTC៖ ថ្ងៃពិតប្រាកដ គឺ {day}។</translation>
    </message>
    <message>
      <location filename="../../processing/coordinates/sentences.py" />
      <source>The status ends on {end}, before it begins on {start}.</source>
      <translation>ស្ថានភាពនេះបញ្ចប់នៅថ្ងៃ {end} មុនពេលវាចាប់ផ្តើមនៅថ្ងៃ {start}។</translation>
    </message>
    <message>
      <location filename="../../processing/coordinates/sentences.py" />
      <source>It was registered on {day}, after it closed on {start}.</source>
      <translation>រោងចក្របានចុះបញ្ជីនៅថ្ងៃ {day} ក្រោយពេលបិទនៅថ្ងៃ {start}។</translation>
    </message>
    <message>
      <location filename="../../processing/coordinates/sentences.py" />
      <source>{field} is {day}, in the future.</source>
      <translation>{field} គឺ {day} ដែលមិនទាន់មកដល់។</translation>
    </message>
    <message>
      <location filename="../../processing/coordinates/sentences.py" />
      <source>The status “functional” ended on {end}.</source>
      <translation>ស្ថានភាព «functional» (កំពុងដំណើរការ) បានបញ្ចប់នៅថ្ងៃ {end}។</translation>
    </message>
    <message>
      <location filename="../../processing/coordinates/sentences.py" />
      <source>The registration is “{status}”, but the factory is functional.</source>
      <translation>ការចុះបញ្ជីមានស្ថានភាព «{status}» ប៉ុន្តែរោងចក្រកំពុងដំណើរការ។</translation>
    </message>
    <message>
      <location filename="../../processing/coordinates/sentences.py" />
      <source>Looks like {other}: {why}.</source>
      <translation>មើលទៅដូចជា {other}៖ {why}។</translation>
    </message>
    <message>
      <location filename="../../processing/coordinates/sentences.py" />
      <source>no polygons of provinces, districts or communes were given</source>
      <translation>មិនបានផ្តល់ពហុកោណនៃរាជធានី-ខេត្ត ក្រុង-ស្រុក-ខណ្ឌ ឬឃុំ-សង្កាត់ទេ</translation>
    </message>
    <message>
      <location filename="../../processing/coordinates/sentences.py" />
      <source>no factory declares a unit that the polygons have</source>
      <translation>គ្មានរោងចក្រណាប្រកាសឯកតារដ្ឋបាល ដែលពហុកោណមានទេ</translation>
    </message>
    <message>
      <location filename="../../processing/coordinates/sentences.py" />
      <source>no polygons of this level were given: {level}</source>
      <translation>មិនបានផ្តល់ពហុកោណនៃកម្រិតនេះទេ៖ {level}</translation>
    </message>
    <message>
      <location filename="../../processing/coordinates/sentences.py" />
      <source>no land was given: only places beyond Cambodia's limits are told</source>
      <translation>មិនបានផ្តល់ផ្ទៃដីគោកទេ៖ មានតែទីតាំងក្រៅដែនកំណត់នៃប្រទេសកម្ពុជាប៉ុណ្ណោះ ដែលត្រូវបានរាយការណ៍</translation>
    </message>
    <message>
      <location filename="../../processing/coordinates/sentences.py" />
      <source>no lakes and rivers were given</source>
      <translation>មិនបានផ្តល់បឹង និងទន្លេទេ</translation>
    </message>
    <message>
      <location filename="../../processing/coordinates/sentences.py" />
      <source>no centres of administrative units were given</source>
      <translation>មិនបានផ្តល់ចំណុចកណ្តាលនៃឯកតារដ្ឋបាលទេ</translation>
    </message>
    <message>
      <location filename="../../processing/coordinates/sentences.py" />
      <source>no offices were given</source>
      <translation>មិនបានផ្តល់ការិយាល័យទេ</translation>
    </message>
    <message>
      <location filename="../../processing/coordinates/sentences.py" />
      <source>no industrial parks were given</source>
      <translation>មិនបានផ្តល់សួនឧស្សាហកម្មទេ</translation>
    </message>
    <message>
      <location filename="../../processing/coordinates/sentences.py" />
      <source>no premises of the factories were given</source>
      <translation>មិនបានផ្តល់បរិវេណរោងចក្រទេ</translation>
    </message>
    <message>
      <location filename="../../processing/coordinates/sentences.py" />
      <source>no stated areas of premises or parks were given</source>
      <translation>មិនបានផ្តល់ផ្ទៃក្រឡាដែលបានបញ្ជាក់ នៃបរិវេណរោងចក្រ ឬសួនឧស្សាហកម្មទេ</translation>
    </message>
    <message>
      <location filename="../../processing/coordinates/sentences.py" />
      <source>duplicates are looked for by “Find duplicates”</source>
      <translation>កំណត់ត្រាស្ទួនត្រូវរកដោយប្រើ «ស្វែងរកកំណត់ត្រាស្ទួន»</translation>
    </message>
    <message>
      <location filename="../../processing/coordinates/sentences.py" />
      <source>the factories have no field {column}</source>
      <translation>រោងចក្រគ្មានវាល {column} ទេ</translation>
    </message>
    <message>
      <location filename="../../processing/coordinates/sentences.py" />
      <location filename="../../processing/registration/report.py" />
      <source>province</source>
      <translation>រាជធានី-ខេត្ត</translation>
    </message>
    <message>
      <location filename="../../processing/coordinates/sentences.py" />
      <location filename="../../processing/registration/report.py" />
      <source>district</source>
      <translation>ក្រុង-ស្រុក-ខណ្ឌ</translation>
    </message>
    <message>
      <location filename="../../processing/coordinates/sentences.py" />
      <location filename="../../processing/registration/report.py" />
      <source>commune</source>
      <translation>ឃុំ-សង្កាត់</translation>
    </message>
    <message>
      <location filename="../../processing/coordinates/sentences.py" />
      <source>village</source>
      <translation>ភូមិ</translation>
    </message>
    <message>
      <location filename="../../processing/coordinates/sentences.py" />
      <source>1 degree</source>
      <translation>1 ដឺក្រេ</translation>
    </message>
    <message>
      <location filename="../../processing/coordinates/sentences.py" />
      <source>0.1 degrees</source>
      <translation>0.1 ដឺក្រេ</translation>
    </message>
    <message>
      <location filename="../../processing/coordinates/sentences.py" />
      <source>0.01 degrees</source>
      <translation>0.01 ដឺក្រេ</translation>
    </message>
    <message>
      <location filename="../../processing/coordinates/sentences.py" />
      <source>1 minute</source>
      <translation>1 នាទី</translation>
    </message>
    <message>
      <location filename="../../processing/coordinates/sentences.py" />
      <source>1 km</source>
      <translation>1 គីឡូម៉ែត្រ</translation>
    </message>
    <message>
      <location filename="../../processing/coordinates/sentences.py" />
      <source>the last written digit</source>
      <translation>ខ្ទង់ចុងក្រោយដែលបានសរសេរ</translation>
    </message>
    <message>
      <location filename="../../processing/decisions.py" />
      <location filename="../../qgis_plugin/buttons.py" />
      <source>Yes</source>
      <translation>បាទ/ចាស</translation>
    </message>
    <message>
      <location filename="../../processing/decisions.py" />
      <location filename="../../qgis_plugin/buttons.py" />
      <source>No</source>
      <translation>ទេ</translation>
    </message>
    <message>
      <location filename="../../processing/decisions.py" />
      <location filename="../../qgis_plugin/panel/corrections/certainty.py" />
      <source>Not decided</source>
      <translation>មិនទាន់មានសេចក្តីសម្រេច</translation>
    </message>
    <message>
      <location filename="../../processing/decisions.py" />
      <source>Layer “{layer}”, row {row} ({record}): “{value}” in “{field}” is neither yes nor no. Write yes or no, or leave it empty.</source>
      <translation>ស្រទាប់ «{layer}» ជួរទី {row} ({record})៖ «{value}» ក្នុង «{field}» មិនមែនជា yes ហើយក៏មិនមែនជា no ដែរ។ សូមសរសេរ yes ឬ no ឬទុកទទេ។</translation>
    </message>
    <message>
      <location filename="../../processing/dependencies.py" />
      <source>In a terminal: {command}. Where that says that the runtime org.kde.Sdk is not installed, install the one it names with “flatpak install” first. Then start QGIS again.</source>
      <translation>ក្នុងស្ថានីយបញ្ជា (terminal)៖ {command}។ បើវាប្រាប់ថា org.kde.Sdk (runtime) មិនទាន់ដំឡើង សូមដំឡើងជាមុននូវអ្វីដែលវាបញ្ជាក់ឈ្មោះ ដោយប្រើ «flatpak install»។ បន្ទាប់មក សូមបើក QGIS ឡើងវិញ។</translation>
    </message>
    <message>
      <location filename="../../processing/dependencies.py" />
      <source>Run the OSGeo4W setup, choose Advanced Install, and add python3-geopandas and python3-fiona; in the OSGeo4W Shell: python -m pip install rapidfuzz unidecode scikit-learn esda.</source>
      <translation>សូមដំណើរការកម្មវិធីដំឡើង OSGeo4W ជ្រើសរើស Advanced Install រួចបន្ថែម python3-geopandas និង python3-fiona ហើយក្នុង OSGeo4W Shell៖ python -m pip install rapidfuzz unidecode scikit-learn esda ។</translation>
    </message>
    <message>
      <location filename="../../processing/dependencies.py" />
      <source>In a terminal, run the pip of QGIS's own Python: pip install geopandas fiona jsonschema rapidfuzz unidecode scikit-learn esda.</source>
      <translation>ក្នុងស្ថានីយបញ្ជា (terminal) សូមដំណើរការ pip របស់ Python ផ្ទាល់ខ្លួននៃ QGIS៖ pip install geopandas fiona jsonschema rapidfuzz unidecode scikit-learn esda ។</translation>
    </message>
    <message>
      <location filename="../../processing/dependencies.py" />
      <source>Install python3-geopandas, python3-fiona, python3-scipy, python3-jsonschema, python3-rapidfuzz, python3-unidecode, python3-sklearn and python3-esda with the system's package manager. Where its geopandas is older than 1.0, as on Debian 12, see “Use it in your QGIS” in the plugin's README.</source>
      <translation>សូមដំឡើង python3-geopandas, python3-fiona, python3-scipy, python3-jsonschema, python3-rapidfuzz, python3-unidecode, python3-sklearn និង python3-esda ដោយប្រើកម្មវិធីគ្រប់គ្រងកញ្ចប់របស់ប្រព័ន្ធ។ បើ geopandas របស់វាចាស់ជាង 1.0 ដូចក្នុង Debian 12 សូមមើល «Use it in your QGIS» ក្នុងឯកសារ README របស់កម្មវិធីជំនួយ។</translation>
    </message>
    <message>
      <location filename="../../processing/dependencies.py" />
      <source>Factory Locations needs Python packages that this QGIS does not have: {names}. {how}</source>
      <translation>កម្មវិធីទីតាំងរោងចក្រ ត្រូវការកញ្ចប់ Python ដែល QGIS នេះមិនមាន៖ {names}។ {how}</translation>
    </message>
    <message>
      <location filename="../../processing/expressions.py" />
      <source>Returns the largest distance in metres that a rule of the pack asks a factory of this activity and size to keep from a kind of place, NULL where no rule asks for one.</source>
      <translation>ផ្តល់ចម្ងាយធំបំផុតគិតជាម៉ែត្រ ដែលវិធាននៃកញ្ចប់ តម្រូវឱ្យរោងចក្រមានសកម្មភាព និងទំហំនេះ រក្សាពីទីកន្លែងមួយប្រភេទ ឬ NULL បើគ្មានវិធានណាតម្រូវទេ។</translation>
    </message>
    <message>
      <location filename="../../processing/expressions.py" />
      <source>ISIC Rev. 4 code. Of a code of 2 or 3 digits, all that it may be counts.</source>
      <translation>លេខកូដ ISIC កំណែទី ៤។ សម្រាប់លេខកូដ 2 ឬ 3 ខ្ទង់ អ្វីៗទាំងអស់ដែលវាអាចជា ត្រូវបានគិត។</translation>
    </message>
    <message>
      <location filename="../../processing/expressions.py" />
      <source>micro, small, medium or large; NULL: the largest that may hold.</source>
      <translation>micro (មីក្រូ) small (ធុនតូច) medium (ធុនមធ្យម) ឬ large (ធុនធំ)។ NULL៖ ចម្ងាយធំបំផុតដែលអាចអនុវត្ត។</translation>
    </message>
    <message>
      <location filename="../../processing/expressions.py" />
      <source>A class (school, hospital, residential, intake, …) or a role (receptors, protected, …).</source>
      <translation>ថ្នាក់មួយ (school, hospital, residential, intake, …) ឬតួនាទីមួយ (receptors, protected, …) នៃទីកន្លែង។</translation>
    </message>
    <message>
      <location filename="../../processing/expressions.py" />
      <source>File of a rule pack. Left out: that of the project variable factory_rules, else the shipped one.</source>
      <translation>ឯកសារនៃកញ្ចប់វិធាន។ បើមិនដាក់៖ កញ្ចប់តាមអថេរគម្រោង factory_rules ឬកញ្ចប់ដែលភ្ជាប់មកជាមួយ។</translation>
    </message>
    <message>
      <location filename="../../processing/expressions.py" />
      <source>Returns the verdict of a check on a factory: pass, fail, undecided, no data or exempt. NULL where the findings do not say: plain passes of single rules are listed only by a check with “Also list plain passes”.</source>
      <translation>ផ្តល់លទ្ធផលពិនិត្យនៃរោងចក្រមួយ៖ pass, fail, undecided, no data ឬ exempt។ NULL បើរបកគំហើញមិនប្រាប់៖ ការអនុលោមធម្មតានៃវិធាននីមួយៗ ត្រូវបានរាយ តែពេលពិនិត្យដោយជ្រើស «រាយបញ្ចូលករណីអនុលោមដោយគ្មានលក្ខខណ្ឌផងដែរ»។</translation>
    </message>
    <message>
      <location filename="../../processing/expressions.py" />
      <source>Id of the factory, as in the findings.</source>
      <translation>លេខសម្គាល់រោងចក្រ ដូចក្នុងរបកគំហើញ។</translation>
    </message>
    <message>
      <location filename="../../processing/expressions.py" />
      <source>Id of a rule, for its verdict alone. Left out: the worst of all rules.</source>
      <translation>លេខសម្គាល់វិធានមួយ សម្រាប់លទ្ធផលពិនិត្យរបស់វាប៉ុណ្ណោះ។ បើមិនដាក់៖ លទ្ធផលធ្ងន់ធ្ងរបំផុតនៃវិធានទាំងអស់។</translation>
    </message>
    <message>
      <location filename="../../processing/expressions.py" />
      <source>A layer of the project (name or id) or a GeoPackage of findings. Left out: the last check in the project.</source>
      <translation>ស្រទាប់នៃគម្រោង (ឈ្មោះ ឬលេខសម្គាល់) ឬ GeoPackage នៃរបកគំហើញ។ បើមិនដាក់៖ ការពិនិត្យចុងក្រោយក្នុងគម្រោង។</translation>
    </message>
    <message>
      <location filename="../../processing/expressions.py" />
      <source>Returns the title of an activity in the language of QGIS, NULL for a code that is not in ISIC Rev. 4.</source>
      <translation>ផ្តល់ចំណងជើងនៃសកម្មភាព ជាភាសារបស់ QGIS ឬ NULL សម្រាប់កូដដែលមិនមានក្នុង ISIC កំណែទី ៤។</translation>
    </message>
    <message>
      <location filename="../../processing/expressions.py" />
      <source>ISIC Rev. 4 code; a fifth digit of a national list is left out.</source>
      <translation>កូដ ISIC កំណែទី ៤។ លេខខ្ទង់ទីប្រាំ នៃបញ្ជីជាតិ មិនត្រូវបានគិតទេ។</translation>
    </message>
    <message>
      <location filename="../../processing/expressions.py" />
      <source>“{name}” is neither a layer of findings nor a GeoPackage.</source>
      <translation>«{name}» មិនមែនជាស្រទាប់របកគំហើញ ហើយក៏មិនមែនជា GeoPackage ដែរ។</translation>
    </message>
    <message>
      <location filename="../../processing/expressions.py" />
      <source>“{name}” holds no table of findings.</source>
      <translation>«{name}» គ្មានតារាងរបកគំហើញទេ។</translation>
    </message>
    <message>
      <location filename="../../processing/expressions.py" />
      <source>“{name}” cannot be read ({why}).</source>
      <translation>មិនអាចអាន «{name}» បានទេ ({why})។</translation>
    </message>
    <message>
      <location filename="../../processing/expressions.py" />
      <source>Syntax</source>
      <translation>វាក្យសម្ព័ន្ធ</translation>
    </message>
    <message>
      <location filename="../../processing/expressions.py" />
      <source>Arguments</source>
      <translation>ធាតុបញ្ចូល</translation>
    </message>
    <message>
      <location filename="../../processing/expressions.py" />
      <source>Examples</source>
      <translation>ឧទាហរណ៍</translation>
    </message>
    <message>
      <location filename="../../processing/frames.py" />
      <source>Layer “{layer}” has no coordinate reference system. Set it in the layer's properties, or in the address of a table of coordinates (crs=EPSG:…); for UTM metres it is usually EPSG:32648.</source>
      <translation>ស្រទាប់ «{layer}» គ្មានប្រព័ន្ធយោងកូអរដោនេទេ។ សូមកំណត់វាក្នុងលក្ខណសម្បត្តិស្រទាប់ ឬក្នុងអាសយដ្ឋាននៃតារាងកូអរដោនេ (crs=EPSG:…)។ សម្រាប់ UTM គិតជាម៉ែត្រ ជាធម្មតាគឺ EPSG:32648។</translation>
    </message>
    <message>
      <location filename="../../processing/frames.py" />
      <source>Heights and measures (Z, M) are not used; the output keeps them where it carries the layer.</source>
      <translation>កម្ពស់ និងរង្វាស់ (Z, M) មិនត្រូវបានប្រើទេ។ ទិន្នផលរក្សាវាទុក នៅពេលដែលវានាំយកស្រទាប់ទៅជាមួយ។</translation>
    </message>
    <message>
      <location filename="../../processing/frames.py" />
      <source>Curves are taken as short straight lines.</source>
      <translation>ខ្សែកោងត្រូវបានចាត់ទុកជាបន្ទាត់ត្រង់ខ្លីៗ។</translation>
    </message>
    <message>
      <location filename="../../processing/frames.py" />
      <source>“{path}” can no longer be read. Was it moved, replaced or damaged, or is it in use?</source>
      <translation>មិនអាចអាន «{path}» បានទៀតទេ។ តើវាត្រូវបានប្តូរទីតាំង ជំនួស ខូច ឬកំពុងប្រើ?</translation>
    </message>
    <message>
      <location filename="../../processing/frames.py" />
      <source>Its repaired shape was used; repair the layer itself with “Fix geometries”.</source>
      <translation>បានប្រើរូបរាងដែលបានជួសជុលរបស់វា។ សូមជួសជុលស្រទាប់ផ្ទាល់ ដោយប្រើ «Fix geometries»។</translation>
    </message>
    <message>
      <location filename="../../processing/frames.py" />
      <source>Nothing is known of where it stands; correct the coordinates, or set the CRS they are really in.</source>
      <translation>មិនដឹងថាវាស្ថិតនៅទីណាទេ។ សូមកែកូអរដោនេ ឬកំណត់ CRS ដែលត្រូវនឹងកូអរដោនេនោះពិតប្រាកដ។</translation>
    </message>
    <message>
      <location filename="../../processing/frames.py" />
      <source>Nothing is known of where it stands; give the feature a location.</source>
      <translation>មិនដឹងថាវាស្ថិតនៅទីណាទេ។ សូមផ្តល់ទីតាំងឱ្យវត្ថុនេះ។</translation>
    </message>
    <message>
      <location filename="../../processing/hot_spots.py" />
      <source>Layer “{layer}” has no factory with a usable location.</source>
      <translation>ស្រទាប់ «{layer}» គ្មានរោងចក្រដែលមានទីតាំងអាចប្រើបានទេ។</translation>
    </message>
    <message>
      <location filename="../../processing/hot_spots.py" />
      <source>The factories of layer “{layer}” stand on one spot or in one line, so there is no ground between them to compare them with. Choose an area (AREA), such as the country.</source>
      <translation>រោងចក្រនៃស្រទាប់ «{layer}» ស្ថិតនៅចំណុចតែមួយ ឬលើបន្ទាត់តែមួយ ដូច្នេះ គ្មានផ្ទៃដីរវាងរោងចក្រ សម្រាប់ប្រៀបធៀបទេ។ សូមជ្រើសរើសផ្ទៃមួយ (AREA) ដូចជាប្រទេស។</translation>
    </message>
    <message>
      <location filename="../../processing/hot_spots.py" />
      <source>No feature of layer “{layer}” can be used as an area (AREA).</source>
      <translation>គ្មានវត្ថុណាមួយនៃស្រទាប់ «{layer}» អាចប្រើជាផ្ទៃ (AREA) បានទេ។</translation>
    </message>
    <message>
      <location filename="../../processing/hot_spots.py" />
      <source>No factory of “{factories}” lies in the area “{area}” (AREA). Choose the area they are in, or look whether both layers have the right coordinate reference system.</source>
      <translation>គ្មានរោងចក្រណានៃ «{factories}» ស្ថិតក្នុងផ្ទៃ «{area}» (AREA) ទេ។ សូមជ្រើសរើសផ្ទៃដែលរោងចក្រស្ថិតនៅ ឬពិនិត្យមើលថា ស្រទាប់ទាំងពីរ មានប្រព័ន្ធយោងកូអរដោនេត្រឹមត្រូវឬទេ។</translation>
    </message>
    <message>
      <location filename="../../processing/hot_spots.py" />
      <source>Field “{field}” of layer “{layer}” is below 0 in {count} features: only amounts of 0 or more can be added up here. Correct them, or choose another field (VALUE_FIELD).</source>
      <translation>វាល «{field}» របស់ស្រទាប់ «{layer}» តូចជាង 0 ក្នុងវត្ថុ {count}៖ នៅទីនេះ បូកបានតែបរិមាណ 0 ឬធំជាងនេះ។ សូមកែ ឬជ្រើសរើសវាលផ្សេង (VALUE_FIELD)។</translation>
    </message>
    <message>
      <location filename="../../processing/hot_spots.py" />
      <source>factories without a number in field “{field}”: {count}</source>
      <translation>រោងចក្រគ្មានចំនួនក្នុងវាល «{field}»៖ {count}</translation>
    </message>
    <message>
      <location filename="../../processing/hot_spots.py" />
      <source>They add 0 to the value of their cell.</source>
      <translation>បូកជា 0 ក្នុងតម្លៃនៃក្រឡារបស់វា។</translation>
    </message>
    <message>
      <location filename="../../processing/hot_spots.py" />
      <source>Hot spots and cold spots of “{layer}”: {what} in cells of {size} m across flats.</source>
      <translation>ចំណុចក្តៅ និងចំណុចត្រជាក់នៃ «{layer}»៖ {what} ក្នុងក្រឡាទំហំ {size} m វាស់រវាងជ្រុងទល់មុខ។</translation>
    </message>
    <message>
      <location filename="../../processing/hot_spots.py" />
      <source>The factories, and the cell and class of the place they stand in.</source>
      <translation>រោងចក្រ ព្រមទាំងក្រឡា និងថ្នាក់នៃកន្លែងដែលវាស្ថិតនៅ។</translation>
    </message>
    <message>
      <location filename="../../processing/hot_spots.py" />
      <source>What was found of all cells together.</source>
      <translation>អ្វីដែលរកឃើញសម្រាប់ក្រឡាទាំងអស់រួមគ្នា។</translation>
    </message>
    <message>
      <location filename="../../processing/hot_spots.py" />
      <source>sum of {field}</source>
      <translation>ផលបូកនៃ {field}</translation>
    </message>
    <message>
      <location filename="../../processing/hot_spots.py" />
      <source>number of factories</source>
      <translation>ចំនួនរោងចក្រ</translation>
    </message>
    <message>
      <location filename="../../processing/hot_spots.py" />
      <source>factories in the layer</source>
      <translation>រោងចក្រក្នុងស្រទាប់</translation>
    </message>
    <message>
      <location filename="../../processing/hot_spots.py" />
      <source>factories in the cells</source>
      <translation>រោងចក្រក្នុងក្រឡា</translation>
    </message>
    <message>
      <location filename="../../processing/hot_spots.py" />
      <source>factories that have no usable location</source>
      <translation>រោងចក្រគ្មានទីតាំងដែលអាចប្រើបាន</translation>
    </message>
    <message>
      <location filename="../../processing/hot_spots.py" />
      <source>factories with a location outside of the area</source>
      <translation>រោងចក្រមានទីតាំងនៅក្រៅផ្ទៃ</translation>
    </message>
    <message>
      <location filename="../../processing/hot_spots.py" />
      <source>factories that may stand in another cell</source>
      <translation>រោងចក្រដែលអាចស្ថិតក្នុងក្រឡាផ្សេង</translation>
    </message>
    <message>
      <location filename="../../processing/hot_spots.py" />
      <source>metres across flats, from centre to centre of neighbours</source>
      <translation>ម៉ែត្រ វាស់រវាងជ្រុងទល់មុខ ស្មើនឹងចម្ងាយរវាងចំណុចកណ្តាលនៃក្រឡាជាប់គ្នា</translation>
    </message>
    <message>
      <location filename="../../processing/hot_spots.py" />
      <source>hectares</source>
      <translation>ហិកតា</translation>
    </message>
    <message>
      <location filename="../../processing/hot_spots.py" />
      <source>cells that take part</source>
      <translation>ក្រឡាដែលត្រូវបានគិត</translation>
    </message>
    <message>
      <location filename="../../processing/hot_spots.py" />
      <source>cells that hold a factory that counts</source>
      <translation>ក្រឡាដែលមានរោងចក្រត្រូវបានរាប់</translation>
    </message>
    <message>
      <location filename="../../processing/hot_spots.py" />
      <source>sum over all cells: {what}</source>
      <translation>ផលបូកលើក្រឡាទាំងអស់៖ {what}</translation>
    </message>
    <message>
      <location filename="../../processing/hot_spots.py" />
      <source>stand out by the normal distribution, not by random draws</source>
      <translation>លេចធ្លោតាមរបាយន័រម៉ាល់ មិនមែនតាមការចាប់យកដោយចៃដន្យ</translation>
    </message>
    <message>
      <location filename="../../processing/hot_spots.py" />
      <source>if the values lay without any pattern</source>
      <translation>បើតម្លៃស្ថិតនៅដោយគ្មានលំនាំ</translation>
    </message>
    <message>
      <location filename="../../processing/hot_spots.py" />
      <source>standard deviations above what is expected</source>
      <translation>ចំនួនគម្លាតស្តង់ដារ លើសពីតម្លៃរំពឹង</translation>
    </message>
    <message>
      <location filename="../../processing/hot_spots.py" />
      <source>chance of a value as far from what is expected, two-sided</source>
      <translation>ប្រូបាបនៃតម្លៃដែលឆ្ងាយពីតម្លៃរំពឹងប៉ុណ្ណេះ គិតទាំងសងខាង</translation>
    </message>
    <message>
      <location filename="../../processing/hot_spots.py" />
      <source>local Moran's I, false discovery rate up to 5 %</source>
      <translation>Moran's I តាមក្រឡា (local) អត្រារកឃើញខុសមិនលើស 5 %</translation>
    </message>
    <message>
      <location filename="../../processing/hot_spots.py" />
      <source>there was nothing to compare with</source>
      <translation>គ្មានអ្វីសម្រាប់ប្រៀបធៀបទេ</translation>
    </message>
    <message>
      <location filename="../../processing/hot_spots.py" />
      <source>more than elsewhere; false discovery rate up to {rate}</source>
      <translation>ច្រើនជាងកន្លែងផ្សេង អត្រារកឃើញខុសមិនលើស {rate}</translation>
    </message>
    <message>
      <location filename="../../processing/hot_spots.py" />
      <source>less than elsewhere; false discovery rate up to {rate}</source>
      <translation>តិចជាងកន្លែងផ្សេង អត្រារកឃើញខុសមិនលើស {rate}</translation>
    </message>
    <message>
      <location filename="../../processing/hot_spots.py" />
      <source>chance alone may well explain it</source>
      <translation>អាចពន្យល់បានដោយភាពចៃដន្យតែមួយមុខ</translation>
    </message>
    <message>
      <location filename="../../processing/hot_spots.py" />
      <source>Moran's I cannot be computed.</source>
      <translation>មិនអាចគណនា Moran's I បានទេ។</translation>
    </message>
    <message>
      <location filename="../../processing/hot_spots.py" />
      <source>Moran's I is {i} ({expected} if there were no pattern; z {z}, p {p}):</source>
      <translation>Moran's I គឺ {i} (បើគ្មានលំនាំ {expected}, z {z}, p {p})៖</translation>
    </message>
    <message>
      <location filename="../../processing/hot_spots.py" />
      <source>over the whole grid the values lie as they well could by chance.</source>
      <translation>ក្នុងក្រឡាចត្រង្គទាំងមូល តម្លៃស្ថិតនៅដូចដែលអាចកើតឡើងដោយចៃដន្យ។</translation>
    </message>
    <message>
      <location filename="../../processing/hot_spots.py" />
      <source>cells with high values lie beside each other more than chance explains.</source>
      <translation>ក្រឡាដែលមានតម្លៃខ្ពស់ ស្ថិតនៅជាប់គ្នា ច្រើនជាងអ្វីដែលភាពចៃដន្យអាចពន្យល់បាន។</translation>
    </message>
    <message>
      <location filename="../../processing/hot_spots.py" />
      <source>high and low values alternate more than chance explains.</source>
      <translation>តម្លៃខ្ពស់ និងតម្លៃទាប ឆ្លាស់គ្នា ច្រើនជាងអ្វីដែលភាពចៃដន្យអាចពន្យល់បាន។</translation>
    </message>
    <message>
      <location filename="../../processing/hot_spots.py" />
      <source>Cells are {size} m across flats ({hectares} ha).</source>
      <translation>ក្រឡាមានទំហំ {size} m វាស់រវាងជ្រុងទល់មុខ ({hectares} ha)។</translation>
    </message>
    <message>
      <location filename="../../processing/hot_spots.py" />
      <source>{cells} cells take part, {occupied} of them with factories: those with their centre in “{area}”, and those with a factory of it.</source>
      <translation>ក្រឡា {cells} ត្រូវបានគិត ក្នុងនោះ {occupied} មានរោងចក្រ៖ ក្រឡាដែលមានចំណុចកណ្តាលក្នុង «{area}» និងក្រឡាដែលមានរោងចក្ររបស់ផ្ទៃនោះ។</translation>
    </message>
    <message>
      <location filename="../../processing/hot_spots.py" />
      <source>{cells} cells take part, {occupied} of them with factories: those with their centre between the outermost factories (in their convex hull), and those with a factory. Choose an area (AREA): otherwise sea and foreign land between the factories count as empty ground.</source>
      <translation>ក្រឡា {cells} ត្រូវបានគិត ក្នុងនោះ {occupied} មានរោងចក្រ៖ ក្រឡាដែលមានចំណុចកណ្តាល រវាងរោងចក្រនៅជាយក្រៅបំផុត (ក្នុងពហុកោណប៉ោងរបស់វា) និងក្រឡាដែលមានរោងចក្រ។ សូមជ្រើសរើសផ្ទៃ (AREA)៖ បើមិនដូច្នេះ សមុទ្រ និងដីបរទេសរវាងរោងចក្រ រាប់ជាផ្ទៃដីទទេ។</translation>
    </message>
    <message>
      <location filename="../../processing/hot_spots.py" />
      <source>Factories that count: {counted} of {factories}; without a location: {lost}; outside the area: {outside}.</source>
      <translation>រោងចក្រដែលត្រូវបានរាប់៖ {counted} ក្នុងចំណោម {factories}។ គ្មានទីតាំង៖ {lost}។ ក្រៅផ្ទៃ៖ {outside}។</translation>
    </message>
    <message>
      <location filename="../../processing/hot_spots.py" />
      <source>The value of a cell: {what}; in all {total}.</source>
      <translation>តម្លៃនៃក្រឡា៖ {what}។ សរុប {total}។</translation>
    </message>
    <message>
      <location filename="../../processing/hot_spots.py" />
      <source>Cells are {size} m across flats ({hectares} ha), suggested: the ground holds no more useful cells.</source>
      <translation>ក្រឡាមានទំហំ {size} m វាស់រវាងជ្រុងទល់មុខ ({hectares} ha) តាមការស្នើ៖ ផ្ទៃដីនេះមិនអាចមានក្រឡាដែលមានប្រយោជន៍ច្រើនជាងនេះទេ។</translation>
    </message>
    <message>
      <location filename="../../processing/hot_spots.py" />
      <source>Cells are {size} m across flats ({hectares} ha), suggested: so that there are 100 cells or more.</source>
      <translation>ក្រឡាមានទំហំ {size} m វាស់រវាងជ្រុងទល់មុខ ({hectares} ha) តាមការស្នើ៖ ដើម្បីឱ្យមានក្រឡាយ៉ាងតិច 100។</translation>
    </message>
    <message>
      <location filename="../../processing/hot_spots.py" />
      <source>Cells are {size} m across flats ({hectares} ha), suggested: not many more than 20,000 cells.</source>
      <translation>ក្រឡាមានទំហំ {size} m វាស់រវាងជ្រុងទល់មុខ ({hectares} ha) តាមការស្នើ៖ ដើម្បីកុំឱ្យចំនួនក្រឡាលើស 20,000 ច្រើន។</translation>
    </message>
    <message>
      <location filename="../../processing/hot_spots.py" />
      <source>Cells are {size} m across flats ({hectares} ha), suggested: about as many cells as factories.</source>
      <translation>ក្រឡាមានទំហំ {size} m វាស់រវាងជ្រុងទល់មុខ ({hectares} ha) តាមការស្នើ៖ ចំនួនក្រឡាប្រហែលស្មើចំនួនរោងចក្រ។</translation>
    </message>
    <message>
      <location filename="../../processing/hot_spots.py" />
      <source>Cells are {size} m across flats ({hectares} ha), suggested by the number of factories and their ground.</source>
      <translation>ក្រឡាមានទំហំ {size} m វាស់រវាងជ្រុងទល់មុខ ({hectares} ha) តាមការស្នើ ផ្អែកលើចំនួនរោងចក្រ និងផ្ទៃដីរបស់រោងចក្រ។</translation>
    </message>
    <message>
      <location filename="../../processing/hot_spots.py" />
      <source>{name}: cells: {cells}; factories in them: {factories}.</source>
      <translation>{name}៖ ក្រឡា៖ {cells}។ រោងចក្រក្នុងនោះ៖ {factories}។</translation>
    </message>
    <message>
      <location filename="../../processing/hot_spots.py" />
      <source>Cells that stand out by the normal distribution only (class_z): {count}. They are possible hot or cold spots: where a few cells hold most, so much can come together by chance. Smaller cells may tell more.</source>
      <translation>ក្រឡាដែលលេចធ្លោតែតាមរបាយន័រម៉ាល់ (class_z)៖ {count}។ ក្រឡាទាំងនោះអាចជាចំណុចក្តៅ ឬត្រជាក់៖ កន្លែងដែលក្រឡាពីរបីមានភាគច្រើន ការប្រមូលផ្តុំបែបនេះ អាចកើតឡើងដោយចៃដន្យ។ ក្រឡាតូចជាង អាចបង្ហាញបានច្បាស់ជាង។</translation>
    </message>
    <message>
      <location filename="../../processing/hot_spots.py" />
      <source>With {draws} random draws fewer than {count} cells cannot be called hot or cold at 95 %: give more draws (PERMUTATIONS), or larger cells (CELL_SIZE).</source>
      <translation>ដោយការចាប់យកដោយចៃដន្យ {draws} ដង ក្រឡាតិចជាង {count} មិនអាចកំណត់ថាក្តៅ ឬត្រជាក់ នៅកម្រិត 95 % បានទេ៖ សូមបង្កើនចំនួនការចាប់យក (PERMUTATIONS) ឬបញ្ចូលក្រឡាធំជាង (CELL_SIZE)។</translation>
    </message>
    <message>
      <location filename="../../processing/hot_spots.py" />
      <source>All {cells} cells have the same value: nothing stands out, and there is nothing to test.</source>
      <translation>ក្រឡាទាំង {cells} មានតម្លៃដូចគ្នា៖ គ្មានអ្វីលេចធ្លោ ហើយគ្មានអ្វីត្រូវធ្វើតេស្តទេ។</translation>
    </message>
    <message>
      <location filename="../../processing/hot_spots.py" />
      <source>Number of cells that take part: {cells}. That is too few to be judged reliably ({least} or more are needed). Give a smaller cell size (CELL_SIZE), or a larger area (AREA).</source>
      <translation>ចំនួនក្រឡាដែលត្រូវបានគិត៖ {cells}។ ចំនួននេះតិចពេក មិនអាចវិនិច្ឆ័យឱ្យគួរទុកចិត្តបានទេ (ត្រូវការយ៉ាងតិច {least})។ សូមបញ្ចូលទំហំក្រឡាតូចជាង (CELL_SIZE) ឬផ្ទៃធំជាង (AREA)។</translation>
    </message>
    <message>
      <location filename="../../processing/hot_spots.py" />
      <source>The ground between the outermost factories is narrower than a cell, so there is hardly any empty ground to compare with: the result is not reliable. Choose an area (AREA), or smaller cells (CELL_SIZE).</source>
      <translation>ផ្ទៃដីរវាងរោងចក្រនៅជាយក្រៅបំផុត ចង្អៀតជាងក្រឡាមួយ ដូច្នេះ ស្ទើរតែគ្មានផ្ទៃដីទទេសម្រាប់ប្រៀបធៀប៖ លទ្ធផលមិនគួរទុកចិត្តទេ។ សូមជ្រើសរើសផ្ទៃមួយ (AREA) ឬក្រឡាតូចជាង (CELL_SIZE)។</translation>
    </message>
    <message>
      <location filename="../../processing/hot_spots.py" />
      <source>Factories whose place is known only to half a cell or worse: {count}. They may belong into another cell: larger cells (CELL_SIZE) are safer.</source>
      <translation>រោងចក្រដែលទីតាំងដឹងបានត្រឹមកន្លះក្រឡា ឬអន់ជាងនេះ៖ {count}។ រោងចក្រទាំងនោះអាចស្ថិតក្នុងក្រឡាផ្សេង៖ ក្រឡាធំជាង (CELL_SIZE) មានសុវត្ថិភាពជាង។</translation>
    </message>
    <message>
      <location filename="../../processing/hot_spots.py" />
      <source>Cells without any neighbour in the grid: {count}. They are judged by themselves alone.</source>
      <translation>ក្រឡាគ្មានក្រឡាជិតខាងក្នុងក្រឡាចត្រង្គ៖ {count}។ ក្រឡាទាំងនោះ ត្រូវបានវិនិច្ឆ័យដោយខ្លួនវាតែប៉ុណ្ណោះ។</translation>
    </message>
    <message>
      <location filename="../../processing/i18n.py" />
      <source>{name}: {value}</source>
      <translation>{name}៖ {value}</translation>
    </message>
    <message>
      <location filename="../../processing/inputs.py" />
      <source>size class</source>
      <translation>ទំហំសហគ្រាស</translation>
    </message>
    <message>
      <location filename="../../processing/inputs.py" />
      <source>operating status</source>
      <translation>ស្ថានភាពប្រតិបត្តិការ</translation>
    </message>
    <message>
      <location filename="../../processing/inputs.py" />
      <source>no {what}: {examples}; factories: {count}</source>
      <translation>មិនមែនជា{what}៖ {examples}។ ចំនួនរោងចក្រ៖ {count}</translation>
    </message>
    <message>
      <location filename="../../processing/inputs.py" />
      <source>Taken as not recorded. Known words: {known}.</source>
      <translation>រាប់ថាមិនបានកត់ត្រា។ ពាក្យដែលស្គាល់៖ {known}។</translation>
    </message>
    <message>
      <location filename="../../processing/inputs.py" />
      <source>problems of this kind, not listed: {count}</source>
      <translation>បញ្ហាប្រភេទនេះ ដែលមិនបានរាយ៖ {count}</translation>
    </message>
    <message>
      <location filename="../../processing/inputs.py" />
      <source>Taken as without a location: one factory, one place. Split it with “Multipart to singleparts”.</source>
      <translation>ចាត់ទុកថាគ្មានទីតាំង៖ រោងចក្រមួយ ត្រូវមានទីតាំងមួយ។ សូមបំបែកវាដោយ «Multipart to singleparts»។</translation>
    </message>
    <message>
      <location filename="../../processing/inputs.py" />
      <source>Taken as without a location: 0, 0 is how spreadsheets write “not known”. Give the feature a location.</source>
      <translation>ចាត់ទុកថាគ្មានទីតាំង៖ 0, 0 ជារបៀបដែលតារាងសន្លឹកកិច្ចការសរសេរថា «មិនដឹង»។ សូមផ្តល់ទីតាំងឱ្យវត្ថុនេះ។</translation>
    </message>
    <message>
      <location filename="../../processing/inputs.py" />
      <source>no factory has a usable location</source>
      <translation>គ្មានរោងចក្រណា មានទីតាំងដែលអាចប្រើបានទេ</translation>
    </message>
    <message>
      <location filename="../../processing/inputs.py" />
      <source>Are X and Y, or longitude and latitude, swapped? Is the layer's CRS the one the numbers are in?</source>
      <translation>តើ X និង Y ឬរយៈបណ្តោយ និងរយៈទទឹង ត្រូវបានដាក់ច្រឡំលំដាប់ឬ? តើ CRS របស់ស្រទាប់ ត្រូវនឹងលេខកូអរដោនេឬទេ?</translation>
    </message>
    <message>
      <location filename="../../processing/inputs.py" />
      <source>factories without an id: {count}</source>
      <translation>រោងចក្រគ្មានលេខសម្គាល់៖ {count}</translation>
    </message>
    <message>
      <location filename="../../processing/inputs.py" />
      <source>Choose the id field, or give each an id; the feature number, which may change, stands in for it.</source>
      <translation>សូមជ្រើសរើសវាលលេខសម្គាល់ ឬដាក់លេខសម្គាល់ឱ្យរោងចក្រនីមួយៗ។ លេខរបស់វត្ថុ ដែលអាចប្រែប្រួល ត្រូវបានប្រើជំនួសជាបណ្តោះអាសន្ន។</translation>
    </message>
    <message>
      <location filename="../../processing/inputs.py" />
      <source>activity numbers of three digits that may have lost a leading zero: {count}</source>
      <translation>លេខសកម្មភាពបីខ្ទង់ ដែលអាចបាត់លេខសូន្យនៅខាងដើម៖ {count}</translation>
    </message>
    <message>
      <location filename="../../processing/inputs.py" />
      <source>Store ISIC codes as text: {code} is read as it stands, but may have been 0{code}.</source>
      <translation>សូមរក្សាទុកកូដ ISIC ជាអក្សរ៖ {code} ត្រូវបានអានតាមដែលមាន ប៉ុន្តែអាចជា 0{code}។</translation>
    </message>
    <message>
      <location filename="../../processing/inputs.py" />
      <source>accuracy “{value}” is not a number of metres</source>
      <translation>ភាពត្រឹមត្រូវ «{value}» មិនមែនជាចំនួនម៉ែត្រទេ</translation>
    </message>
    <message>
      <location filename="../../processing/inputs.py" />
      <source>{default} m was taken instead; enter a number, 0 or more, or nothing.</source>
      <translation>បានយក {default} m ជំនួស។ សូមបញ្ចូលចំនួន 0 ឬធំជាងនេះ ឬទុកទទេ។</translation>
    </message>
    <message>
      <location filename="../../processing/inputs.py" />
      <source>factory id “{id}” is used more than once</source>
      <translation>លេខសម្គាល់រោងចក្រ «{id}» ត្រូវបានប្រើលើសពីម្តង</translation>
    </message>
    <message>
      <location filename="../../processing/inputs.py" />
      <source>Give each factory its own id; until then the results of both stand under the same one.</source>
      <translation>សូមផ្តល់លេខសម្គាល់ផ្ទាល់ខ្លួនដល់រោងចក្រនីមួយៗ។ មុនពេលនោះ លទ្ធផលរបស់រោងចក្រទាំងពីរ ស្ថិតក្រោមលេខសម្គាល់តែមួយ។</translation>
    </message>
    <message>
      <location filename="../../processing/mapping/apply.py" />
      <source>the row has more values than there are columns: {values}</source>
      <translation>ជួរនេះមានតម្លៃច្រើនជាងចំនួនជួរឈរ៖ {values}</translation>
    </message>
    <message>
      <location filename="../../processing/mapping/apply.py" />
      <source>a quotation mark is not closed in row {row}: take it out, or write two</source>
      <translation>សញ្ញាសម្រង់មិនបានបិទ ក្នុងជួរទី {row}៖ សូមដកវាចេញ ឬសរសេរវាពីរ</translation>
    </message>
    <message>
      <location filename="../../processing/mapping/apply.py" />
      <source>“{value}” was read as no value</source>
      <translation>«{value}» ត្រូវបានអានថាគ្មានតម្លៃ</translation>
    </message>
    <message>
      <location filename="../../processing/mapping/apply.py" />
      <source>The expression “{expression}” of the mapping profile cannot be evaluated: {why}.</source>
      <translation>មិនអាចគណនាកន្សោម «{expression}» នៃទម្រង់ផ្គូផ្គងបានទេ៖ {why}។</translation>
    </message>
    <message>
      <location filename="../../processing/mapping/apply.py" />
      <source>“{value}” was taken as 0{value}: a spreadsheet drops the zero before a number</source>
      <translation>«{value}» ត្រូវបានយកជា 0{value}៖ តារាងសន្លឹកកិច្ចការលុបលេខសូន្យនៅមុខចំនួន</translation>
    </message>
    <message>
      <location filename="../../processing/mapping/apply.py" />
      <source>“{value}” may be {as_written}, or {padded} of which a spreadsheet dropped the zero: write the code in full, or say under “zeros” in the mapping profile which is meant</source>
      <translation>«{value}» អាចជា {as_written} ឬ {padded} ដែលតារាងសន្លឹកកិច្ចការបានលុបលេខសូន្យនៅខាងដើម៖ សូមសរសេរលេខកូដឱ្យពេញ ឬបញ្ជាក់ក្រោម «zeros» ក្នុងទម្រង់ផ្គូផ្គងថា ចង់សំដៅលើមួយណា</translation>
    </message>
    <message>
      <location filename="../../processing/mapping/apply.py" />
      <source>“{value}” does not look like {field}: text like {examples} is needed</source>
      <translation>«{value}» មើលទៅមិនដូច {field} ទេ៖ ត្រូវការអត្ថបទដូចជា {examples}</translation>
    </message>
    <message>
      <location filename="../../processing/mapping/apply.py" />
      <source>“{value}” is longer than the {length} characters of {field}</source>
      <translation>«{value}» វែងជាង {length} តួអក្សរ ដែល {field} អាចផ្ទុកបាន</translation>
    </message>
    <message>
      <location filename="../../processing/mapping/apply.py" />
      <location filename="../../processing/mapping/profile.py" />
      <location filename="../../processing/rules/schema.py" />
      <source>“{value}” is none of: {known}</source>
      <translation>«{value}» មិនមែនជាតម្លៃណាមួយក្នុងចំណោម៖ {known}</translation>
    </message>
    <message>
      <location filename="../../processing/mapping/apply.py" />
      <source>“{value}” is not between {low} and {high}</source>
      <translation>«{value}» មិនស្ថិតនៅចន្លោះ {low} និង {high} ទេ</translation>
    </message>
    <message>
      <location filename="../../processing/mapping/apply.py" />
      <source>“{value}” packs several values; part {part}, “{taken}”, was taken</source>
      <translation>«{value}» មានតម្លៃច្រើនបញ្ចូលគ្នា។ បានយកផ្នែកទី {part} គឺ «{taken}»</translation>
    </message>
    <message>
      <location filename="../../processing/mapping/apply.py" />
      <source>“{value}” is in UTC and was taken as {day}, the day in Cambodia</source>
      <translation>«{value}» គិតតាម UTC ហើយត្រូវបានយកជា {day} ដែលជាថ្ងៃនៅកម្ពុជា</translation>
    </message>
    <message>
      <location filename="../../processing/mapping/apply.py" />
      <source>“{value}” is in UTC and was taken as it stands; in Cambodia it may be the day after</source>
      <translation>«{value}» គិតតាម UTC ហើយត្រូវបានយកតាមដែលមាន។ នៅកម្ពុជា អាចជាថ្ងៃបន្ទាប់</translation>
    </message>
    <message>
      <location filename="../../processing/mapping/apply.py" />
      <source>“{value}” is a year alone: taken as {day}</source>
      <translation>«{value}» មានតែឆ្នាំ៖ ត្រូវបានយកជា {day}</translation>
    </message>
    <message>
      <location filename="../../processing/mapping/apply.py" />
      <source>longer than the {length} characters of the field; the rest stands here only</source>
      <translation>វែងជាង {length} តួអក្សរ ដែលវាលអាចផ្ទុកបាន។ ផ្នែកដែលនៅសល់ មានតែនៅទីនេះប៉ុណ្ណោះ</translation>
    </message>
    <message>
      <location filename="../../processing/mapping/apply.py" />
      <source>no coordinate: the factory has no point</source>
      <translation>គ្មានកូអរដោនេ៖ រោងចក្រនេះគ្មានចំណុចទេ</translation>
    </message>
    <message>
      <location filename="../../processing/mapping/apply.py" />
      <source>{why}; the factory has no point, and loc_original keeps the text</source>
      <translation>{why} ដូច្នេះ រោងចក្រនេះគ្មានចំណុចទេ ហើយ loc_original រក្សាអត្ថបទដើមទុក</translation>
    </message>
    <message>
      <location filename="../../processing/mapping/apply.py" />
      <source>read as {lat}, {lon} (latitude, longitude): {how}</source>
      <translation>បានអានជា {lat}, {lon} (រយៈទទឹង រយៈបណ្តោយ)៖ {how}</translation>
    </message>
    <message>
      <location filename="../../processing/mapping/apply.py" />
      <source>in {datum}: moved to WGS 84 by the pinned operation, which is good to {metres} m</source>
      <translation>ក្នុង {datum}៖ បានបម្លែងទៅ WGS 84 ដោយប្រតិបត្តិការដែលបានកំណត់ជាក់លាក់ ដែលត្រឹមត្រូវដល់ {metres} m</translation>
    </message>
    <message>
      <location filename="../../processing/mapping/apply.py" />
      <source>the two numbers stand the other way round</source>
      <translation>លេខទាំងពីរត្រូវបានដាក់ច្រឡំលំដាប់</translation>
    </message>
    <message>
      <location filename="../../processing/mapping/apply.py" />
      <source>the link says only where the middle of the map was, which may be beside the place</source>
      <translation>តំណនេះប្រាប់តែចំណុចកណ្តាលនៃផែនទី ដែលអាចនៅក្បែរទីតាំងពិត</translation>
    </message>
    <message>
      <location filename="../../processing/mapping/apply.py" />
      <source>the middle of a square of the military grid</source>
      <translation>ចំណុចកណ្តាលនៃការ៉េក្រឡាយោធា (MGRS)</translation>
    </message>
    <message>
      <location filename="../../processing/mapping/apply.py" />
      <source>Khmer digits</source>
      <translation>លេខខ្មែរ</translation>
    </message>
    <message>
      <location filename="../../processing/mapping/apply.py" />
      <source>a comma before the decimals</source>
      <translation>សញ្ញាក្បៀសនៅមុខខ្ទង់ទសភាគ</translation>
    </message>
    <message>
      <location filename="../../processing/mapping/apply.py" />
      <source>which is latitude and which longitude follows from their ranges</source>
      <translation>មួយណាជារយៈទទឹង និងមួយណាជារយៈបណ្តោយ កំណត់តាមចន្លោះតម្លៃរបស់វា</translation>
    </message>
    <message>
      <location filename="../../processing/mapping/apply.py" />
      <source>signs between the thousands</source>
      <translation>សញ្ញារវាងខ្ទង់ពាន់</translation>
    </message>
    <message>
      <location filename="../../processing/mapping/apply.py" />
      <source>a number with an exponent</source>
      <translation>លេខមាននិទស្សន្ត</translation>
    </message>
    <message>
      <location filename="../../processing/mapping/apply.py" />
      <source>an apostrophe before the number</source>
      <translation>សញ្ញាអាប៉ូស្ត្រូហ្វ (') នៅមុខលេខ</translation>
    </message>
    <message>
      <location filename="../../processing/mapping/apply.py" />
      <source>the zone stands with the numbers</source>
      <translation>តំបន់ UTM សរសេរជាមួយលេខ</translation>
    </message>
    <message>
      <location filename="../../processing/mapping/apply.py" />
      <source>not a point: a point inside of it was taken</source>
      <translation>មិនមែនជាចំណុចទេ៖ បានយកចំណុចមួយនៅខាងក្នុងវា</translation>
    </message>
    <message>
      <location filename="../../processing/mapping/apply.py" />
      <source>not a point that can be used; loc_original keeps the text</source>
      <translation>មិនមែនជាចំណុចដែលអាចប្រើបានទេ loc_original រក្សាអត្ថបទដើមទុក</translation>
    </message>
    <message>
      <location filename="../../processing/mapping/apply.py" />
      <source>moved to WGS 84 by “{operation}”, which is good to {metres} m</source>
      <translation>បានបម្លែងទៅ WGS 84 ដោយ «{operation}» ដែលត្រឹមត្រូវដល់ {metres} m</translation>
    </message>
    <message>
      <location filename="../../processing/mapping/apply.py" />
      <source>“{value}” is a former code or a unit that was split: {code} now ({certainty})</source>
      <translation>«{value}» ជាលេខកូដចាស់ ឬឯកតារដ្ឋបាលដែលត្រូវបានបំបែក៖ ឥឡូវនេះ {code} ({certainty})</translation>
    </message>
    <message>
      <location filename="../../processing/mapping/apply.py" />
      <source>“{value}” belonged to another unit before: {code} now ({certainty})</source>
      <translation>«{value}» ពីមុនស្ថិតក្រោមឯកតារដ្ឋបាលផ្សេង៖ ឥឡូវនេះ {code} ({certainty})</translation>
    </message>
    <message>
      <location filename="../../processing/mapping/apply.py" />
      <source>“{value}” was taken for {code} by its spelling ({certainty})</source>
      <translation>«{value}» ត្រូវបានយកជា {code} តាមអក្ខរាវិរុទ្ធរបស់វា ({certainty})</translation>
    </message>
    <message>
      <location filename="../../processing/mapping/apply.py" />
      <source>“{value}” was taken for {code}, another name of it ({certainty})</source>
      <translation>«{value}» ត្រូវបានយកជា {code} ព្រោះជាឈ្មោះមួយទៀតរបស់វា ({certainty})</translation>
    </message>
    <message>
      <location filename="../../processing/mapping/apply.py" />
      <source>{code} follows from the finer units of the row ({certainty})</source>
      <translation>{code} បានមកពីឯកតារដ្ឋបាលថ្នាក់ក្រោមក្នុងជួរនេះ ({certainty})</translation>
    </message>
    <message>
      <location filename="../../processing/mapping/apply.py" />
      <source>“{value}” may be {code}, but that is only {certainty}: not taken</source>
      <translation>«{value}» អាចជា {code} ប៉ុន្តែកម្រិតប្រាកដត្រឹមតែ «{certainty}» ប៉ុណ្ណោះ៖ មិនបានយកទេ</translation>
    </message>
    <message>
      <location filename="../../processing/mapping/apply.py" />
      <source>“{value}” is no unit of the list there</source>
      <translation>«{value}» មិនមែនជាឯកតារដ្ឋបាលក្នុងបញ្ជីនៅទីនោះទេ</translation>
    </message>
    <message>
      <location filename="../../processing/mapping/profile.py" />
      <source>Mapping profile “{name}” is a list or a text, not names with values. Copy one that ships and change it.</source>
      <translation>ទម្រង់ផ្គូផ្គង «{name}» ជាបញ្ជីរាយ ឬអត្ថបទ មិនមែនជាឈ្មោះជាមួយតម្លៃទេ។ សូមចម្លងទម្រង់មួយដែលភ្ជាប់មកជាមួយ រួចកែវា។</translation>
    </message>
    <message>
      <location filename="../../processing/mapping/profile.py" />
      <source>Mapping profile “{name}” has {count} mistake(s):
{list}</source>
      <translation>ទម្រង់ផ្គូផ្គង «{name}» មានកំហុស {count}៖
{list}</translation>
    </message>
    <message>
      <location filename="../../processing/mapping/profile.py" />
      <source>the register has no field “{name}” (did you mean {close}?)</source>
      <translation>បញ្ជីរោងចក្រគ្មានវាល «{name}» ទេ (តើចង់សរសេរ {close} ឬ?)</translation>
    </message>
    <message>
      <location filename="../../processing/mapping/profile.py" />
      <source>the register has no field “{name}”; it has: {fields}</source>
      <translation>បញ្ជីរោងចក្រគ្មានវាល «{name}» ទេ វាលដែលមាន៖ {fields}</translation>
    </message>
    <message>
      <location filename="../../processing/mapping/profile.py" />
      <source>either “from” (a column) or “expression” is needed</source>
      <translation>ត្រូវការ «from» (ជួរឈរមួយ) ឬ «expression» មួយក្នុងចំណោមពីរ</translation>
    </message>
    <message>
      <location filename="../../processing/mapping/profile.py" />
      <source>QGIS cannot read this expression: {why}</source>
      <translation>QGIS មិនអាចអានកន្សោមនេះបានទេ៖ {why}</translation>
    </message>
    <message>
      <location filename="../../processing/mapping/profile.py" />
      <source>{entry} is for dates, but {field} is none</source>
      <translation>{entry} សម្រាប់តែកាលបរិច្ឆេទ ប៉ុន្តែ {field} មិនមែនជាកាលបរិច្ឆេទទេ</translation>
    </message>
    <message>
      <location filename="../../processing/mapping/profile.py" />
      <source>dots is for numbers, but {field} is none</source>
      <translation>dots សម្រាប់តែចំនួន ប៉ុន្តែ {field} មិនមែនជាចំនួនទេ</translation>
    </message>
    <message>
      <location filename="../../processing/mapping/profile.py" />
      <source>zeros is for codes of ISIC, but {field} has none</source>
      <translation>zeros សម្រាប់តែលេខកូដ ISIC ប៉ុន្តែ {field} គ្មានលេខកូដនេះទេ</translation>
    </message>
    <message>
      <location filename="../../processing/mapping/profile.py" />
      <source>{entry} needs “values”</source>
      <translation>{entry} ត្រូវការ «values»</translation>
    </message>
    <message>
      <location filename="../../processing/mapping/profile.py" />
      <source>a text is needed; put it in quotes</source>
      <translation>ត្រូវការអត្ថបទ សូមដាក់វាក្នុងសញ្ញាសម្រង់</translation>
    </message>
    <message>
      <location filename="../../processing/mapping/profile.py" />
      <location filename="../../processing/rules/schema.py" />
      <source>a whole number is needed</source>
      <translation>ត្រូវការចំនួនគត់</translation>
    </message>
    <message>
      <location filename="../../processing/mapping/profile.py" />
      <location filename="../../processing/rules/schema.py" />
      <source>a number is needed</source>
      <translation>ត្រូវការចំនួន</translation>
    </message>
    <message>
      <location filename="../../processing/mapping/profile.py" />
      <source>a date like 2024-05-20 is needed</source>
      <translation>ត្រូវការកាលបរិច្ឆេទ ដូចជា 2024-05-20</translation>
    </message>
    <message>
      <location filename="../../processing/mapping/profile.py" />
      <source>no column gives {field}; name it under “fields”</source>
      <translation>គ្មានជួរឈរណាផ្តល់ {field} ទេ សូមបញ្ជាក់វាក្រោម «fields»</translation>
    </message>
    <message>
      <location filename="../../processing/mapping/profile.py" />
      <source>no column gives factory_id: name it, or say under “ids” how new ids are made</source>
      <translation>គ្មានជួរឈរណាផ្តល់ factory_id ទេ៖ សូមបញ្ជាក់ជួរឈរនោះ ឬប្រាប់ក្រោម «ids» អំពីរបៀបបង្កើតលេខសម្គាល់ថ្មី</translation>
    </message>
    <message>
      <location filename="../../processing/mapping/profile.py" />
      <source>“{number}” is needed in the pattern, or all ids would be alike</source>
      <translation>លំនាំត្រូវមាន «{number}» បើមិនដូច្នេះ លេខសម្គាល់ទាំងអស់នឹងដូចគ្នា</translation>
    </message>
    <message>
      <location filename="../../processing/mapping/profile.py" />
      <source>one of these is needed: geometry: true, both, wkt, or first and second</source>
      <translation>ត្រូវការមួយក្នុងចំណោមនេះ៖ geometry: true, both, wkt ឬ first និង second</translation>
    </message>
    <message>
      <location filename="../../processing/mapping/profile.py" />
      <source>first and second are needed together</source>
      <translation>first និង second ត្រូវមានជាមួយគ្នា</translation>
    </message>
    <message>
      <location filename="../../processing/mapping/profile.py" />
      <source>order is for first and second</source>
      <translation>order ប្រើបានតែជាមួយ first និង second</translation>
    </message>
    <message>
      <location filename="../../processing/mapping/profile.py" />
      <source>the rows of the source have no geometry</source>
      <translation>ជួរនៃប្រភព គ្មានរូបធរណីមាត្រទេ</translation>
    </message>
    <message>
      <location filename="../../processing/mapping/profile.py" />
      <source>the source has no column “{name}” (did you mean “{close}”?)</source>
      <translation>ប្រភពគ្មានជួរឈរ «{name}» ទេ (តើចង់សរសេរ «{close}» ឬ?)</translation>
    </message>
    <message>
      <location filename="../../processing/mapping/profile.py" />
      <source>the source has no column “{name}”; it has: {names}</source>
      <translation>ប្រភពគ្មានជួរឈរ «{name}» ទេ ជួរឈរដែលមាន៖ {names}</translation>
    </message>
    <message>
      <location filename="../../processing/mapping/profile.py" />
      <source>The mapping does not fit the source:
{list}</source>
      <translation>ការផ្គូផ្គងមិនត្រូវនឹងប្រភពទេ៖
{list}</translation>
    </message>
    <message>
      <location filename="../../processing/mapping/suggest.py" />
      <source>No column holds an activity (isic): rows are rejected until the profile has a default for it.</source>
      <translation>គ្មានជួរឈរណាមានសកម្មភាព (isic) ទេ៖ ជួរមិនត្រូវបានទទួលទេ រហូតដល់ទម្រង់ផ្គូផ្គងមានតម្លៃលំនាំដើមសម្រាប់វា។</translation>
    </message>
    <message>
      <location filename="../../processing/mapping/suggest.py" />
      <source>No column holds a province: rows are rejected until the profile has a default for it.</source>
      <translation>គ្មានជួរឈរណាមានរាជធានី-ខេត្តទេ៖ ជួរមិនត្រូវបានទទួលទេ រហូតដល់ទម្រង់ផ្គូផ្គងមានតម្លៃលំនាំដើមសម្រាប់វា។</translation>
    </message>
    <message>
      <location filename="../../processing/mapping/suggest.py" />
      <source>No column with coordinates was found: new factories will have no point. Name the columns under “coordinates” in the profile if there are some. Columns: {names}.</source>
      <translation>រកមិនឃើញជួរឈរដែលមានកូអរដោនេទេ៖ រោងចក្រថ្មីនឹងគ្មានចំណុច។ បើមានជួរឈរបែបនេះ សូមបញ្ជាក់ឈ្មោះវានៅក្រោម «coordinates» ក្នុងទម្រង់ផ្គូផ្គង។ ជួរឈរ៖ {names}។</translation>
    </message>
    <message>
      <location filename="../../processing/mapping/suggest.py" />
      <source>{what} Nothing can be suggested for it.</source>
      <translation>{what} មិនអាចស្នើអ្វីសម្រាប់វាបានទេ។</translation>
    </message>
    <message>
      <location filename="../../processing/mapping/suggest.py" />
      <source>its name; it is empty</source>
      <translation>ឈ្មោះរបស់វា ប៉ុន្តែវាទទេ</translation>
    </message>
    <message>
      <location filename="../../processing/mapping/suggest.py" />
      <source>{share} of its values {what}</source>
      <translation>{share} នៃតម្លៃរបស់វា {what}</translation>
    </message>
    <message>
      <location filename="../../processing/mapping/suggest.py" />
      <source>its name</source>
      <translation>ឈ្មោះរបស់វា</translation>
    </message>
    <message>
      <location filename="../../processing/mapping/suggest.py" />
      <source>look like ids, each once</source>
      <translation>មើលទៅដូចជាលេខសម្គាល់ ដែលមានតែម្តងៗ</translation>
    </message>
    <message>
      <location filename="../../processing/mapping/suggest.py" />
      <source>differ</source>
      <translation>ខុសៗគ្នា</translation>
    </message>
    <message>
      <location filename="../../processing/mapping/suggest.py" />
      <source>are Khmer</source>
      <translation>ជាអក្សរខ្មែរ</translation>
    </message>
    <message>
      <location filename="../../processing/mapping/suggest.py" />
      <source>have Latin letters</source>
      <translation>មានអក្សរឡាតាំង</translation>
    </message>
    <message>
      <location filename="../../processing/mapping/suggest.py" />
      <source>are codes of ISIC</source>
      <translation>ជាលេខកូដ ISIC</translation>
    </message>
    <message>
      <location filename="../../processing/mapping/suggest.py" />
      <source>are whole numbers</source>
      <translation>ជាចំនួនគត់</translation>
    </message>
    <message>
      <location filename="../../processing/mapping/suggest.py" />
      <source>are numbers</source>
      <translation>ជាចំនួន</translation>
    </message>
    <message>
      <location filename="../../processing/mapping/suggest.py" />
      <source>are latitudes of Cambodia</source>
      <translation>ជារយៈទទឹងក្នុងប្រទេសកម្ពុជា</translation>
    </message>
    <message>
      <location filename="../../processing/mapping/suggest.py" />
      <source>are longitudes of Cambodia</source>
      <translation>ជារយៈបណ្តោយក្នុងប្រទេសកម្ពុជា</translation>
    </message>
    <message>
      <location filename="../../processing/mapping/suggest.py" />
      <source>are eastings of UTM zone 48</source>
      <translation>ជាកូអរដោនេទិសខាងកើត (easting) នៃ UTM តំបន់ 48</translation>
    </message>
    <message>
      <location filename="../../processing/mapping/suggest.py" />
      <source>are northings of UTM zone 48</source>
      <translation>ជាកូអរដោនេទិសខាងជើង (northing) នៃ UTM តំបន់ 48</translation>
    </message>
    <message>
      <location filename="../../processing/mapping/suggest.py" />
      <source>are coordinates</source>
      <translation>ជាកូអរដោនេ</translation>
    </message>
    <message>
      <location filename="../../processing/mapping/suggest.py" />
      <source>are points as WKT</source>
      <translation>ជាចំណុចក្នុងទម្រង់ WKT</translation>
    </message>
    <message>
      <location filename="../../processing/mapping/suggest.py" />
      <source>are provinces</source>
      <translation>ជារាជធានី-ខេត្ត</translation>
    </message>
    <message>
      <location filename="../../processing/mapping/suggest.py" />
      <source>may be names or codes</source>
      <translation>អាចជាឈ្មោះ ឬលេខកូដ</translation>
    </message>
    <message>
      <location filename="../../processing/mapping/suggest.py" />
      <source>are dates</source>
      <translation>ជាកាលបរិច្ឆេទ</translation>
    </message>
    <message>
      <location filename="../../processing/mapping/suggest.py" />
      <source>are in the list</source>
      <translation>មានក្នុងបញ្ជី</translation>
    </message>
    <message>
      <location filename="../../processing/mapping/suggest.py" />
      <source>Suggested from the names and the first values of the columns of “{table}”.</source>
      <translation>ស្នើតាមឈ្មោះ និងតម្លៃដំបូងៗនៃជួរឈររបស់ «{table}»។</translation>
    </message>
    <message>
      <location filename="../../processing/mapping/suggest.py" />
      <source>Look at every line before the first import; “possible” ones above all.</source>
      <translation>សូមពិនិត្យគ្រប់បន្ទាត់ មុនការនាំចូលលើកដំបូង ជាពិសេសបន្ទាត់ «អាចទៅរួច»។</translation>
    </message>
    <message>
      <location filename="../../processing/mapping/suggest.py" />
      <source>Suggested for {table}</source>
      <translation>ស្នើសម្រាប់ {table}</translation>
    </message>
    <message>
      <location filename="../../processing/mapping/suggest.py" />
      <source>Columns that are not used, with examples:</source>
      <translation>ជួរឈរដែលមិនត្រូវបានប្រើ ព្រមទាំងឧទាហរណ៍៖</translation>
    </message>
    <message>
      <location filename="../../processing/mapping/suggest.py" />
      <source>To be filled in: name the key, and take away the “#” before each line that is right.</source>
      <translation>ត្រូវបំពេញ៖ សូមបញ្ជាក់វាលសម្គាល់ រួចលុប «#» នៅមុខបន្ទាត់នីមួយៗដែលត្រឹមត្រូវ។</translation>
    </message>
    <message>
      <location filename="../../processing/mapping/suggest.py" />
      <source>the field by which a row is found again: {names}</source>
      <translation>វាលដែលប្រើសម្រាប់រកជួរឡើងវិញ៖ {names}</translation>
    </message>
    <message>
      <location filename="../../processing/mapping/suggest.py" />
      <source>Fields of the register: {names}</source>
      <translation>វាលនៃបញ្ជីរោងចក្រ៖ {names}</translation>
    </message>
    <message>
      <location filename="../../processing/mapping/suggest.py" />
      <source>the factories have ids</source>
      <translation>រោងចក្រមានលេខសម្គាល់</translation>
    </message>
    <message>
      <location filename="../../processing/mapping/suggest.py" />
      <source>new factories get the next free number</source>
      <translation>រោងចក្រថ្មី ទទួលលេខទំនេរបន្ទាប់</translation>
    </message>
    <message>
      <location filename="../../processing/mapping/suggest.py" />
      <source>every row has one, and they differ</source>
      <translation>គ្រប់ជួរមានមួយ ហើយខុសៗគ្នា</translation>
    </message>
    <message>
      <location filename="../../processing/mapping/suggest.py" />
      <source>likely: made from the numbers of a column</source>
      <translation>ទំនង៖ បង្កើតពីលេខក្នុងជួរឈរមួយ</translation>
    </message>
    <message>
      <location filename="../../processing/mapping/suggest.py" />
      <source>possible: the names differ, but may be spelled otherwise next time</source>
      <translation>អាចទៅរួច៖ ឈ្មោះខុសៗគ្នា ប៉ុន្តែលើកក្រោយអាចសរសេរខុសពីនេះ</translation>
    </message>
    <message>
      <location filename="../../processing/mapping/suggest.py" />
      <source>possible: most rows have one of their own; a row that repeats one is rejected</source>
      <translation>អាចទៅរួច៖ ជួរភាគច្រើនមានតម្លៃផ្ទាល់ខ្លួន។ ជួរដែលមានតម្លៃដដែល មិនត្រូវបានទទួលទេ</translation>
    </message>
    <message>
      <location filename="../../processing/mapping/suggest.py" />
      <source>possible: a running number. Numbered anew, or in another list, it means another factory, and that one would be overwritten. Name a licence number or an id instead if there is one</source>
      <translation>អាចទៅរួច៖ លេខរៀង។ បើដាក់លេខរៀងឡើងវិញ ឬក្នុងបញ្ជីផ្សេង វាសំដៅលើរោងចក្រផ្សេង ហើយរោងចក្រនោះនឹងត្រូវបានសរសេរជាន់លើ។ បើមានលេខលិខិតអនុញ្ញាត ឬលេខសម្គាល់ សូមបញ្ជាក់វាជំនួសវិញ</translation>
    </message>
    <message>
      <location filename="../../processing/mapping/suggest.py" />
      <source>not every row has one of its own</source>
      <translation>មិនមែនគ្រប់ជួរសុទ្ធតែមានតម្លៃផ្ទាល់ខ្លួនទេ</translation>
    </message>
    <message>
      <location filename="../../processing/mapping/suggest.py" />
      <source>No column of “{table}” tells one row from another (an id, a licence number, a running number). Add one, or write a profile that names the key. Its columns: {names}.</source>
      <translation>គ្មានជួរឈរណានៃ «{table}» អាចសម្គាល់ជួរមួយពីជួរមួយទៀតបានទេ (លេខសម្គាល់ លេខលិខិតអនុញ្ញាត ឬលេខរៀង)។ សូមបន្ថែមមួយ ឬសរសេរទម្រង់ផ្គូផ្គងដែលបញ្ជាក់វាលសម្គាល់។ ជួរឈរដែលមាន៖ {names}។</translation>
    </message>
    <message>
      <location filename="../../processing/mapping/suggest.py" />
      <source>{own} of {rows} rows have one of their own; a row without one, or that repeats one, is rejected</source>
      <translation>{own} ជួរ ក្នុងចំណោម {rows} មានតម្លៃផ្ទាល់ខ្លួន។ ជួរដែលគ្មានតម្លៃ ឬមានតម្លៃដដែល មិនត្រូវបានទទួលទេ</translation>
    </message>
    <message>
      <location filename="../../processing/mapping/suggest.py" />
      <source>they differ in every row</source>
      <translation>លេខទាំងនោះខុសគ្នាក្នុងជួរនីមួយៗ</translation>
    </message>
    <message>
      <location filename="../../processing/mapping/suggest.py" />
      <source>No column of “{table}” looks like a field of the register. Its columns: {names}.</source>
      <translation>គ្មានជួរឈរណានៃ «{table}» មើលទៅដូចជាវាលនៃបញ្ជីរោងចក្រទេ។ ជួរឈរដែលមាន៖ {names}។</translation>
    </message>
    <message>
      <location filename="../../processing/mapping/suggest.py" />
      <source>rows with these are rejected</source>
      <translation>ជួរដែលមានតម្លៃទាំងនេះ មិនត្រូវបានទទួលទេ</translation>
    </message>
    <message>
      <location filename="../../processing/mapping/suggest.py" />
      <source>left empty</source>
      <translation>ទុកទទេ</translation>
    </message>
    <message>
      <location filename="../../processing/mapping/suggest.py" />
      <source>not understood ({what}); give each its code, one of {codes}, and take away the “#”:</source>
      <translation>មិនយល់ ({what})។ សូមដាក់កូដឱ្យតម្លៃនីមួយៗ ដោយយកមួយក្នុងចំណោម {codes} រួចលុប «#» ចេញ៖</translation>
    </message>
    <message>
      <location filename="../../processing/mapping/suggest.py" />
      <source>and {count} more</source>
      <translation>និង {count} ទៀត</translation>
    </message>
    <message>
      <location filename="../../processing/mapping/suggest.py" />
      <source>not understood: {examples}; give them under “values”, or they are left empty</source>
      <translation>មិនយល់៖ {examples}។ សូមបញ្ជាក់វាក្រោម «values» បើមិនដូច្នេះ វាត្រូវបានទុកទទេ</translation>
    </message>
    <message>
      <location filename="../../processing/mapping/suggest.py" />
      <source>not understood: {examples}; they are left empty</source>
      <translation>មិនយល់៖ {examples}។ តម្លៃទាំងនេះត្រូវបានទុកទទេ</translation>
    </message>
    <message>
      <location filename="../../processing/mapping/suggest.py" />
      <source>“year: first” takes a year alone as its first day, “year: last” as its last</source>
      <translation>ពេលមានតែឆ្នាំ «year: first» យកថ្ងៃដំបូងនៃឆ្នាំនោះ ហើយ «year: last» យកថ្ងៃចុងក្រោយ</translation>
    </message>
    <message>
      <location filename="../../processing/mapping/suggest.py" />
      <source>the rows have a geometry</source>
      <translation>ជួរមានរូបធរណីមាត្រ</translation>
    </message>
    <message>
      <location filename="../../processing/mapping/suggest.py" />
      <source>check: older maps are in Indian 1960 (EPSG:4131, EPSG:3148)</source>
      <translation>សូមពិនិត្យ៖ ផែនទីចាស់ៗប្រើ Indian 1960 (EPSG:4131, EPSG:3148)</translation>
    </message>
    <message>
      <location filename="../../processing/mapping/suggest.py" />
      <source>No column with coordinates was found: factories will have no point.</source>
      <translation>រកមិនឃើញជួរឈរដែលមានកូអរដោនេទេ៖ រោងចក្រនឹងគ្មានចំណុច។</translation>
    </message>
    <message>
      <location filename="../../processing/mapping/suggest.py" />
      <source>check: for new factories where the source has none</source>
      <translation>សូមពិនិត្យ៖ សម្រាប់រោងចក្រថ្មី ពេលប្រភពគ្មានតម្លៃនេះ</translation>
    </message>
    <message>
      <location filename="../../processing/mapping/suggest.py" />
      <source>needed: no column holds an activity; name the one of all factories, or rows are rejected</source>
      <translation>ត្រូវការ៖ គ្មានជួរឈរណាមានសកម្មភាពទេ សូមបញ្ជាក់សកម្មភាពរបស់រោងចក្រទាំងអស់ បើមិនដូច្នេះ ជួរមិនត្រូវបានទទួលទេ</translation>
    </message>
    <message>
      <location filename="../../processing/mapping/suggest.py" />
      <source>needed: no column holds a province; name the one of all factories, or rows are rejected</source>
      <translation>ត្រូវការ៖ គ្មានជួរឈរណាមានរាជធានី-ខេត្តទេ សូមបញ្ជាក់រាជធានី-ខេត្តរបស់រោងចក្រទាំងអស់ បើមិនដូច្នេះ ជួរមិនត្រូវបានទទួលទេ</translation>
    </message>
    <message>
      <location filename="../../processing/mapping/table_algorithm.py" />
      <source>Table or layer</source>
      <translation>តារាង ឬស្រទាប់</translation>
    </message>
    <message>
      <location filename="../../processing/mapping/table_algorithm.py" />
      <source>A layer, or a file: CSV or other delimited text, XLSX, ODS, a JSON list, GeoJSON, Shapefile, GeoPackage. It is never changed.</source>
      <translation>ស្រទាប់ ឬឯកសារ៖ CSV ឬអត្ថបទផ្សេងដែលមានសញ្ញាខណ្ឌ XLSX, ODS បញ្ជីរាយ JSON, GeoJSON, Shapefile ឬ GeoPackage។ វាមិនត្រូវបានកែប្រែឡើយ។</translation>
    </message>
    <message>
      <location filename="../../processing/mapping/table_algorithm.py" />
      <source>Sheet or table of the file</source>
      <translation>សន្លឹក ឬតារាងនៃឯកសារ</translation>
    </message>
    <message>
      <location filename="../../processing/mapping/table_algorithm.py" />
      <source>Empty: the one the profile names, else the sheet that is most like a table, or the first table.</source>
      <translation>ទុកទទេ៖ យកមួយដែលទម្រង់ផ្គូផ្គងបញ្ជាក់ បើគ្មានទេ យកសន្លឹកដែលដូចតារាងជាងគេ ឬតារាងដំបូង។</translation>
    </message>
    <message>
      <location filename="../../processing/mapping/table_algorithm.py" />
      <source>{label}: nothing was chosen.</source>
      <translation>{label}៖ មិនបានជ្រើសរើសអ្វីទេ។</translation>
    </message>
    <message>
      <location filename="../../processing/mapping/table_algorithm.py" />
      <source>{label}: “{path}” is neither a file nor a layer.</source>
      <translation>{label}៖ «{path}» មិនមែនជាឯកសារ ហើយក៏មិនមែនជាស្រទាប់ដែរ។</translation>
    </message>
    <message>
      <location filename="../../processing/mapping/table_algorithm.py" />
      <source>Read: {source}. Columns: {names}.</source>
      <translation>បានអាន៖ {source}។ ជួរឈរ៖ {names}។</translation>
    </message>
    <message>
      <location filename="../../processing/mapping/table_algorithm.py" />
      <source>No profile was given. This one was suggested from the table:</source>
      <translation>មិនបានផ្តល់ទម្រង់ផ្គូផ្គងទេ។ ទម្រង់ខាងក្រោមនេះ ត្រូវបានស្នើពីតារាង៖</translation>
    </message>
    <message>
      <location filename="../../processing/mapping/table_algorithm.py" />
      <source>suggested mapping</source>
      <translation>ទម្រង់ផ្គូផ្គងដែលបានស្នើ</translation>
    </message>
    <message>
      <location filename="../../processing/mapping/table_algorithm.py" />
      <source>The profile names columns that the source does not have; their fields are left alone: {names}.</source>
      <translation>ទម្រង់ផ្គូផ្គងបញ្ជាក់ឈ្មោះជួរឈរដែលប្រភពគ្មាន។ វាលរបស់ជួរឈរទាំងនោះ ត្រូវទុកដដែល៖ {names}។</translation>
    </message>
    <message>
      <location filename="../../processing/mapping/table_input.py" />
      <source>“{table}” has no rows below the header in row {row}.</source>
      <translation>«{table}» គ្មានជួរនៅក្រោមជួរក្បាលតារាង (ជួរទី {row}) ទេ។</translation>
    </message>
    <message>
      <location filename="../../processing/mapping/table_input.py" />
      <source>“{table}” has no rows.</source>
      <translation>«{table}» គ្មានជួរទេ។</translation>
    </message>
    <message>
      <location filename="../../processing/mapping/table_input.py" />
      <source>“{path}” is a folder. Choose a file in it.</source>
      <translation>«{path}» ជាថត។ សូមជ្រើសរើសឯកសារក្នុងថតនោះ។</translation>
    </message>
    <message>
      <location filename="../../processing/mapping/table_input.py" />
      <source>“{path}” cannot be read: you have no permission.</source>
      <translation>មិនអាចអាន «{path}» បានទេ៖ អ្នកគ្មានសិទ្ធិអានវាទេ។</translation>
    </message>
    <message>
      <location filename="../../processing/mapping/table_input.py" />
      <source>“{path}” is empty.</source>
      <translation>«{path}» ទទេ។</translation>
    </message>
    <message>
      <location filename="../../processing/mapping/table_input.py" />
      <source>“{path}” is in the old format of Excel. Save it as .xlsx and choose that.</source>
      <translation>«{path}» ប្រើទម្រង់ចាស់របស់ Excel។ សូមរក្សាទុកវាជា .xlsx រួចជ្រើសរើសឯកសារនោះ។</translation>
    </message>
    <message>
      <location filename="../../processing/mapping/table_input.py" />
      <source>Encoding: {encoding}.</source>
      <translation>ការអ៊ិនកូដ៖ {encoding}។</translation>
    </message>
    <message>
      <location filename="../../processing/mapping/table_input.py" />
      <source>“{path}” has no table “{sheet}”. It has: {tables}.</source>
      <translation>«{path}» គ្មានតារាង «{sheet}» ទេ។ តារាងដែលមាន៖ {tables}។</translation>
    </message>
    <message>
      <location filename="../../processing/mapping/table_input.py" />
      <source>“{path}” is not there. Check the path.</source>
      <translation>គ្មាន «{path}» ទេ។ សូមពិនិត្យទីតាំងឯកសារ។</translation>
    </message>
    <message>
      <location filename="../../processing/mapping/table_input.py" />
      <source>“{path}” is neither a JSON list of objects with names and values, nor GeoJSON. Where the list stands within something else, take it out.</source>
      <translation>«{path}» មិនមែនជាបញ្ជីរាយ JSON នៃវត្ថុដែលមានឈ្មោះជាមួយតម្លៃ ហើយក៏មិនមែនជា GeoJSON ដែរ។ បើបញ្ជីរាយស្ថិតនៅក្នុងអ្វីផ្សេង សូមដកវាចេញមក។</translation>
    </message>
    <message>
      <location filename="../../processing/mapping/table_input.py" />
      <source>“{path}” cannot be opened as a table. Give a CSV, XLSX, ODS, JSON, GeoJSON, Shapefile or GeoPackage file.</source>
      <translation>មិនអាចបើក «{path}» ជាតារាងបានទេ។ សូមផ្តល់ឯកសារ CSV, XLSX, ODS, JSON, GeoJSON, Shapefile ឬ GeoPackage។</translation>
    </message>
    <message>
      <location filename="../../processing/mapping/table_input.py" />
      <source>Layer “{layer}” cannot be opened: its source is gone.</source>
      <translation>មិនអាចបើកស្រទាប់ «{layer}» បានទេ៖ ប្រភពរបស់វាលែងមានហើយ។</translation>
    </message>
    <message>
      <location filename="../../processing/mapping/table_input.py" />
      <source>The layer has no CRS, so its geometry is not used.</source>
      <translation>ស្រទាប់នេះគ្មាន CRS ទេ ដូច្នេះ រូបធរណីមាត្ររបស់វា មិនត្រូវបានប្រើទេ។</translation>
    </message>
    <message>
      <location filename="../../processing/mapping/table_input.py" />
      <source>Delimiter: {delimiter}.</source>
      <translation>សញ្ញាខណ្ឌ៖ {delimiter}។</translation>
    </message>
    <message>
      <location filename="../../processing/mapping/table_input.py" />
      <source>If texts look like “¬ñ»”, they are Khmer in a font of before Unicode (Limon, ABC), which cannot be read: convert the file to Unicode first.</source>
      <translation>បើអត្ថបទមើលទៅដូចជា «¬ñ» នោះវាជាអក្សរខ្មែរក្នុងពុម្ពអក្សរមុនសម័យ Unicode (Limon, ABC) ដែលមិនអាចអានបានទេ៖ សូមបម្លែងឯកសារទៅជា Unicode ជាមុនសិន។</translation>
    </message>
    <message>
      <location filename="../../processing/mapping/table_input.py" />
      <source>“{path}” cannot be read: {why}.</source>
      <translation>មិនអាចអាន «{path}» បានទេ៖ {why}។</translation>
    </message>
    <message>
      <location filename="../../processing/mapping/table_input.py" />
      <source>“{path}” is not text in {encoding}. Save it as UTF-8.</source>
      <translation>«{path}» មិនមែនជាអត្ថបទក្នុង {encoding} ទេ។ សូមរក្សាទុកវាជា UTF-8។</translation>
    </message>
    <message>
      <location filename="../../processing/mapping/table_input.py" />
      <source>“{path}” is not a text file. Open it in a spreadsheet and save it as CSV.</source>
      <translation>«{path}» មិនមែនជាឯកសារអត្ថបទទេ។ សូមបើកវាក្នុងកម្មវិធីតារាងសន្លឹកកិច្ចការ រួចរក្សាទុកវាជា CSV។</translation>
    </message>
    <message>
      <location filename="../../processing/mapping/table_input.py" />
      <source>“{path}” is neither UTF-8 nor Windows-1252 text. Save it as UTF-8, or name its encoding in the mapping profile. Khmer in a font of before Unicode cannot be read: convert it first.</source>
      <translation>«{path}» មិនមែនជាអត្ថបទ UTF-8 ហើយក៏មិនមែនជាអត្ថបទ Windows-1252 ដែរ។ សូមរក្សាទុកវាជា UTF-8 ឬបញ្ជាក់ការអ៊ិនកូដរបស់វាក្នុងទម្រង់ផ្គូផ្គង។ អក្សរខ្មែរក្នុងពុម្ពអក្សរមុនសម័យ Unicode មិនអាចអានបានទេ៖ សូមបម្លែងវាជាមុនសិន។</translation>
    </message>
    <message>
      <location filename="../../processing/mapping/table_input.py" />
      <source>Encoding “{name}” is not known. Name one such as utf-8, utf-16 or cp1252.</source>
      <translation>មិនស្គាល់ការអ៊ិនកូដ «{name}» ទេ។ សូមបញ្ជាក់មួយ ដូចជា utf-8, utf-16 ឬ cp1252។</translation>
    </message>
    <message>
      <location filename="../../processing/mapping/table_input.py" />
      <source>comma</source>
      <translation>សញ្ញាក្បៀស</translation>
    </message>
    <message>
      <location filename="../../processing/mapping/table_input.py" />
      <source>semicolon</source>
      <translation>សញ្ញាចុចក្បៀស</translation>
    </message>
    <message>
      <location filename="../../processing/mapping/table_input.py" />
      <source>tab</source>
      <translation>សញ្ញា tab</translation>
    </message>
    <message>
      <location filename="../../processing/mapping/table_input.py" />
      <source>vertical bar</source>
      <translation>សញ្ញារបារបញ្ឈរ</translation>
    </message>
    <message>
      <location filename="../../processing/mapping/table_input.py" />
      <source>The header is row {row}.</source>
      <translation>ជួរក្បាលតារាង គឺជួរទី {row}។</translation>
    </message>
    <message>
      <location filename="../../processing/mapping/table_input.py" />
      <source>“{path}” has no row {row} to take the names of columns from.</source>
      <translation>«{path}» គ្មានជួរទី {row} សម្រាប់យកឈ្មោះជួរឈរទេ។</translation>
    </message>
    <message>
      <location filename="../../processing/mapping/table_input.py" />
      <source>“{path}” has no row with the names of columns: row {row} holds values ({values}). Put names above them, or say in the mapping profile which row is the header.</source>
      <translation>«{path}» គ្មានជួរដែលមានឈ្មោះជួរឈរទេ៖ ជួរទី {row} មានតម្លៃ ({values})។ សូមដាក់ឈ្មោះនៅខាងលើ ឬបញ្ជាក់ក្នុងទម្រង់ផ្គូផ្គងថា ជួរណាជាជួរក្បាលតារាង។</translation>
    </message>
    <message>
      <location filename="../../processing/mapping/table_input.py" />
      <source>“{path}”, line {line}: {why}. Is there a quotation mark that is never closed?</source>
      <translation>«{path}» បន្ទាត់ទី {line}៖ {why}។ តើមានសញ្ញាសម្រង់ណាដែលមិនបានបិទឬ?</translation>
    </message>
    <message>
      <location filename="../../processing/mapping/table_input.py" />
      <source>“{path}” has no sheet “{sheet}”. It has: {sheets}.</source>
      <translation>«{path}» គ្មានសន្លឹក «{sheet}» ទេ។ សន្លឹកដែលមាន៖ {sheets}។</translation>
    </message>
    <message>
      <location filename="../../processing/mapping/table_input.py" />
      <source>Sheet “{sheet}” was read. To read another choose SHEET; there are also: {others}.</source>
      <translation>បានអានសន្លឹក «{sheet}»។ ដើម្បីអានសន្លឹកផ្សេង សូមជ្រើសរើស SHEET។ សន្លឹកផ្សេងដែលមាន៖ {others}។</translation>
    </message>
    <message>
      <location filename="../../processing/mapping/table_input.py" />
      <source>“{path}” cannot be read as a spreadsheet: it is damaged or protected by a password. Save it again, or as CSV.</source>
      <translation>មិនអាចអាន «{path}» ជាតារាងសន្លឹកកិច្ចការបានទេ៖ វាខូច ឬការពារដោយពាក្យសម្ងាត់។ សូមរក្សាទុកវាម្តងទៀត ឬរក្សាទុកជា CSV។</translation>
    </message>
    <message>
      <location filename="../../processing/mapping/table_input.py" />
      <source>“{path}” is not JSON after entry {number}: {why}.</source>
      <translation>«{path}» មិនមែនជា JSON ទេ បន្ទាប់ពីធាតុទី {number}៖ {why}។</translation>
    </message>
    <message>
      <location filename="../../processing/mapping/table_input.py" />
      <source>“{path}”: entry {number} of the list is no object with names and values.</source>
      <translation>«{path}»៖ ធាតុទី {number} នៃបញ្ជីរាយ មិនមែនជាវត្ថុដែលមានឈ្មោះជាមួយតម្លៃទេ។</translation>
    </message>
    <message>
      <location filename="../../processing/messages.py" />
      <source>Zone {area} permits activity {activity}.</source>
      <translation>តំបន់ {area} អនុញ្ញាតសកម្មភាព {activity}។</translation>
    </message>
    <message>
      <location filename="../../processing/messages.py" />
      <source>Zone {area} permits activity {activity} on condition: {condition}</source>
      <translation>តំបន់ {area} អនុញ្ញាតសកម្មភាព {activity} ដោយមានលក្ខខណ្ឌ៖ {condition}</translation>
    </message>
    <message>
      <location filename="../../processing/messages.py" />
      <source>With an accuracy of {accuracy} m the factory may also stand in zone {target}, which permits activity {activity} on condition: {condition}</source>
      <translation>ដោយភាពត្រឹមត្រូវ {accuracy} m រោងចក្រក៏អាចស្ថិតក្នុងតំបន់ {target} ដែលអនុញ្ញាតសកម្មភាព {activity} ដោយមានលក្ខខណ្ឌ៖ {condition}</translation>
    </message>
    <message>
      <location filename="../../processing/messages.py" />
      <source>Part of the premises lies in zone {target}, which permits activity {activity} on condition: {condition}</source>
      <translation>ផ្នែកមួយនៃបរិវេណរោងចក្រស្ថិតក្នុងតំបន់ {target} ដែលអនុញ្ញាតសកម្មភាព {activity} ដោយមានលក្ខខណ្ឌ៖ {condition}</translation>
    </message>
    <message>
      <location filename="../../processing/messages.py" />
      <source>Zone {area} does not permit activity {activity}; the zone's border is {distance} m away.</source>
      <translation>តំបន់ {area} មិនអនុញ្ញាតសកម្មភាព {activity} ទេ។ ព្រំតំបន់នៅចម្ងាយ {distance} m។</translation>
    </message>
    <message>
      <location filename="../../processing/messages.py" />
      <source>Zone {area} does not permit activity {activity}; the premises lie in: {candidates}.</source>
      <translation>តំបន់ {area} មិនអនុញ្ញាតសកម្មភាព {activity} ទេ។ បរិវេណរោងចក្រស្ថិតក្នុង៖ {candidates}។</translation>
    </message>
    <message>
      <location filename="../../processing/messages.py" />
      <source>Zone {area} does not permit activity {activity}. The premises lie in: {candidates}.</source>
      <translation>តំបន់ {area} មិនអនុញ្ញាតសកម្មភាព {activity} ទេ។ បរិវេណរោងចក្រស្ថិតក្នុង៖ {candidates}។</translation>
    </message>
    <message>
      <location filename="../../processing/messages.py" />
      <source>With an accuracy of {accuracy} m the factory may stand in: {candidates}. Their answers differ; improve the location.</source>
      <translation>ដោយភាពត្រឹមត្រូវ {accuracy} m រោងចក្រអាចស្ថិតក្នុង៖ {candidates}។ ចម្លើយរបស់តំបន់ទាំងនោះខុសគ្នា សូមវាស់ទីតាំងឱ្យកាន់តែត្រឹមត្រូវ។</translation>
    </message>
    <message>
      <location filename="../../processing/messages.py" />
      <source>The zoning layer overlaps itself here: {candidates}. Their answers differ.</source>
      <translation>ស្រទាប់តំបន់ប្រើប្រាស់ដី ត្រួតស៊ីគ្នានៅទីនេះ៖ {candidates}។ ចម្លើយរបស់តំបន់ទាំងនោះខុសគ្នា។</translation>
    </message>
    <message>
      <location filename="../../processing/messages.py" />
      <source>The coordinate lies on the border between these zones: {candidates}. Their answers differ; improve the location.</source>
      <translation>កូអរដោនេស្ថិតលើព្រំរវាងតំបន់ទាំងនេះ៖ {candidates}។ ចម្លើយរបស់វាខុសគ្នា។ សូមកែលម្អទីតាំង។</translation>
    </message>
    <message>
      <location filename="../../processing/messages.py" />
      <source>The premises lie in several zones whose answers differ: {candidates}.</source>
      <translation>បរិវេណរោងចក្រស្ថិតក្នុងតំបន់ច្រើន ដែលមានចម្លើយខុសគ្នា៖ {candidates}។</translation>
    </message>
    <message>
      <location filename="../../processing/messages.py" />
      <source>No zone is drawn here: whether the activity may stand here is not known.</source>
      <translation>គ្មានតំបន់ណាត្រូវបានគូសនៅទីនេះទេ៖ មិនដឹងថា សកម្មភាពនេះអាចស្ថិតនៅទីនេះបានឬទេ។</translation>
    </message>
    <message>
      <location filename="../../processing/messages.py" />
      <source>The rule pack says nothing of activity {activity} in zone {area}.</source>
      <translation>កញ្ចប់វិធានមិនបានចែងអំពីសកម្មភាព {activity} ក្នុងតំបន់ {area} ទេ។</translation>
    </message>
    <message>
      <location filename="../../processing/messages.py" />
      <source>Zone {area} does not answer alike for all that activity {activity} may be; record the four-digit class of ISIC Rev. 4.</source>
      <translation>តំបន់ {area} មិនឆ្លើយដូចគ្នាចំពោះថ្នាក់ទាំងអស់នៃសកម្មភាព {activity} ទេ។ សូមកត់ត្រាថ្នាក់បួនខ្ទង់នៃ ISIC កំណែទី ៤។</translation>
    </message>
    <message>
      <location filename="../../processing/messages.py" />
      <source>The rule is about some of what activity {activity} may be; record the four-digit class of ISIC Rev. 4.</source>
      <translation>វិធាននេះពាក់ព័ន្ធនឹងថ្នាក់ខ្លះប៉ុណ្ណោះនៃសកម្មភាព {activity}។ សូមកត់ត្រាថ្នាក់បួនខ្ទង់នៃ ISIC កំណែទី ៤។</translation>
    </message>
    <message>
      <location filename="../../processing/messages.py" />
      <source>The rule pack does not know the zone code of {area}.</source>
      <translation>កញ្ចប់វិធានមិនស្គាល់កូដតំបន់ {area} ទេ។</translation>
    </message>
    <message>
      <location filename="../../processing/messages.py" />
      <source>The zone drawn here has no code.</source>
      <translation>តំបន់ដែលបានគូសនៅទីនេះ គ្មានកូដទេ។</translation>
    </message>
    <message>
      <location filename="../../processing/messages.py" />
      <source>No activity code is recorded for this factory.</source>
      <translation>គ្មានលេខកូដសកម្មភាព ត្រូវបានកត់ត្រាសម្រាប់រោងចក្រនេះទេ។</translation>
    </message>
    <message>
      <location filename="../../processing/messages.py" />
      <source>Activity “{activity}” is not an ISIC Rev. 4 code.</source>
      <translation>សកម្មភាព «{activity}» មិនមែនជាលេខកូដ ISIC កំណែទី ៤ ទេ។</translation>
    </message>
    <message>
      <location filename="../../processing/messages.py" />
      <source>Exempt: the rule does not apply inside industrial parks.</source>
      <translation>លើកលែង៖ វិធាននេះមិនអនុវត្តក្នុងសួនឧស្សាហកម្មទេ។</translation>
    </message>
    <message>
      <location filename="../../processing/messages.py" />
      <source>With an accuracy of {accuracy} m the factory may stand inside a park, where the rule does not apply.</source>
      <translation>ដោយភាពត្រឹមត្រូវ {accuracy} m រោងចក្រអាចស្ថិតក្នុងសួនឧស្សាហកម្ម ដែលវិធាននេះមិនអនុវត្ត។</translation>
    </message>
    <message>
      <location filename="../../processing/messages.py" />
      <source>The premises lie partly inside a park, where the rule does not apply.</source>
      <translation>បរិវេណរោងចក្រ មួយផ្នែកស្ថិតក្នុងសួនឧស្សាហកម្ម ដែលវិធាននេះមិនអនុវត្ត។</translation>
    </message>
    <message>
      <location filename="../../processing/messages.py" />
      <source>The factory has no usable location: {note}.</source>
      <translation>រោងចក្រគ្មានទីតាំងដែលអាចប្រើបានទេ៖ {note}។</translation>
    </message>
    <message>
      <location filename="../../processing/messages.py" />
      <source>No {role} layer was given, so this rule was not checked.</source>
      <translation>មិនបានផ្តល់ស្រទាប់ {role} ទេ ដូច្នេះ វិធាននេះមិនត្រូវបានពិនិត្យឡើយ។</translation>
    </message>
    <message>
      <location filename="../../processing/messages.py" />
      <source>The factory stands inside the park it declares, {area}.</source>
      <translation>រោងចក្រស្ថិតក្នុងសួនឧស្សាហកម្មដែលបានប្រកាស គឺ {area}។</translation>
    </message>
    <message>
      <location filename="../../processing/messages.py" />
      <source>The factory declares park {target} but stands {distance} m outside it.</source>
      <translation>រោងចក្របានប្រកាសសួនឧស្សាហកម្ម {target} ប៉ុន្តែស្ថិតនៅក្រៅសួននោះ ចម្ងាយ {distance} m។</translation>
    </message>
    <message>
      <location filename="../../processing/messages.py" />
      <source>The premises are not wholly inside the park that the factory declares, {target}.</source>
      <translation>បរិវេណរោងចក្រ មិនស្ថិតទាំងស្រុងក្នុងសួនឧស្សាហកម្ម ដែលរោងចក្របានប្រកាស គឺ {target} ទេ។</translation>
    </message>
    <message>
      <location filename="../../processing/messages.py" />
      <source>The factory declares park {target} but stands inside park {area}, {distance} m from the declared one.</source>
      <translation>រោងចក្របានប្រកាសសួនឧស្សាហកម្ម {target} ប៉ុន្តែស្ថិតក្នុងសួនឧស្សាហកម្ម {area} ចម្ងាយ {distance} m ពីសួនដែលបានប្រកាស។</translation>
    </message>
    <message>
      <location filename="../../processing/messages.py" />
      <source>The premises lie in park {area} and are not wholly inside the park that the factory declares, {target}.</source>
      <translation>បរិវេណរោងចក្រស្ថិតក្នុងសួនឧស្សាហកម្ម {area} ហើយមិនស្ថិតទាំងស្រុងក្នុងសួនឧស្សាហកម្ម ដែលរោងចក្របានប្រកាស គឺ {target} ទេ។</translation>
    </message>
    <message>
      <location filename="../../processing/messages.py" />
      <source>The border of park {target} is {distance} m away, nearer than the coordinate's accuracy of {accuracy} m: inside or outside cannot be told.</source>
      <translation>ព្រំសួនឧស្សាហកម្ម {target} នៅចម្ងាយ {distance} m ជិតជាងភាពត្រឹមត្រូវនៃកូអរដោនេ {accuracy} m៖ មិនអាចកំណត់បានថា នៅក្នុង ឬនៅក្រៅទេ។</translation>
    </message>
    <message>
      <location filename="../../processing/messages.py" />
      <source>The premises lie partly inside and partly outside park {target}.</source>
      <translation>បរិវេណរោងចក្រ មួយផ្នែកស្ថិតក្នុង និងមួយផ្នែកស្ថិតក្រៅ សួនឧស្សាហកម្ម {target}។</translation>
    </message>
    <message>
      <location filename="../../processing/messages.py" />
      <source>The declared park “{declared}” is not in the parks layer.</source>
      <translation>សួនឧស្សាហកម្មដែលបានប្រកាស «{declared}» មិនមានក្នុងស្រទាប់សួនឧស្សាហកម្មទេ។</translation>
    </message>
    <message>
      <location filename="../../processing/messages.py" />
      <source>The factory stands inside park {area}.</source>
      <translation>រោងចក្រស្ថិតក្នុងសួនឧស្សាហកម្ម {area}។</translation>
    </message>
    <message>
      <location filename="../../processing/messages.py" />
      <source>The factory stands in no park and declares none.</source>
      <translation>រោងចក្រមិនស្ថិតក្នុងសួនឧស្សាហកម្មណាទេ ហើយក៏មិនបានប្រកាសសួនណាដែរ។</translation>
    </message>
    <message>
      <location filename="../../processing/messages.py" />
      <source>The factory stands inside park {area} but does not declare it.</source>
      <translation>រោងចក្រស្ថិតក្នុងសួនឧស្សាហកម្ម {area} ប៉ុន្តែមិនបានប្រកាសសួននោះទេ។</translation>
    </message>
    <message>
      <location filename="../../processing/messages.py" />
      <source>The premises lie at least partly inside park {area}, which the factory does not declare.</source>
      <translation>បរិវេណរោងចក្រ យ៉ាងតិចមួយផ្នែក ស្ថិតក្នុងសួនឧស្សាហកម្ម {area} ដែលរោងចក្រមិនបានប្រកាស។</translation>
    </message>
    <message>
      <location filename="../../processing/messages.py" />
      <source>{target} is {distance} m away; the rule asks for at least {required} m.</source>
      <translation>{target} ស្ថិតនៅចម្ងាយ {distance} m ប៉ុន្តែវិធានតម្រូវយ៉ាងតិច {required} m។</translation>
    </message>
    <message>
      <location filename="../../processing/messages.py" />
      <source>The factory stands inside {target}, or touches it; the rule asks for at least {required} m.</source>
      <translation>រោងចក្រស្ថិតក្នុង ឬប៉ះនឹង {target} ប៉ុន្តែវិធានតម្រូវចម្ងាយយ៉ាងតិច {required} m។</translation>
    </message>
    <message>
      <location filename="../../processing/messages.py" />
      <source>All that the rule names is at least as far as it asks.</source>
      <translation>អ្វីៗទាំងអស់ដែលវិធាននិយាយដល់ ស្ថិតនៅឆ្ងាយមិនតិចជាងចម្ងាយតម្រូវទេ។</translation>
    </message>
    <message>
      <location filename="../../processing/messages.py" />
      <source>{target}, the nearest, is {distance} m away; the rule asks for at most {required} m.</source>
      <translation>{target} ដែលនៅជិតបំផុត ស្ថិតនៅចម្ងាយ {distance} m ប៉ុន្តែវិធានតម្រូវយ៉ាងច្រើន {required} m។</translation>
    </message>
    <message>
      <location filename="../../processing/messages.py" />
      <source>There is none of what the rule asks to be within {required} m.</source>
      <translation>គ្មានអ្វីដែលវិធានតម្រូវឱ្យស្ថិតក្នុងចម្ងាយ {required} m ទេ។</translation>
    </message>
    <message>
      <location filename="../../processing/messages.py" />
      <source>What the rule asks for is within the distance that it allows.</source>
      <translation>អ្វីដែលវិធានតម្រូវ ស្ថិតក្នុងចម្ងាយដែលវិធានអនុញ្ញាត។</translation>
    </message>
    <message>
      <location filename="../../processing/messages.py" />
      <source>{target} is {distance} m away and the rule asks for {required} m: with an accuracy of {accuracy} m it cannot be told whether that is kept.</source>
      <translation>{target} ស្ថិតនៅចម្ងាយ {distance} m ហើយវិធានតម្រូវ {required} m៖ ដោយភាពត្រឹមត្រូវ {accuracy} m មិនអាចកំណត់បានថា វិធានត្រូវបានគោរពឬទេ។</translation>
    </message>
    <message>
      <location filename="../../processing/messages.py" />
      <source>The rule depends on the size of the factory, which is not recorded.</source>
      <translation>វិធាននេះអាស្រ័យលើទំហំសហគ្រាសនៃរោងចក្រ ដែលមិនត្រូវបានកត់ត្រា។</translation>
    </message>
    <message>
      <location filename="../../processing/messages.py" />
      <source>The rule depends on whether the factory is new, and its status is not recorded.</source>
      <translation>វិធាននេះអាស្រ័យលើថា រោងចក្រនេះជារោងចក្រថ្មីឬទេ ប៉ុន្តែស្ថានភាពប្រតិបត្តិការ មិនត្រូវបានកត់ត្រា។</translation>
    </message>
    <message>
      <location filename="../../processing/messages.py" />
      <source>No layer of {candidates} was given, so this rule was not checked to the end.</source>
      <translation>មិនបានផ្តល់ស្រទាប់ {candidates} ទេ ដូច្នេះ វិធាននេះមិនត្រូវបានពិនិត្យគ្រប់ជ្រុងជ្រោយឡើយ។</translation>
    </message>
    <message>
      <location filename="../../processing/messages.py" />
      <source>No layer of {candidates}, was given: whether the factory stands inside cannot be told.</source>
      <translation>មិនបានផ្តល់ស្រទាប់ {candidates} ទេ៖ មិនអាចកំណត់បានថា រោងចក្រស្ថិតនៅក្នុងផ្ទៃនោះឬទេ។</translation>
    </message>
    <message>
      <location filename="../../processing/messages.py" />
      <source>The factory stands inside {area}, {distance} m from its edge.</source>
      <translation>រោងចក្រស្ថិតក្នុង {area} ចម្ងាយ {distance} m ពីព្រំរបស់វា។</translation>
    </message>
    <message>
      <location filename="../../processing/messages.py" />
      <source>The premises reach into {area}.</source>
      <translation>បរិវេណរោងចក្រ លាតចូលទៅក្នុង {area}។</translation>
    </message>
    <message>
      <location filename="../../processing/messages.py" />
      <source>The factory stands outside of: {what}.</source>
      <translation>រោងចក្រស្ថិតនៅក្រៅ៖ {what}។</translation>
    </message>
    <message>
      <location filename="../../processing/messages.py" />
      <source>The factory stands inside {area}.</source>
      <translation>រោងចក្រស្ថិតក្នុង {area}។</translation>
    </message>
    <message>
      <location filename="../../processing/messages.py" />
      <source>The factory does not stand inside what the rule names; the nearest, {target}, is {distance} m away.</source>
      <translation>រោងចក្រមិនស្ថិតក្នុងផ្ទៃដែលវិធានបញ្ជាក់ទេ។ {target} ដែលនៅជិតបំផុត ស្ថិតនៅចម្ងាយ {distance} m។</translation>
    </message>
    <message>
      <location filename="../../processing/messages.py" />
      <source>The premises reach beyond {target}, inside which the rule asks them to be.</source>
      <translation>បរិវេណរោងចក្រ លាតចេញក្រៅ {target} ប៉ុន្តែវិធានតម្រូវឱ្យបរិវេណស្ថិតនៅក្នុងនោះ។</translation>
    </message>
    <message>
      <location filename="../../processing/messages.py" />
      <source>The edge of {target} is {distance} m away, nearer than the coordinate's accuracy of {accuracy} m: inside or outside cannot be told.</source>
      <translation>ព្រំនៃ {target} នៅចម្ងាយ {distance} m ជិតជាងភាពត្រឹមត្រូវនៃកូអរដោនេ {accuracy} m៖ មិនអាចកំណត់បានថា នៅក្នុង ឬនៅក្រៅទេ។</translation>
    </message>
    <message>
      <location filename="../../processing/messages.py" />
      <source>The premises lie partly inside and partly outside of {target}.</source>
      <translation>បរិវេណរោងចក្រ មួយផ្នែកស្ថិតក្នុង និងមួយផ្នែកស្ថិតក្រៅ {target}។</translation>
    </message>
    <message>
      <location filename="../../processing/messages.py" />
      <source>A larger part of the premises lies inside {area} than the rule allows.</source>
      <translation>ចំណែកនៃបរិវេណរោងចក្រ ដែលស្ថិតក្នុង {area} លើសពីចំណែកដែលវិធានអនុញ្ញាត។</translation>
    </message>
    <message>
      <location filename="../../processing/messages.py" />
      <source>No larger part of the premises lies inside such areas than the rule allows.</source>
      <translation>ចំណែកនៃបរិវេណរោងចក្រ ដែលស្ថិតក្នុងផ្ទៃបែបនេះ មិនលើសពីចំណែកដែលវិធានអនុញ្ញាតទេ។</translation>
    </message>
    <message>
      <location filename="../../processing/messages.py" />
      <source>Exempt by a recorded decision: {candidates}.</source>
      <translation>លើកលែង តាមសេចក្តីសម្រេចដែលបានកត់ត្រា៖ {candidates}។</translation>
    </message>
    <message>
      <location filename="../../processing/messages.py" />
      <source>Record the four-digit class of ISIC Rev. 4, then check again.</source>
      <translation>សូមកត់ត្រាថ្នាក់បួនខ្ទង់នៃ ISIC កំណែទី ៤ រួចពិនិត្យម្តងទៀត។</translation>
    </message>
    <message>
      <location filename="../../processing/messages.py" />
      <source>Complete the data, then check again.</source>
      <translation>សូមបំពេញទិន្នន័យឱ្យគ្រប់ រួចពិនិត្យម្តងទៀត។</translation>
    </message>
    <message>
      <location filename="../../processing/messages.py" />
      <source>Measure the location on the ground, or by the site plan, and record its accuracy.</source>
      <translation>សូមវាស់ទីតាំងដោយផ្ទាល់ ឬតាមប្លង់ទីតាំង រួចកត់ត្រាភាពត្រឹមត្រូវរបស់វា។</translation>
    </message>
    <message>
      <location filename="../../processing/messages.py" />
      <source>Ask the province whether a plan covers this place; if one does, add it to the zoning layer.</source>
      <translation>សូមសួររដ្ឋបាលរាជធានី-ខេត្តថា តើមានប្លង់គ្របដណ្តប់ទីតាំងនេះឬទេ។ បើមាន សូមបន្ថែមប្លង់នោះក្នុងស្រទាប់តំបន់ប្រើប្រាស់ដី។</translation>
    </message>
    <message>
      <location filename="../../processing/messages.py" />
      <source>Enter the zone's code in the zoning layer.</source>
      <translation>សូមបញ្ចូលកូដតំបន់ ក្នុងស្រទាប់តំបន់ប្រើប្រាស់ដី។</translation>
    </message>
    <message>
      <location filename="../../processing/messages.py" />
      <source>Add the code to the rule pack, or correct it in the zoning layer.</source>
      <translation>សូមបន្ថែមកូដនេះក្នុងកញ្ចប់វិធាន ឬកែវាក្នុងស្រទាប់តំបន់ប្រើប្រាស់ដី។</translation>
    </message>
    <message>
      <location filename="../../processing/messages.py" />
      <source>Add what the plan says of this activity to the rule pack.</source>
      <translation>សូមបន្ថែមក្នុងកញ្ចប់វិធាន នូវអ្វីដែលប្លង់ចែងអំពីសកម្មភាពនេះ។</translation>
    </message>
    <message>
      <location filename="../../processing/messages.py" />
      <source>Give the factory a location.</source>
      <translation>សូមផ្តល់ទីតាំងឱ្យរោងចក្រនេះ។</translation>
    </message>
    <message>
      <location filename="../../processing/messages.py" />
      <source>Correct the park in the register, or add it to the parks layer.</source>
      <translation>សូមកែសួនឧស្សាហកម្មក្នុងបញ្ជីរោងចក្រ ឬបន្ថែមវាក្នុងស្រទាប់សួនឧស្សាហកម្ម។</translation>
    </message>
    <message>
      <location filename="../../processing/messages.py" />
      <source>Record the size class in the register.</source>
      <translation>សូមកត់ត្រាទំហំសហគ្រាស ក្នុងបញ្ជីរោងចក្រ។</translation>
    </message>
    <message>
      <location filename="../../processing/messages.py" />
      <source>Record the operating status in the register.</source>
      <translation>សូមកត់ត្រាស្ថានភាពប្រតិបត្តិការ ក្នុងបញ្ជីរោងចក្រ។</translation>
    </message>
    <message>
      <location filename="../../processing/messages.py" />
      <source>Correct the zoning layer: two zones are drawn on the same ground.</source>
      <translation>សូមកែស្រទាប់តំបន់ប្រើប្រាស់ដី៖ តំបន់ពីរត្រូវបានគូសលើដីតែមួយ។</translation>
    </message>
    <message>
      <location filename="../../processing/messages.py" />
      <source>Look at the zones on the premises one by one.</source>
      <translation>សូមពិនិត្យតំបន់ដែលបរិវេណរោងចក្រស្ថិតនៅ ម្តងមួយៗ។</translation>
    </message>
    <message>
      <location filename="../../processing/messages.py" />
      <source>zoning</source>
      <translation>តំបន់ប្រើប្រាស់ដី</translation>
    </message>
    <message>
      <location filename="../../processing/messages.py" />
      <source>parks</source>
      <translation>សួនឧស្សាហកម្ម</translation>
    </message>
    <message>
      <location filename="../../processing/messages.py" />
      <source>protected areas</source>
      <translation>តំបន់ការពារធម្មជាតិ</translation>
    </message>
    <message>
      <location filename="../../processing/messages.py" />
      <source>salt farmland</source>
      <translation>ដីស្រែអំបិល</translation>
    </message>
    <message>
      <location filename="../../processing/messages.py" />
      <source>water supply</source>
      <translation>ការផ្គត់ផ្គង់ទឹក</translation>
    </message>
    <message>
      <location filename="../../processing/messages.py" />
      <source>receptors</source>
      <translation>ទីតាំងងាយរងផលប៉ះពាល់</translation>
    </message>
    <message>
      <location filename="../../processing/messages.py" />
      <source>roads</source>
      <translation>ផ្លូវ</translation>
    </message>
    <message>
      <location filename="../../processing/messages.py" />
      <source>hazard zones</source>
      <translation>តំបន់គ្រោះថ្នាក់</translation>
    </message>
    <message>
      <location filename="../../processing/messages.py" />
      <source>The coordinate lies on the zone's border; the zone with the lowest id is taken.</source>
      <translation>កូអរដោនេស្ថិតចំលើព្រំតំបន់ ដូច្នេះ យកតំបន់ដែលមានលេខសម្គាល់តូចជាងគេ។</translation>
    </message>
    <message>
      <location filename="../../processing/parameters.py" />
      <source>The register, or any layer of factories: points, or polygons of their premises.</source>
      <translation>បញ្ជីរោងចក្រ ឬស្រទាប់រោងចក្រណាមួយ៖ ជាចំណុច ឬពហុកោណនៃបរិវេណរោងចក្រ។</translation>
    </message>
    <message>
      <location filename="../../processing/parameters.py" />
      <source>Radius in metres around the coordinate within which the true place lies. A verdict is given only when it is the same everywhere within it.</source>
      <translation>កាំគិតជាម៉ែត្រ ជុំវិញកូអរដោនេ ដែលទីតាំងពិតស្ថិតនៅក្នុងរង្វង់នោះ។ លទ្ធផលពិនិត្យត្រូវបានសម្រេច លុះត្រាតែវាដូចគ្នាគ្រប់កន្លែង ក្នុងរង្វង់នោះ។</translation>
    </message>
    <message>
      <location filename="../../processing/parameters.py" />
      <location filename="../../qgis_plugin/options/page.py" />
      <source>Accuracy where none is stated (metres)</source>
      <translation>ភាពត្រឹមត្រូវ ពេលមិនបានបញ្ជាក់ (ម៉ែត្រ)</translation>
    </message>
    <message>
      <location filename="../../processing/parameters.py" />
      <source>Used for factories without an accuracy. 0 takes their coordinates as exact.</source>
      <translation>ប្រើសម្រាប់រោងចក្រដែលគ្មានភាពត្រឹមត្រូវ។ 0 មានន័យថា ចាត់ទុកកូអរដោនេជាទីតាំងពិតប្រាកដ។</translation>
    </message>
    <message>
      <location filename="../../processing/parameters.py" />
      <source>Main activity as an ISIC Rev. 4 code of 2 to 4 digits; a fifth, national digit is ignored.</source>
      <translation>សកម្មភាពចម្បង ជាលេខកូដ ISIC កំណែទី ៤ ពី 2 ទៅ 4 ខ្ទង់។ ខ្ទង់ទីប្រាំ ដែលជាខ្ទង់ថ្នាក់ជាតិ ត្រូវបានរំលង។</translation>
    </message>
    <message>
      <location filename="../../processing/parameters.py" />
      <source>Land-use zones of the plans in force, as polygons.</source>
      <translation>តំបន់ប្រើប្រាស់ដី តាមប្លង់ជាធរមាន គូសជាពហុកោណ។</translation>
    </message>
    <message>
      <location filename="../../processing/parameters.py" />
      <source>Holds the zone codes of the rule pack.</source>
      <translation>មានកូដតំបន់ ដូចក្នុងកញ្ចប់វិធាន។</translation>
    </message>
    <message>
      <location filename="../../processing/parameters.py" />
      <source>Zone name field</source>
      <translation>វាលឈ្មោះតំបន់</translation>
    </message>
    <message>
      <location filename="../../processing/parameters.py" />
      <source>Shown beside the code.</source>
      <translation>បង្ហាញនៅក្បែរកូដ។</translation>
    </message>
    <message>
      <location filename="../../processing/parameters.py" />
      <source>Zone id field</source>
      <translation>វាលលេខសម្គាល់តំបន់</translation>
    </message>
    <message>
      <location filename="../../processing/parameters.py" />
      <source>Names one zone polygon in the findings.</source>
      <translation>សម្គាល់ពហុកោណតំបន់នីមួយៗ ក្នុងរបកគំហើញ។</translation>
    </message>
    <message>
      <location filename="../../processing/parameters.py" />
      <source>Boundaries of industrial parks and SEZs.</source>
      <translation>ព្រំប្រទល់នៃសួនឧស្សាហកម្ម និងតំបន់សេដ្ឋកិច្ចពិសេស។</translation>
    </message>
    <message>
      <location filename="../../processing/parameters.py" />
      <source>Park id field</source>
      <translation>វាលលេខសម្គាល់សួនឧស្សាហកម្ម</translation>
    </message>
    <message>
      <location filename="../../processing/parameters.py" />
      <source>The ids that factories declare.</source>
      <translation>លេខសម្គាល់ដែលរោងចក្រប្រកាស។</translation>
    </message>
    <message>
      <location filename="../../processing/parameters.py" />
      <source>Park name field</source>
      <translation>វាលឈ្មោះសួនឧស្សាហកម្ម</translation>
    </message>
    <message>
      <location filename="../../processing/parameters.py" />
      <source>A factory may also declare the name.</source>
      <translation>រោងចក្រក៏អាចប្រកាសជាឈ្មោះបានដែរ។</translation>
    </message>
    <message>
      <location filename="../../processing/parameters.py" />
      <source>Rules for new factories apply where it says projected or underConstruction.</source>
      <translation>វិធានសម្រាប់រោងចក្រថ្មី ត្រូវអនុវត្ត ពេលវាលនេះមានតម្លៃ projected (ស្ថិតក្នុងគម្រោង) ឬ underConstruction (កំពុងសាងសង់)។</translation>
    </message>
    <message>
      <location filename="../../processing/parameters.py" />
      <source>Empty: rules about it answer “no data”.</source>
      <translation>ទុកទទេ៖ វិធានដែលពាក់ព័ន្ធ ឆ្លើយថា «គ្មានទិន្នន័យ»។</translation>
    </message>
    <message>
      <location filename="../../processing/parameters.py" />
      <source>{layer}: class field</source>
      <translation>{layer}៖ វាលថ្នាក់</translation>
    </message>
    <message>
      <location filename="../../processing/parameters.py" />
      <source>Holds the classes that rules name. Empty: the first there is of {fields}.</source>
      <translation>មានថ្នាក់ដែលវិធានបញ្ជាក់។ ទុកទទេ៖ ប្រើវាលដំបូងដែលមាន ក្នុងចំណោម {fields}។</translation>
    </message>
    <message>
      <location filename="../../processing/parameters.py" />
      <source>A polygon factory fails when the rule is broken on</source>
      <translation>រោងចក្រជាពហុកោណ មិនអនុលោម ពេលវិធានមិនត្រូវបានគោរពលើ</translation>
    </message>
    <message>
      <location filename="../../processing/parameters.py" />
      <source>any part of its ground</source>
      <translation>ផ្នែកណាមួយនៃផ្ទៃដី</translation>
    </message>
    <message>
      <location filename="../../processing/parameters.py" />
      <source>the majority of its ground</source>
      <translation>ផ្ទៃដីភាគច្រើន</translation>
    </message>
    <message>
      <location filename="../../processing/parameters.py" />
      <source>all of its ground</source>
      <translation>ផ្ទៃដីទាំងមូល</translation>
    </message>
    <message>
      <location filename="../../processing/parameters.py" />
      <source>Any: a broken part, however small, fails. Majority: the verdict that holds on more than half. All: the verdict must hold on the whole ground, otherwise it is undecided. Slivers under 1 m² do not count.</source>
      <translation>ផ្នែកណាមួយ៖ បើផ្នែកណាមួយមិនគោរពវិធាន ទោះតូចក៏ដោយ គឺមិនអនុលោម។ ភាគច្រើន៖ យកលទ្ធផលពិនិត្យ ដែលត្រូវលើផ្ទៃលើសពីពាក់កណ្តាល។ ទាំងមូល៖ លទ្ធផលពិនិត្យត្រូវតែដូចគ្នា លើផ្ទៃដីទាំងមូល បើមិនដូច្នោះទេ គឺមិនទាន់សម្រេច។ បំណែកតូចជាង 1 m² មិនត្រូវបានរាប់ទេ។</translation>
    </message>
    <message>
      <location filename="../../processing/parameters.py" />
      <source>Distances are measured in this CRS. It must be projected, in metres.</source>
      <translation>ចម្ងាយត្រូវបានវាស់ក្នុង CRS នេះ។ វាត្រូវតែជា CRS ចំណោល គិតជាម៉ែត្រ។</translation>
    </message>
    <message>
      <location filename="../../processing/parameters.py" />
      <source>{role}: QGIS itself cannot open “{layer}”. Correct a coordinate of it that is infinite.</source>
      <translation>{role}៖ QGIS ខ្លួនឯងមិនអាចបើក «{layer}» បានទេ។ សូមកែកូអរដោនេរបស់វាដែលមានតម្លៃអនន្ត។</translation>
    </message>
    <message>
      <location filename="../../processing/parameters.py" />
      <source>Say which field of layer “{layer}” is the {label} ({parameter}): it has no field “{usual}”. It has: {fields}.</source>
      <translation>សូមបញ្ជាក់ថា វាលណាមួយរបស់ស្រទាប់ «{layer}» ជា {label} ({parameter})៖ ស្រទាប់នេះគ្មានវាល «{usual}» ទេ។ វាលដែលមាន៖ {fields}។</translation>
    </message>
    <message>
      <location filename="../../processing/parameters.py" />
      <source>“{value}” is no accuracy (DEFAULT_ACCURACY): give a number of metres, 0 or more.</source>
      <translation>«{value}» មិនមែនជាភាពត្រឹមត្រូវទេ (DEFAULT_ACCURACY)៖ សូមផ្ដល់ចំនួនម៉ែត្រ ចាប់ពី 0 ឡើងទៅ។</translation>
    </message>
    <message>
      <location filename="../../processing/parameters.py" />
      <source>The working CRS is not known. Choose a projected one in metres, such as EPSG:32648.</source>
      <translation>មិនស្គាល់ CRS សម្រាប់គណនាទេ។ សូមជ្រើសរើស CRS ចំណោល គិតជាម៉ែត្រ ដូចជា EPSG:32648។</translation>
    </message>
    <message>
      <location filename="../../processing/parameters.py" />
      <source>The working CRS {crs} is in degrees. Distances need metres: choose a projected CRS such as EPSG:32648.</source>
      <translation>CRS សម្រាប់គណនា {crs} គិតជាដឺក្រេ។ ចម្ងាយត្រូវគិតជាម៉ែត្រ៖ សូមជ្រើសរើស CRS ចំណោល ដូចជា EPSG:32648។</translation>
    </message>
    <message>
      <location filename="../../processing/parameters.py" />
      <source>The summary and the findings need two files: both are “{path}”.</source>
      <translation>សេចក្ដីសង្ខេប និងរបកគំហើញ ត្រូវការឯកសារពីរផ្សេងគ្នា៖ ទាំងពីរជា «{path}»។</translation>
    </message>
    <message>
      <location filename="../../processing/parameters.py" />
      <source>the table of recorded decisions</source>
      <translation>តារាងសេចក្តីសម្រេចដែលបានកត់ត្រា</translation>
    </message>
    <message>
      <location filename="../../processing/parameters.py" />
      <source>, feature {id}</source>
      <translation>, វត្ថុ {id}</translation>
    </message>
    <message>
      <location filename="../../processing/parameters.py" />
      <source>Layer “{layer}” has no features to check.</source>
      <translation>ស្រទាប់ «{layer}» គ្មានវត្ថុសម្រាប់ពិនិត្យទេ។</translation>
    </message>
    <message>
      <location filename="../../processing/parameters.py" />
      <source>“{field}” was taken as {label} ({parameter}).</source>
      <translation>«{field}» ត្រូវបានយកជា {label} ({parameter})។</translation>
    </message>
    <message>
      <location filename="../../processing/parameters.py" />
      <source>Layer “{layer}” has no features. Choose another, or leave it out.</source>
      <translation>ស្រទាប់ «{layer}» គ្មានវត្ថុទេ។ សូមជ្រើសរើសស្រទាប់ផ្សេង ឬមិនបាច់ដាក់។</translation>
    </message>
    <message>
      <location filename="../../processing/parameters.py" />
      <source>points or polygons</source>
      <translation>ចំណុច ឬពហុកោណ</translation>
    </message>
    <message>
      <location filename="../../processing/parameters.py" />
      <source>points, lines or polygons</source>
      <translation>ចំណុច បន្ទាត់ ឬពហុកោណ</translation>
    </message>
    <message>
      <location filename="../../processing/parameters.py" />
      <source>{role}: layer “{layer}” is a table without geometry; {wanted} are needed. If it has columns of coordinates, make points of them first (“Create points layer from table”).</source>
      <translation>{role}៖ ស្រទាប់ «{layer}» ជាតារាងគ្មានរូបធរណីមាត្រ ត្រូវការ{wanted}។ ប្រសិនបើវាមានជួរឈរកូអរដោនេ សូមបង្កើតចំណុចពីវាជាមុនសិន («Create points layer from table»)។</translation>
    </message>
    <message>
      <location filename="../../processing/parameters.py" />
      <source>{role}: layer “{layer}” holds {found}; {wanted} are needed.</source>
      <translation>{role}៖ ស្រទាប់ «{layer}» មាន {found} ប៉ុន្តែត្រូវការ {wanted}។</translation>
    </message>
    <message>
      <location filename="../../processing/parameters.py" />
      <source>{role}: layer “{layer}” has no coordinate reference system. Set it in the layer's properties, or in the address of a table of coordinates (crs=EPSG:…); for UTM metres it is usually EPSG:32648.</source>
      <translation>{role}៖ ស្រទាប់ «{layer}» គ្មានប្រព័ន្ធយោងកូអរដោនេទេ។ សូមកំណត់វាក្នុងលក្ខណសម្បត្តិស្រទាប់ ឬក្នុងអាសយដ្ឋាននៃតារាងកូអរដោនេ (crs=EPSG:…)។ សម្រាប់ UTM គិតជាម៉ែត្រ ជាធម្មតាគឺ EPSG:32648។</translation>
    </message>
    <message>
      <location filename="../../processing/parameters.py" />
      <source>{role}: no feature of layer “{layer}” is selected. Select some, or untick “Selected features only”.</source>
      <translation>{role}៖ គ្មានវត្ថុណាមួយនៃស្រទាប់ «{layer}» ត្រូវបានជ្រើសរើសទេ។ សូមជ្រើសរើសខ្លះ ឬដោះសញ្ញាធីក «Selected features only»។</translation>
    </message>
    <message>
      <location filename="../../processing/parameters.py" />
      <source>{role}: layer “{layer}” has no features.</source>
      <translation>{role}៖ ស្រទាប់ «{layer}» គ្មានវត្ថុទេ។</translation>
    </message>
    <message>
      <location filename="../../processing/parameters.py" />
      <source>unknown geometries</source>
      <translation>រូបធរណីមាត្រមិនស្គាល់</translation>
    </message>
    <message>
      <location filename="../../processing/parameters.py" />
      <source>Layer “{layer}” is labelled {crs}, but its coordinates look like degrees. Set the CRS that they are in, often EPSG:4326.</source>
      <translation>ស្រទាប់ «{layer}» មានស្លាក {crs} ប៉ុន្តែកូអរដោនេរបស់វាមើលទៅដូចជាដឺក្រេ។ សូមកំណត់ CRS ពិតប្រាកដរបស់វា ដែលច្រើនតែជា EPSG:4326។</translation>
    </message>
    <message>
      <location filename="../../processing/provider.py" />
      <location filename="../../qgis_plugin/desktop.py" />
      <location filename="../../qgis_plugin/editing/telling.py" />
      <location filename="../../qgis_plugin/options/part.py" />
      <location filename="../../qgis_plugin/panel/dock.py" />
      <location filename="../../qgis_plugin/plugin.py" />
      <source>Factory Locations</source>
      <translation>ទីតាំងរោងចក្រ</translation>
    </message>
    <message>
      <location filename="../../processing/proximity.py" />
      <source>The targets have more than {most} classes (field “{field}”): each would be several columns. Choose a field with fewer, or none (CLASS_FIELD).</source>
      <translation>គោលដៅមានថ្នាក់ច្រើនជាង {most} (វាល «{field}»)៖ ថ្នាក់នីមួយៗនឹងក្លាយជាជួរឈរច្រើន។ សូមជ្រើសរើសវាលដែលមានថ្នាក់តិចជាង ឬកុំជ្រើសវាលណាមួយ (CLASS_FIELD)។</translation>
    </message>
    <message>
      <location filename="../../processing/proximity.py" />
      <source>features of “{group}” without a number in field “{field}”: {count}</source>
      <translation>វត្ថុនៃ «{group}» ដែលគ្មានចំនួនក្នុងវាល «{field}»៖ {count}</translation>
    </message>
    <message>
      <location filename="../../processing/proximity.py" />
      <source>They count as 0 in the sums.</source>
      <translation>វត្ថុទាំងនេះ រាប់ជា 0 ក្នុងផលបូក។</translation>
    </message>
    <message>
      <location filename="../../processing/proximity.py" />
      <source>What is near each factory of “{layer}”.</source>
      <translation>អ្វីដែលនៅជិតរោងចក្រនីមួយៗនៃ «{layer}»។</translation>
    </message>
    <message>
      <location filename="../../processing/proximity.py" />
      <source>Factories and their nearest targets, one row a pair.</source>
      <translation>រោងចក្រ និងគោលដៅជិតបំផុតរបស់វា មួយជួរសម្រាប់គូនីមួយៗ។</translation>
    </message>
    <message>
      <location filename="../../processing/proximity.py" />
      <source>What the columns of the table factories are.</source>
      <translation>អត្ថន័យនៃជួរឈរក្នុងតារាង factories។</translation>
    </message>
    <message>
      <location filename="../../processing/proximity.py" />
      <source>From each factory to the nearest point of its targets, in a straight line.</source>
      <translation>ពីរោងចក្រនីមួយៗ ដល់ចំណុចជិតបំផុតនៃគោលដៅរបស់វា តាមបន្ទាត់ត្រង់។</translation>
    </message>
    <message>
      <location filename="../../processing/proximity.py" />
      <source>at distance 0, {note}: it touches or overlaps the premises</source>
      <translation>នៅចម្ងាយ 0៖ {note}៖ វាប៉ះ ឬត្រួតលើបរិវេណរោងចក្រ</translation>
    </message>
    <message>
      <location filename="../../processing/proximity.py" />
      <source>{note}: the factory stands in it or on its border</source>
      <translation>{note}៖ រោងចក្រស្ថិតក្នុងគោលដៅនោះ ឬនៅលើព្រំរបស់វា</translation>
    </message>
    <message>
      <location filename="../../processing/proximity.py" />
      <source>{note}: the factory stands at the same point, or on the line</source>
      <translation>{note}៖ រោងចក្រស្ថិតនៅចំណុចតែមួយនឹងគោលដៅ ឬនៅលើបន្ទាត់នោះ</translation>
    </message>
    <message>
      <location filename="../../processing/proximity.py" />
      <source>at distance 0, {notes}</source>
      <translation>បើចម្ងាយជា 0 មាន៖ {notes}</translation>
    </message>
    <message>
      <location filename="../../processing/proximity.py" />
      <source>id of the nearest</source>
      <translation>លេខសម្គាល់នៃគោលដៅជិតបំផុត</translation>
    </message>
    <message>
      <location filename="../../processing/proximity.py" />
      <source>name of the nearest</source>
      <translation>ឈ្មោះនៃគោលដៅជិតបំផុត</translation>
    </message>
    <message>
      <location filename="../../processing/proximity.py" />
      <source>distance to it in metres, geodesic</source>
      <translation>ចម្ងាយដល់គោលដៅនោះ គិតជាម៉ែត្រ វាស់លើផ្ទៃផែនដី (geodesic)</translation>
    </message>
    <message>
      <location filename="../../processing/proximity.py" />
      <source>direction to it in degrees, clockwise from true north</source>
      <translation>ទិសដៅទៅគោលដៅនោះ គិតជាដឺក្រេ តាមទ្រនិចនាឡិកា ពីទិសខាងជើងពិត</translation>
    </message>
    <message>
      <location filename="../../processing/proximity.py" />
      <source>direction to it in words</source>
      <translation>ទិសដៅទៅគោលដៅនោះ ជាពាក្យ</translation>
    </message>
    <message>
      <location filename="../../processing/proximity.py" />
      <source>distance to it by road in metres</source>
      <translation>ចម្ងាយតាមផ្លូវដល់គោលដៅនោះ គិតជាម៉ែត្រ</translation>
    </message>
    <message>
      <location filename="../../processing/proximity.py" />
      <source>number in the ring</source>
      <translation>ចំនួនគោលដៅក្នុងរង្វង់</translation>
    </message>
    <message>
      <location filename="../../processing/proximity.py" />
      <source>sum of {field} in the ring</source>
      <translation>ផលបូកនៃ {field} ក្នុងរង្វង់</translation>
    </message>
    <message>
      <location filename="../../processing/proximity.py" />
      <source>share of the ring's ground that they cover, 0 to 1</source>
      <translation>ចំណែកផ្ទៃដីនៃរង្វង់ ដែលគោលដៅគ្របដណ្តប់ ពី 0 ដល់ 1</translation>
    </message>
    <message>
      <location filename="../../processing/proximity.py" />
      <source>the same in hectares</source>
      <translation>ផ្ទៃដីដដែល គិតជាហិកតា</translation>
    </message>
    <message>
      <location filename="../../processing/proximity.py" />
      <source>the rings were empty: metres to which the last one was extended, to the nearest</source>
      <translation>រង្វង់ទទេ៖ ចម្ងាយគិតជាម៉ែត្រ ដែលរង្វង់ចុងក្រោយត្រូវបានពង្រីក ដល់គោលដៅជិតបំផុត</translation>
    </message>
    <message>
      <location filename="../../processing/proximity.py" />
      <source>{group}: none within reach of any factory.</source>
      <translation>{group}៖ គ្មានគោលដៅណាមួយ ក្នុងចម្ងាយស្វែងរកពីរោងចក្រណាមួយទេ។</translation>
    </message>
    <message>
      <location filename="../../processing/proximity.py" />
      <source>{group}: found for {found} of {factories} factories; nearest {least} m, median {median} m.</source>
      <translation>{group}៖ រកឃើញសម្រាប់រោងចក្រ {found} ក្នុងចំណោម {factories}។ ជិតបំផុត {least} m មេដ្យាន {median} m។</translation>
    </message>
    <message>
      <location filename="../../processing/proximity.py" />
      <source>{group}, {low}–{high} m: factories with any: {count}; different targets: {targets}.</source>
      <translation>{group} ចម្ងាយ {low}–{high} m៖ រោងចក្រដែលមានគោលដៅ៖ {count}។ គោលដៅខុសគ្នា៖ {targets}។</translation>
    </message>
    <message>
      <location filename="../../processing/proximity.py" />
      <source>{group}: rings that were empty and reach to the nearest now: {count}.</source>
      <translation>{group}៖ រង្វង់ទទេ ដែលឥឡូវលាតដល់គោលដៅជិតបំផុត៖ {count}។</translation>
    </message>
    <message>
      <location filename="../../processing/proximity.py" />
      <source>{group}, ways: {why}: {count}.</source>
      <translation>{group} ផ្លូវធ្វើដំណើរ៖ {why}៖ {count}។</translation>
    </message>
    <message>
      <location filename="../../processing/register/algorithm.py" />
      <source>The register to change: a GeoPackage, or a table of PostGIS. It must not be in edit mode.</source>
      <translation>បញ្ជីរោងចក្រដែលត្រូវកែប្រែ៖ GeoPackage មួយ ឬតារាងមួយនៃ PostGIS។ បញ្ជីនេះមិនត្រូវស្ថិតក្នុងរបៀបកែឡើយ។</translation>
    </message>
    <message>
      <location filename="../../processing/register/algorithm.py" />
      <source>Only try it out</source>
      <translation>គ្រាន់តែសាកល្បង</translation>
    </message>
    <message>
      <location filename="../../processing/register/algorithm.py" />
      <source>Everything is looked up and reported, and nothing is changed.</source>
      <translation>អ្វីៗទាំងអស់ត្រូវបានពិនិត្យរក និងរាយការណ៍ តែគ្មានអ្វីត្រូវបានកែប្រែទេ។</translation>
    </message>
    <message>
      <location filename="../../processing/register/algorithm.py" />
      <source>Who decides</source>
      <translation>អ្នកសម្រេច</translation>
    </message>
    <message>
      <location filename="../../processing/register/algorithm.py" />
      <source>The name kept in the log. Empty: the name of the account.</source>
      <translation>ឈ្មោះដែលរក្សាទុកក្នុងកំណត់ហេតុ។ ទុកទទេ៖ ឈ្មោះគណនី។</translation>
    </message>
    <message>
      <location filename="../../processing/register/algorithm.py" />
      <location filename="../../processing/titles.py" />
      <source>Reason</source>
      <translation>ហេតុផល</translation>
    </message>
    <message>
      <location filename="../../processing/register/algorithm.py" />
      <source>Kept in the log beside every change. Empty: the evidence.</source>
      <translation>រក្សាទុកក្នុងកំណត់ហេតុ នៅក្បែរការកែប្រែនីមួយៗ។ ទុកទទេ៖ ភស្តុតាង។</translation>
    </message>
    <message>
      <location filename="../../processing/register/algorithm.py" />
      <source>Counts, and the batch by which the changes can be undone.</source>
      <translation>ចំនួនសរុប និងបណ្តុំការកែប្រែ ដែលអាចប្រើសម្រាប់ត្រឡប់ការកែប្រែវិញ។</translation>
    </message>
    <message>
      <location filename="../../processing/register/algorithm.py" />
      <source>Batch in the log</source>
      <translation>បណ្តុំការកែប្រែក្នុងកំណត់ហេតុ</translation>
    </message>
    <message>
      <location filename="../../processing/register/algorithm.py" />
      <source>The report is a GeoPackage: give it a name that ends in .gpkg, not “{name}”.</source>
      <translation>របាយការណ៍ត្រូវរក្សាទុកជា GeoPackage៖ សូមដាក់ឈ្មោះដែលបញ្ចប់ដោយ .gpkg មិនមែន «{name}» ទេ។</translation>
    </message>
    <message>
      <location filename="../../processing/register/algorithm.py" />
      <source>The summary and the report need two files: both are “{path}”.</source>
      <translation>សេចក្តីសង្ខេប និងរបាយការណ៍ ត្រូវមានឯកសារពីរ៖ ទាំងពីរគឺ «{path}»។</translation>
    </message>
    <message>
      <location filename="../../processing/register/corrections.py" />
      <source>{label}: layer “{layer}” has no field “{field}”. Choose the layer “proposals” of a check of coordinates.</source>
      <translation>{label}៖ ស្រទាប់ «{layer}» គ្មានវាល «{field}» ទេ។ សូមជ្រើសរើសស្រទាប់ «proposals» នៃការពិនិត្យកូអរដោនេ។</translation>
    </message>
    <message>
      <location filename="../../processing/register/corrections.py" />
      <location filename="../../processing/register/undo.py" />
      <source>{count} rows of the register have this id. Give each an id of its own.</source>
      <translation>{count} ជួរនៃបញ្ជីរោងចក្រ មានលេខសម្គាល់នេះ។ សូមផ្តល់លេខសម្គាល់ផ្ទាល់ខ្លួនដល់ជួរនីមួយៗ។</translation>
    </message>
    <message>
      <location filename="../../processing/register/corrections.py" />
      <source>No factory of the register has this id.</source>
      <translation>គ្មានរោងចក្រណាក្នុងបញ្ជីរោងចក្រ មានលេខសម្គាល់នេះទេ។</translation>
    </message>
    <message>
      <location filename="../../processing/register/corrections.py" />
      <source>The proposed place is no place on the map.</source>
      <translation>ទីតាំងដែលបានស្នើ មិនមែនជាទីតាំងលើផែនទីទេ។</translation>
    </message>
    <message>
      <location filename="../../processing/register/corrections.py" />
      <source>The location was changed meanwhile: it is no longer the one the proposal was made for.</source>
      <translation>ទីតាំងត្រូវបានកែប្រែក្នុងពេលនោះ៖ វាលែងជាទីតាំងដែលសំណើត្រូវបានធ្វើសម្រាប់។</translation>
    </message>
    <message>
      <location filename="../../processing/register/corrections.py" />
      <source>The register says so already.</source>
      <translation>បញ្ជីរោងចក្រមានដូច្នោះរួចហើយ។</translation>
    </message>
    <message>
      <location filename="../../processing/register/corrections.py" />
      <source>The register has no coordinate reference system. Set it in the layer's properties; for coordinates in UTM metres that is usually EPSG:32648.</source>
      <translation>បញ្ជីរោងចក្រគ្មានប្រព័ន្ធយោងកូអរដោនេទេ។ សូមកំណត់វាក្នុងលក្ខណសម្បត្តិស្រទាប់។ សម្រាប់កូអរដោនេ UTM គិតជាម៉ែត្រ ជាធម្មតាគឺ EPSG:32648។</translation>
    </message>
    <message>
      <location filename="../../processing/register/corrections.py" />
      <source>A person has rejected it.</source>
      <translation>មន្ត្រីបានបដិសេធសំណើនេះ។</translation>
    </message>
    <message>
      <location filename="../../processing/register/corrections.py" />
      <source>Nobody has accepted it yet.</source>
      <translation>មិនទាន់មានអ្នកទទួលយកសំណើនេះទេ។</translation>
    </message>
    <message>
      <location filename="../../processing/register/corrections.py" />
      <source>Its code is none of those asked for.</source>
      <translation>លេខកូដរបស់សំណើនេះ មិនស្ថិតក្នុងចំណោមលេខកូដដែលបានតម្រូវទេ។</translation>
    </message>
    <message>
      <location filename="../../processing/register/corrections.py" />
      <source>It is less certain than asked for. Accept it by itself if it is right.</source>
      <translation>សំណើនេះមានកម្រិតប្រាកដទាបជាងអ្វីដែលបានតម្រូវ។ បើវាត្រឹមត្រូវ សូមទទួលយកវាដោយឡែក។</translation>
    </message>
    <message>
      <location filename="../../processing/register/corrections.py" />
      <source>It is not the best proposal for its finding. Accept it by itself if it is right.</source>
      <translation>សំណើនេះមិនមែនជាសំណើល្អបំផុតសម្រាប់របកគំហើញរបស់វាទេ។ បើវាត្រឹមត្រូវ សូមទទួលយកវាដោយឡែក។</translation>
    </message>
    <message>
      <location filename="../../processing/register/corrections.py" />
      <source>Another proposal for this factory was accepted.</source>
      <translation>សំណើផ្សេងសម្រាប់រោងចក្រនេះ ត្រូវបានទទួលយក។</translation>
    </message>
    <message>
      <location filename="../../processing/register/corrections.py" />
      <source>It names no factory.</source>
      <translation>សំណើនេះមិនបញ្ជាក់រោងចក្រណាមួយទេ។</translation>
    </message>
    <message>
      <location filename="../../processing/register/corrections.py" />
      <source>Several proposals for this factory are chosen ({proposals}). Accept one and reject the others.</source>
      <translation>សំណើច្រើនសម្រាប់រោងចក្រនេះ ត្រូវបានជ្រើស ({proposals})។ សូមទទួលយកមួយ ហើយបដិសេធសំណើផ្សេងទៀត។</translation>
    </message>
    <message>
      <location filename="../../processing/register/corrections.py" />
      <source>What was applied to the register, what was left, and why.</source>
      <translation>អ្វីដែលបានអនុវត្តទៅលើបញ្ជីរោងចក្រ អ្វីដែលទុកដដែល និងមូលហេតុ។</translation>
    </message>
    <message>
      <location filename="../../processing/register/duplicates.py" />
      <source>Not found any more: {factories} is not in the register. Kept because it is decided.</source>
      <translation>លែងរកឃើញ៖ {factories} មិនមានក្នុងបញ្ជីរោងចក្រទេ។ ត្រូវបានរក្សាទុក ព្រោះបានសម្រេចរួចហើយ។</translation>
    </message>
    <message>
      <location filename="../../processing/register/duplicates.py" />
      <source>Not found any more in the last search. Kept because it is decided.</source>
      <translation>លែងរកឃើញក្នុងការស្វែងរកចុងក្រោយ។ ត្រូវបានរក្សាទុក ព្រោះបានសម្រេចរួចហើយ។</translation>
    </message>
    <message>
      <location filename="../../processing/register/duplicates.py" />
      <source>the names are of words that many have</source>
      <translation>ឈ្មោះទាំងនេះផ្សំពីពាក្យដែលរោងចក្រច្រើនមាន</translation>
    </message>
    <message>
      <location filename="../../processing/register/duplicates.py" />
      <source>no third factory within {limit}</source>
      <translation>គ្មានរោងចក្រទីបីក្នុងចម្ងាយ {limit}</translation>
    </message>
    <message>
      <location filename="../../processing/register/duplicates.py" />
      <source>the same factory id {id}</source>
      <translation>លេខសម្គាល់រោងចក្រដូចគ្នា {id}</translation>
    </message>
    <message>
      <location filename="../../processing/register/duplicates.py" />
      <source>the same licence {licence}</source>
      <translation>លិខិតអនុញ្ញាតដូចគ្នា {licence}</translation>
    </message>
    <message>
      <location filename="../../processing/register/duplicates.py" />
      <source>licences {licence} and {licence_b}, the same but for leading zeros or “No.”</source>
      <translation>លិខិតអនុញ្ញាត {licence} និង {licence_b} ដូចគ្នា ខុសតែលេខសូន្យនៅខាងដើម ឬ «No.»</translation>
    </message>
    <message>
      <location filename="../../processing/register/duplicates.py" />
      <source>the same licence {licence}, which more factories have</source>
      <translation>លិខិតអនុញ្ញាតដូចគ្នា {licence} ដែលរោងចក្រផ្សេងទៀតក៏មាន</translation>
    </message>
    <message>
      <location filename="../../processing/register/duplicates.py" />
      <source>the same name ({score})</source>
      <translation>ឈ្មោះដូចគ្នា ({score})</translation>
    </message>
    <message>
      <location filename="../../processing/register/duplicates.py" />
      <source>names alike ({score})</source>
      <translation>ឈ្មោះស្រដៀងគ្នា ({score})</translation>
    </message>
    <message>
      <location filename="../../processing/register/duplicates.py" />
      <source>names close to each other ({score})</source>
      <translation>ឈ្មោះប្រហាក់ប្រហែលគ្នា ({score})</translation>
    </message>
    <message>
      <location filename="../../processing/register/duplicates.py" />
      <source>the Khmer and the Latin name may sound alike ({score}, weak)</source>
      <translation>ឈ្មោះជាអក្សរខ្មែរ និងជាអក្សរឡាតាំង អាចមានសូរស្រដៀងគ្នា ({score} ភស្តុតាងខ្សោយ)</translation>
    </message>
    <message>
      <location filename="../../processing/register/duplicates.py" />
      <source>the same operator {operator}</source>
      <translation>ប្រតិបត្តិករដូចគ្នា {operator}</translation>
    </message>
    <message>
      <location filename="../../processing/register/duplicates.py" />
      <source>at one place ({distance} apart)</source>
      <translation>នៅកន្លែងតែមួយ (ចម្ងាយពីគ្នា {distance})</translation>
    </message>
    <message>
      <location filename="../../processing/register/duplicates.py" />
      <source>{distance} apart</source>
      <translation>ចម្ងាយពីគ្នា {distance}</translation>
    </message>
    <message>
      <location filename="../../processing/register/duplicates.py" />
      <source>{distance} apart, which their accuracies ({reach} together) allow for</source>
      <translation>ចម្ងាយពីគ្នា {distance} ដែលភាពត្រឹមត្រូវរបស់ទាំងពីរ (សរុប {reach}) អាចពន្យល់បាន</translation>
    </message>
    <message>
      <location filename="../../processing/register/duplicates.py" />
      <source>the same activity ({activity})</source>
      <translation>សកម្មភាពដូចគ្នា ({activity})</translation>
    </message>
    <message>
      <location filename="../../processing/register/duplicates.py" />
      <source>activities of one division ({activity}, {activity_b})</source>
      <translation>សកម្មភាពក្នុងផ្នែកតែមួយ ({activity}, {activity_b})</translation>
    </message>
    <message>
      <location filename="../../processing/register/duplicates.py" />
      <source>in one commune ({commune})</source>
      <translation>ក្នុងឃុំ-សង្កាត់តែមួយ ({commune})</translation>
    </message>
    <message>
      <location filename="../../processing/register/duplicates.py" />
      <source>about as many employees ({staff_a}, {staff_b})</source>
      <translation>ចំនួនកម្មករនិយោជិតប្រហាក់ប្រហែលគ្នា ({staff_a}, {staff_b})</translation>
    </message>
    <message>
      <location filename="../../processing/register/duplicates.py" />
      <source>the two are in different groups, linked by few of their members</source>
      <translation>កំណត់ត្រាទាំងពីរស្ថិតក្នុងក្រុមផ្សេងគ្នា ដែលសមាជិកតែពីរបីប៉ុណ្ណោះភ្ជាប់គ្នា</translation>
    </message>
    <message>
      <location filename="../../processing/register/duplicates.py" />
      <source>a location is missing, so the places cannot be compared</source>
      <translation>ខ្វះទីតាំងមួយ ដូច្នេះ មិនអាចប្រៀបធៀបទីតាំងទាំងពីរបានទេ</translation>
    </message>
    <message>
      <location filename="../../processing/register/duplicates.py" />
      <source>different numbers in the names (“{name_a}”, “{name_b}”)</source>
      <translation>លេខខុសគ្នាក្នុងឈ្មោះ («{name_a}», «{name_b}»)</translation>
    </message>
    <message>
      <location filename="../../processing/register/duplicates.py" />
      <source>one operator with two licences ({licence_a}, {licence_b}): perhaps two factories in one compound</source>
      <translation>ប្រតិបត្តិករតែមួយ មានលិខិតអនុញ្ញាតពីរ ({licence_a}, {licence_b})៖ ប្រហែលជារោងចក្រពីរក្នុងបរិវេណតែមួយ</translation>
    </message>
    <message>
      <location filename="../../processing/register/duplicates.py" />
      <source>one operator with two licences ({licence_a}, {licence_b}): renewed, or two factories in one compound</source>
      <translation>ប្រតិបត្តិករតែមួយ មានលិខិតអនុញ្ញាតពីរ ({licence_a}, {licence_b})៖ បានបន្តសុពលភាព ឬជារោងចក្រពីរក្នុងបរិវេណតែមួយ</translation>
    </message>
    <message>
      <location filename="../../processing/register/duplicates.py" />
      <source>different operators ({operator_a}, {operator_b}) and licences ({licence_a}, {licence_b})</source>
      <translation>ប្រតិបត្តិករខុសគ្នា ({operator_a}, {operator_b}) និងលិខិតអនុញ្ញាតខុសគ្នា ({licence_a}, {licence_b})</translation>
    </message>
    <message>
      <location filename="../../processing/register/duplicates.py" />
      <source>different licences ({licence_a}, {licence_b})</source>
      <translation>លិខិតអនុញ្ញាតខុសគ្នា ({licence_a}, {licence_b})</translation>
    </message>
    <message>
      <location filename="../../processing/register/duplicates.py" />
      <source>different operators ({operator_a}, {operator_b})</source>
      <translation>ប្រតិបត្តិករខុសគ្នា ({operator_a}, {operator_b})</translation>
    </message>
    <message>
      <location filename="../../processing/register/duplicates.py" />
      <source>different activities ({activity_a}, {activity_b})</source>
      <translation>សកម្មភាពខុសគ្នា ({activity_a}, {activity_b})</translation>
    </message>
    <message>
      <location filename="../../processing/register/duplicates.py" />
      <source>different activities in the names (“{name_a}”, “{name_b}”)</source>
      <translation>សកម្មភាពខុសគ្នាក្នុងឈ្មោះ («{name_a}», «{name_b}»)</translation>
    </message>
    <message>
      <location filename="../../processing/register/duplicates.py" />
      <source>different provinces ({province_a}, {province_b})</source>
      <translation>រាជធានី-ខេត្តខុសគ្នា ({province_a}, {province_b})</translation>
    </message>
    <message>
      <location filename="../../processing/register/duplicates.py" />
      <source>different names (“{name_a}”, “{name_b}”)</source>
      <translation>ឈ្មោះខុសគ្នា («{name_a}», «{name_b}»)</translation>
    </message>
    <message>
      <location filename="../../processing/register/duplicates.py" />
      <source>{told}; {more}</source>
      <translation>{told}។ {more}</translation>
    </message>
    <message>
      <location filename="../../processing/register/duplicates.py" />
      <source>{told}.</source>
      <translation>{told}។</translation>
    </message>
    <message>
      <location filename="../../processing/register/duplicates.py" />
      <source>Part of a longer chain of pairs that was cut where its links were few: look at each pair.</source>
      <translation>ជាផ្នែកនៃខ្សែសង្វាក់គូដ៏វែងមួយ ដែលត្រូវបានកាត់ត្រង់កន្លែងមានតំណតិច៖ សូមពិនិត្យមើលគូនីមួយៗ។</translation>
    </message>
    <message>
      <location filename="../../processing/register/duplicates.py" />
      <source>Decide its pairs in the table “pairs”.</source>
      <translation>សូមសម្រេចលើគូរបស់ក្រុមនេះ ក្នុងតារាង «pairs»។</translation>
    </message>
    <message>
      <location filename="../../processing/register/edits.py" />
      <location filename="../../processing/register/table.py" />
      <source>The register “{register}” has no field “{field}”. It has: {fields}.</source>
      <translation>បញ្ជីរោងចក្រ «{register}» គ្មានវាល «{field}» ទេ។ វាលដែលមាន៖ {fields}។</translation>
    </message>
    <message>
      <location filename="../../processing/register/importing.py" />
      <source>no {field}, by which the row would be found again: give the row one, or choose another key in the profile</source>
      <translation>គ្មាន {field} ដែលត្រូវប្រើសម្រាប់រកជួរនេះឡើងវិញ៖ សូមផ្តល់តម្លៃឱ្យជួរនេះ ឬជ្រើសរើសវាលសម្គាល់ផ្សេងក្នុងទម្រង់ផ្គូផ្គង</translation>
    </message>
    <message>
      <location filename="../../processing/register/importing.py" />
      <source>“{value}” is no {field}, by which the row would be found again</source>
      <translation>«{value}» មិនមែនជា {field} ដែលត្រូវប្រើសម្រាប់រកជួរនេះឡើងវិញទេ</translation>
    </message>
    <message>
      <location filename="../../processing/register/importing.py" />
      <source>{field} “{value}” stands in row {row} already</source>
      <translation>{field} «{value}» មានក្នុងជួរទី {row} រួចហើយ</translation>
    </message>
    <message>
      <location filename="../../processing/register/importing.py" />
      <source>{field} “{value}” stands in row {row} already, spelled “{other}”</source>
      <translation>{field} «{value}» មានក្នុងជួរទី {row} រួចហើយ ដោយសរសេរជា «{other}»</translation>
    </message>
    <message>
      <location filename="../../processing/register/importing.py" />
      <source>no factory_id, and none could be made</source>
      <translation>គ្មាន factory_id ហើយមិនអាចបង្កើតបានទេ</translation>
    </message>
    <message>
      <location filename="../../processing/register/importing.py" />
      <source>factory_id “{value}” stands in row {row} already</source>
      <translation>factory_id «{value}» មានក្នុងជួរទី {row} រួចហើយ</translation>
    </message>
    <message>
      <location filename="../../processing/register/importing.py" />
      <source>factory_id “{value}” is another factory's in the register</source>
      <translation>factory_id «{value}» ជារបស់រោងចក្រផ្សេង ក្នុងបញ្ជីរោងចក្រ</translation>
    </message>
    <message>
      <location filename="../../processing/register/importing.py" />
      <source>{field} is missing, and the profile has no default</source>
      <translation>ខ្វះ {field} ហើយទម្រង់ផ្គូផ្គងគ្មានតម្លៃលំនាំដើមទេ</translation>
    </message>
    <message>
      <location filename="../../processing/register/importing.py" />
      <source>The keys ({key}) do not mean the same factories in “{source}” and in the register: {count} of {matched} matched rows would become another factory, with another name, licence or province. {examples}. Nothing was changed. Find the rows by another key, such as the licence number; or, if the list is right all the same, write “identity: trust” into the mapping profile.</source>
      <translation>តម្លៃនៃវាលសម្គាល់ ({key}) មិនសំដៅលើរោងចក្រដូចគ្នា ក្នុង «{source}» និងក្នុងបញ្ជីរោងចក្រទេ៖ {count} ជួរ ក្នុងចំណោម {matched} ជួរដែលបានផ្គូផ្គង នឹងក្លាយជារោងចក្រផ្សេង ដែលមានឈ្មោះ លិខិតអនុញ្ញាត ឬរាជធានី-ខេត្តផ្សេង។ {examples}។ គ្មានអ្វីត្រូវបានកែប្រែទេ។ សូមរកជួរតាមវាលសម្គាល់ផ្សេង ដូចជាលេខលិខិតអនុញ្ញាត ឬបើបញ្ជីនេះពិតជាត្រឹមត្រូវមែន សូមសរសេរ «identity: trust» ក្នុងទម្រង់ផ្គូផ្គង។</translation>
    </message>
    <message>
      <location filename="../../processing/register/importing.py" />
      <source>The register has no field “{field}”, by which rows would be found again.</source>
      <translation>បញ្ជីរោងចក្រគ្មានវាល «{field}» ដែលត្រូវប្រើសម្រាប់រកជួរឡើងវិញទេ។</translation>
    </message>
    <message>
      <location filename="../../processing/register/importing.py" />
      <source>“{value}” looks like “{other}” of row {row}; they were taken for two factories</source>
      <translation>«{value}» មើលទៅដូចជា «{other}» ក្នុងជួរទី {row}។ ទាំងពីរត្រូវបានចាត់ទុកជារោងចក្រពីរ</translation>
    </message>
    <message>
      <location filename="../../processing/register/importing.py" />
      <source>“{value}” looks like “{other}” of the register; they were taken for two factories</source>
      <translation>«{value}» មើលទៅដូចជា «{other}» ក្នុងបញ្ជីរោងចក្រ។ ទាំងពីរត្រូវបានចាត់ទុកជារោងចក្រពីរ</translation>
    </message>
    <message>
      <location filename="../../processing/register/importing.py" />
      <source>“{value}” is “{old}” of the register in another spelling; the register's was kept</source>
      <translation>«{value}» គឺ «{old}» ក្នុងបញ្ជីរោងចក្រ ដែលសរសេរតាមអក្ខរាវិរុទ្ធផ្សេង។ អក្ខរាវិរុទ្ធក្នុងបញ្ជីរោងចក្រ ត្រូវបានរក្សាទុក</translation>
    </message>
    <message>
      <location filename="../../processing/register/importing.py" />
      <source>{count} factories of the register have {field} “{value}”</source>
      <translation>រោងចក្រ {count} ក្នុងបញ្ជីរោងចក្រ មាន {field} «{value}»</translation>
    </message>
    <message>
      <location filename="../../processing/register/importing.py" />
      <source>{field} “{value}” is {factory}, and {count} rows of the register have that id</source>
      <translation>{field} «{value}» ជារបស់ {factory} ហើយ {count} ជួរនៃបញ្ជីរោងចក្រ មានលេខសម្គាល់នោះ</translation>
    </message>
    <message>
      <location filename="../../processing/register/importing.py" />
      <source>{field} “{value}” is {factory} in {old}, and the row is about {new}: another factory of that name?</source>
      <translation>{field} «{value}» ជារោងចក្រ {factory} ក្នុង {old} ហើយជួរនេះនិយាយអំពី {new}៖ តើជារោងចក្រផ្សេងដែលមានឈ្មោះដូចគ្នាឬ?</translation>
    </message>
    <message>
      <location filename="../../processing/register/importing.py" />
      <source>{field} “{value}”: {factory} was merged into {kept} on {day}; the row was not imported</source>
      <translation>{field} «{value}»៖ {factory} ត្រូវបានបញ្ចូលជាតែមួយទៅក្នុង {kept} នៅថ្ងៃ {day}។ ជួរនេះមិនត្រូវបាននាំចូលទេ</translation>
    </message>
    <message>
      <location filename="../../processing/register/importing.py" />
      <source>{field} “{value}”: {factory} was merged into another factory on {day}; the row was not imported</source>
      <translation>{field} «{value}»៖ {factory} ត្រូវបានបញ្ចូលជាតែមួយទៅក្នុងរោងចក្រផ្សេង នៅថ្ងៃ {day}។ ជួរនេះមិនត្រូវបាននាំចូលទេ</translation>
    </message>
    <message>
      <location filename="../../processing/register/importing.py" />
      <source>another factory? {changes}</source>
      <translation>តើជារោងចក្រផ្សេងឬ? {changes}</translation>
    </message>
    <message>
      <location filename="../../processing/register/importing.py" />
      <source>{why}; the field was left empty</source>
      <translation>{why} ដូច្នេះ វាលនេះត្រូវបានទុកទទេ</translation>
    </message>
    <message>
      <location filename="../../processing/register/importing.py" />
      <source>{why}; the default “{value}” was taken</source>
      <translation>{why} ដូច្នេះ បានយកតម្លៃលំនាំដើម «{value}»</translation>
    </message>
    <message>
      <location filename="../../processing/register/importing.py" />
      <source>{why}; the register's “{value}” was kept</source>
      <translation>{why} ដូច្នេះ តម្លៃ «{value}» ក្នុងបញ្ជីរោងចក្រ ត្រូវបានរក្សាទុក</translation>
    </message>
    <message>
      <location filename="../../processing/register/importing.py" />
      <source>Rows that were not taken, with the reasons and everything that stood in them.</source>
      <translation>ជួរដែលមិនទទួល ព្រមទាំងមូលហេតុ និងអ្វីៗទាំងអស់ដែលមានក្នុងជួរនោះ។</translation>
    </message>
    <message>
      <location filename="../../processing/register/importing.py" />
      <source>What became of every other row.</source>
      <translation>លទ្ធផលនៃជួរផ្សេងទៀតនីមួយៗ។</translation>
    </message>
    <message>
      <location filename="../../processing/register/importing.py" />
      <source>What was not taken as it stood, and how it was read.</source>
      <translation>អ្វីដែលមិនត្រូវបានយកតាមដែលមាន និងរបៀបដែលវាត្រូវបានអាន។</translation>
    </message>
    <message>
      <location filename="../../processing/register/importing.py" />
      <source>Rows read: {read} = new {new} + updated {updated} + unchanged {unchanged} + rejected {rejected}.</source>
      <translation>ជួរដែលបានអាន៖ {read} = ថ្មី {new} + បានធ្វើបច្ចុប្បន្នភាព {updated} + មិនប្រែប្រួល {unchanged} + មិនទទួល {rejected}។</translation>
    </message>
    <message>
      <location filename="../../processing/register/importing.py" />
      <source>New factories without a point: {count}.</source>
      <translation>រោងចក្រថ្មីដែលគ្មានចំណុច៖ {count}។</translation>
    </message>
    <message>
      <location filename="../../processing/register/importing.py" />
      <source>Factories with a point and nothing that says how well it is known: {count}. Checks take them as exact unless DEFAULT_ACCURACY is set.</source>
      <translation>រោងចក្រដែលមានចំណុច តែគ្មានអ្វីបញ្ជាក់ថា ចំណុចនោះត្រឹមត្រូវកម្រិតណា៖ {count}។ ការពិនិត្យចាត់ទុកចំណុចទាំងនេះថាត្រឹមត្រូវពិតប្រាកដ លើកលែងតែបានកំណត់ DEFAULT_ACCURACY។</translation>
    </message>
    <message>
      <location filename="../../processing/register/importing.py" />
      <source>Rejected for: {list}.</source>
      <translation>មិនទទួលដោយសារ៖ {list}។</translation>
    </message>
    <message>
      <location filename="../../processing/register/importing.py" />
      <source>Notices: {list}.</source>
      <translation>សេចក្តីជូនដំណឹង៖ {list}។</translation>
    </message>
    <message>
      <location filename="../../processing/register/importing.py" />
      <source>New factories have by default: {list}.</source>
      <translation>រោងចក្រថ្មីមានតម្លៃលំនាំដើម៖ {list}។</translation>
    </message>
    <message>
      <location filename="../../processing/register/importing.py" />
      <source>New factories called “{value}” in {field} because the profile says so by default, not the source: {count}. Check that it is true of each.</source>
      <translation>រោងចក្រថ្មីដែលមានតម្លៃ «{value}» ក្នុង {field} ព្រោះទម្រង់ផ្គូផ្គងកំណត់ជាតម្លៃលំនាំដើម មិនមែនប្រភពទិន្នន័យទេ៖ {count}។ សូមពិនិត្យថាវាត្រឹមត្រូវចំពោះរោងចក្រនីមួយៗ។</translation>
    </message>
    <message>
      <location filename="../../processing/register/merging.py" />
      <source>{label}: layer “{layer}” has no field “{field}”. Choose the layer “pairs” of a search for duplicates.</source>
      <translation>{label}៖ ស្រទាប់ «{layer}» គ្មានវាល «{field}» ទេ។ សូមជ្រើសរើសស្រទាប់ «pairs» នៃការស្វែងរកកំណត់ត្រាស្ទួន។</translation>
    </message>
    <message>
      <location filename="../../processing/register/merging.py" />
      <source>Factory {factory} was merged into {kept} by batch {batch}.</source>
      <translation>រោងចក្រ {factory} ត្រូវបានបញ្ចូលជាតែមួយទៅក្នុង {kept} ដោយបណ្តុំការកែប្រែ {batch}។</translation>
    </message>
    <message>
      <location filename="../../processing/register/merging.py" />
      <source>A person has said that these are two factories.</source>
      <translation>មន្ត្រីបានបញ្ជាក់ថា ទាំងនេះជារោងចក្រពីរ។</translation>
    </message>
    <message>
      <location filename="../../processing/register/merging.py" />
      <source>Nobody has confirmed it yet.</source>
      <translation>មិនទាន់មាននរណាបញ្ជាក់វានៅឡើយទេ។</translation>
    </message>
    <message>
      <location filename="../../processing/register/merging.py" />
      <source>Both records have the factory id {factory}. Give each an id of its own first.</source>
      <translation>កំណត់ត្រាទាំងពីរមានលេខសម្គាល់រោងចក្រ {factory}។ សូមផ្តល់លេខសម្គាល់ផ្ទាល់ខ្លួនដល់កំណត់ត្រានីមួយៗជាមុនសិន។</translation>
    </message>
    <message>
      <location filename="../../processing/register/merging.py" />
      <source>It does not name two factories.</source>
      <translation>គូនេះមិនបញ្ជាក់រោងចក្រពីរទេ។</translation>
    </message>
    <message>
      <location filename="../../processing/register/merging.py" />
      <source>Factory {factory}: rows of the register with this id: {count}.</source>
      <translation>រោងចក្រ {factory}៖ ចំនួនជួរក្នុងបញ្ជីរោងចក្រ ដែលមានលេខសម្គាល់នេះ៖ {count}។</translation>
    </message>
    <message>
      <location filename="../../processing/register/merging.py" />
      <source>The same factory as {others}.</source>
      <translation>ជារោងចក្រតែមួយជាមួយ {others}។</translation>
    </message>
    <message>
      <location filename="../../processing/register/merging.py" />
      <source>“keep” says {keep}, which is neither {a} nor {b}.</source>
      <translation>«keep» មានតម្លៃ {keep} ដែលមិនមែន {a} ហើយក៏មិនមែន {b} ដែរ។</translation>
    </message>
    <message>
      <location filename="../../processing/register/merging.py" />
      <source>These pairs make {members} one factory, and another pair says that {a} and {b} are two. Decide which is right.</source>
      <translation>គូទាំងនេះ ចាត់ទុក {members} ជារោងចក្រតែមួយ ប៉ុន្តែគូមួយទៀតបញ្ជាក់ថា {a} និង {b} ជារោងចក្រពីរ។ សូមសម្រេចថា មួយណាត្រឹមត្រូវ។</translation>
    </message>
    <message>
      <location filename="../../processing/register/merging.py" />
      <source>These pairs make {members} one factory, and of more than one of it they say to keep it: {keeps}. Name the same one in each pair.</source>
      <translation>គូទាំងនេះ ចាត់ទុក {members} ជារោងចក្រតែមួយ ហើយបញ្ជាក់ឱ្យរក្សាទុកលើសពីមួយក្នុងចំណោមនោះ៖ {keeps}។ សូមបញ្ជាក់លេខសម្គាល់តែមួយដូចគ្នា ក្នុងគូនីមួយៗ។</translation>
    </message>
    <message>
      <location filename="../../processing/register/merging.py" />
      <source>What became of each pair.</source>
      <translation>លទ្ធផលនៃគូនីមួយៗ។</translation>
    </message>
    <message>
      <location filename="../../processing/register/merging.py" />
      <source>What the records kept took over, and where they say something else.</source>
      <translation>តម្លៃដែលកំណត់ត្រារក្សាទុកបានទទួលបន្ថែម និងកន្លែងដែលកំណត់ត្រានោះមានតម្លៃផ្សេង។</translation>
    </message>
    <message>
      <location filename="../../processing/register/quality.py" />
      <source>No factory of “{layer}” is in the findings “{path}”: they are of another register, or of another id field.</source>
      <translation>គ្មានរោងចក្រណាមួយនៃ «{layer}» មានក្នុងរបកគំហើញ «{path}» ទេ៖ វាជារបស់បញ្ជីរោងចក្រផ្សេង ឬវាលលេខសម្គាល់ផ្សេង។</translation>
    </message>
    <message>
      <location filename="../../processing/register/quality.py" />
      <source>All factories</source>
      <translation>រោងចក្រទាំងអស់</translation>
    </message>
    <message>
      <location filename="../../processing/register/quality.py" />
      <source>No code recorded</source>
      <translation>មិនបានកត់ត្រាលេខកូដ</translation>
    </message>
    <message>
      <location filename="../../processing/register/quality.py" />
      <source>No code of field “{field}” of layer “{layer}” (such as “{code}”) is one of the register (such as “{own}”).</source>
      <translation>គ្មានលេខកូដណាមួយក្នុងវាល «{field}» នៃស្រទាប់ «{layer}» (ដូចជា «{code}») ត្រូវនឹងបញ្ជីរោងចក្រ (ដូចជា «{own}») ទេ។</translation>
    </message>
    <message>
      <location filename="../../processing/register/quality.py" />
      <source>The measures, and their names in ISO 19157.</source>
      <translation>រង្វាស់ និងឈ្មោះរបស់វាក្នុង ISO 19157។</translation>
    </message>
    <message>
      <location filename="../../processing/register/quality.py" />
      <source>Factories: {factories}; without any of the faults below: {sound}.</source>
      <translation>រោងចក្រ៖ {factories}។ គ្មានកំហុសណាមួយខាងក្រោម៖ {sound}។</translation>
    </message>
    <message>
      <location filename="../../processing/register/quality.py" />
      <source>Without a usable location: {missing}; located by the centre of a village, commune, district or province: {centroid}.</source>
      <translation>គ្មានទីតាំងដែលអាចប្រើបាន៖ {missing}។ កំណត់ទីតាំងតាមចំណុចកណ្តាលភូមិ ឃុំ-សង្កាត់ ក្រុង-ស្រុក-ខណ្ឌ ឬរាជធានី-ខេត្ត៖ {centroid}។</translation>
    </message>
    <message>
      <location filename="../../processing/register/quality.py" />
      <source>With a stated accuracy: {share}; its mean: {mean}, its worst: {worst}.</source>
      <translation>មានបញ្ជាក់ភាពត្រឹមត្រូវ៖ {share}។ មធ្យម៖ {mean} អន់បំផុត៖ {worst}។</translation>
    </message>
    <message>
      <location filename="../../processing/register/quality.py" />
      <source>Without an id: {missing}; with the id of another: {repeated}.</source>
      <translation>គ្មានលេខសម្គាល់៖ {missing}។ មានលេខសម្គាល់ដូចរោងចក្រផ្សេង៖ {repeated}។</translation>
    </message>
    <message>
      <location filename="../../processing/register/quality.py" />
      <source>Without an activity: {missing}; with one that ISIC does not have: {unknown}.</source>
      <translation>គ្មានសកម្មភាព៖ {missing}។ មានសកម្មភាពដែល ISIC មិនមាន៖ {unknown}។</translation>
    </message>
    <message>
      <location filename="../../processing/register/quality.py" />
      <source>Without a province code: {province}; a district code: {district}; a commune code: {commune}.</source>
      <translation>គ្មានលេខកូដរាជធានី-ខេត្ត៖ {province}។ គ្មានលេខកូដក្រុង-ស្រុក-ខណ្ឌ៖ {district}។ គ្មានលេខកូដឃុំ-សង្កាត់៖ {commune}។</translation>
    </message>
    <message>
      <location filename="../../processing/register/quality.py" />
      <source>With more staff than their size class: {count}.</source>
      <translation>មានកម្មករនិយោជិតច្រើនជាងទំហំសហគ្រាសរបស់វា៖ {count}។</translation>
    </message>
    <message>
      <location filename="../../processing/register/quality.py" />
      <source>Of the {checked} factories checked, undecided: {undecided}; without zoning data: {unzoned}.</source>
      <translation>ក្នុងចំណោមរោងចក្រ {checked} ដែលបានពិនិត្យ មិនទាន់សម្រេច៖ {undecided}។ គ្មានទិន្នន័យតំបន់ប្រើប្រាស់ដី៖ {unzoned}។</translation>
    </message>
    <message>
      <location filename="../../processing/register/received.py" />
      <source>the coordinate is the one received before; the factory's point was removed since, and stays away</source>
      <translation>កូអរដោនេនេះ ដូចកូអរដោនេដែលបានទទួលពីមុន។ ចំណុចរបស់រោងចក្រ ត្រូវបានដកចេញក្រោយមក ហើយមិនត្រូវបានដាក់វិញទេ</translation>
    </message>
    <message>
      <location filename="../../processing/register/received.py" />
      <source>the coordinate is the one received before, in {datum} by the register and in {other} by the source; the register's point was kept</source>
      <translation>កូអរដោនេនេះ ដូចកូអរដោនេដែលបានទទួលពីមុន តែប្រព័ន្ធយោង (datum) គឺ {datum} តាមបញ្ជីរោងចក្រ និង {other} តាមប្រភព។ ចំណុចក្នុងបញ្ជីរោងចក្រ ត្រូវបានរក្សាទុក</translation>
    </message>
    <message>
      <location filename="../../processing/register/received.py" />
      <source>the coordinate is the one received before; the register's point, corrected since, was kept</source>
      <translation>កូអរដោនេនេះ ដូចកូអរដោនេដែលបានទទួលពីមុន។ ចំណុចក្នុងបញ្ជីរោងចក្រ ដែលបានកែក្រោយមក ត្រូវបានរក្សាទុក</translation>
    </message>
    <message>
      <location filename="../../processing/register/received.py" />
      <source>{code} is not in {unit}, where the factory is; the register's {old} was kept</source>
      <translation>{code} មិនស្ថិតក្នុង {unit} ដែលរោងចក្រស្ថិតនៅទេ។ {old} ក្នុងបញ្ជីរោងចក្រ ត្រូវបានរក្សាទុក</translation>
    </message>
    <message>
      <location filename="../../processing/register/received.py" />
      <source>{code} is not in {unit}, where the factory is; the field was left empty</source>
      <translation>{code} មិនស្ថិតក្នុង {unit} ដែលរោងចក្រស្ថិតនៅទេ។ វាលនេះត្រូវបានទុកទទេ</translation>
    </message>
    <message>
      <location filename="../../processing/register/received.py" />
      <source>{code} is not in {unit}, where the factory is now; the field was emptied</source>
      <translation>{code} មិនស្ថិតក្នុង {unit} ដែលឥឡូវរោងចក្រស្ថិតនៅទេ។ តម្លៃក្នុងវាលនេះ ត្រូវបានលុបចេញ</translation>
    </message>
    <message>
      <location filename="../../processing/register/store.py" />
      <source>Factory {factory}: its id cannot be changed; the log knows it by it.</source>
      <translation>រោងចក្រ {factory}៖ មិនអាចប្តូរលេខសម្គាល់របស់វាបានទេ ព្រោះកំណត់ហេតុស្គាល់រោងចក្រនេះតាមលេខសម្គាល់នោះ។</translation>
    </message>
    <message>
      <location filename="../../processing/register/store.py" />
      <source>A factory without an id ({field}) cannot be added.</source>
      <translation>មិនអាចបន្ថែមរោងចក្រដែលគ្មានលេខសម្គាល់ ({field}) បានទេ។</translation>
    </message>
    <message>
      <location filename="../../processing/register/store.py" />
      <source>Factory {factory} is in the register already.</source>
      <translation>រោងចក្រ {factory} មានក្នុងបញ្ជីរោងចក្ររួចហើយ។</translation>
    </message>
    <message>
      <location filename="../../processing/register/store.py" />
      <source>Factory {factory} is not in the register “{register}”.</source>
      <translation>រោងចក្រ {factory} មិនមានក្នុងបញ្ជីរោងចក្រ «{register}» ទេ។</translation>
    </message>
    <message>
      <location filename="../../processing/register/store.py" />
      <source>Factory id {factory} is in the register “{register}” {count} times, so that nobody can tell which row is meant. Give each factory an id of its own first.</source>
      <translation>លេខសម្គាល់រោងចក្រ {factory} មានក្នុងបញ្ជីរោងចក្រ «{register}» ចំនួន {count} ដង ដូច្នេះ មិនអាចដឹងថា ចង់សំដៅលើជួរណាទេ។ សូមផ្តល់លេខសម្គាល់ផ្ទាល់ខ្លួនដល់រោងចក្រនីមួយៗជាមុនសិន។</translation>
    </message>
    <message>
      <location filename="../../processing/register/store.py" />
      <source>Factory {factory}: a {given} does not fit the register “{register}”, which holds: {kind}.</source>
      <translation>រោងចក្រ {factory}៖ {given} មិនត្រូវនឹងបញ្ជីរោងចក្រ «{register}» ទេ។ បញ្ជីនេះផ្ទុក៖ {kind}។</translation>
    </message>
    <message>
      <location filename="../../processing/register/store.py" />
      <source>“{register}” has a table “{table}” that is not the log of changes. Give it another name first.</source>
      <translation>«{register}» មានតារាង «{table}» ដែលមិនមែនជាកំណត់ហេតុនៃការកែប្រែទេ។ សូមប្តូរឈ្មោះតារាងនោះជាមុនសិន។</translation>
    </message>
    <message>
      <location filename="../../processing/register/store.py" />
      <source>Field “{field}” holds lists, which the log cannot keep: the row could not be brought back.</source>
      <translation>វាល «{field}» ផ្ទុកបញ្ជីរាយ ដែលកំណត់ហេតុមិនអាចរក្សាទុកបាន៖ ជួរនេះនឹងមិនអាចយកមកវិញបានទេ។</translation>
    </message>
    <message>
      <location filename="../../processing/register/store.py" />
      <source>Factory {factory} is changed twice in one run in ways that cannot be undone together.</source>
      <translation>រោងចក្រ {factory} ត្រូវបានកែប្រែពីរដងក្នុងដំណើរការតែមួយ តាមរបៀបដែលមិនអាចត្រឡប់វិញជាមួយគ្នាបានទេ។</translation>
    </message>
    <message>
      <location filename="../../processing/register/table.py" />
      <source>The register “{register}” is not a file that can be changed. Give a GeoPackage, such as register.gpkg|layername=factories.</source>
      <translation>បញ្ជីរោងចក្រ «{register}» មិនមែនជាឯកសារដែលអាចកែប្រែបានទេ។ សូមផ្តល់ GeoPackage ដូចជា register.gpkg|layername=factories។</translation>
    </message>
    <message>
      <location filename="../../processing/register/table.py" />
      <source>The register “{register}” is a query, not a table. Add the table itself to the project.</source>
      <translation>បញ្ជីរោងចក្រ «{register}» ជាសំណួរ (query) មិនមែនជាតារាងទេ។ សូមបន្ថែមតារាងផ្ទាល់ទៅក្នុងគម្រោង។</translation>
    </message>
    <message>
      <location filename="../../processing/register/table.py" />
      <source>The register “{register}” is kept as {kind}, in which changes cannot be logged and undone. Convert it to a GeoPackage first (Export → Save Features As…, format GeoPackage), or keep it in PostGIS.</source>
      <translation>បញ្ជីរោងចក្រ «{register}» រក្សាទុកជា {kind} ដែលមិនអាចកត់ត្រាការកែប្រែក្នុងកំណត់ហេតុ និងត្រឡប់វិញបានទេ។ សូមបម្លែងវាទៅជា GeoPackage ជាមុនសិន (Export → Save Features As… ទម្រង់ GeoPackage) ឬរក្សាទុកវាក្នុង PostGIS។</translation>
    </message>
    <message>
      <location filename="../../processing/register/table.py" />
      <source>{label}: layer “{layer}” is a table of results (it has the field {field}), not the register. Choose the layer of the factories themselves.</source>
      <translation>{label}៖ ស្រទាប់ «{layer}» ជាតារាងលទ្ធផល (មានវាល {field}) មិនមែនជាបញ្ជីរោងចក្រទេ។ សូមជ្រើសរើសស្រទាប់នៃរោងចក្រផ្ទាល់។</translation>
    </message>
    <message>
      <location filename="../../processing/register/table.py" />
      <source>{label}: layer “{layer}” has no field {absent}, so it is no register. It has: {fields}.</source>
      <translation>{label}៖ ស្រទាប់ «{layer}» គ្មានវាល {absent} ទេ ដូច្នេះ វាមិនមែនជាបញ្ជីរោងចក្រឡើយ។ វាលដែលមាន៖ {fields}។</translation>
    </message>
    <message>
      <location filename="../../processing/register/table.py" />
      <source>Layer “{layer}” of the register is being edited. Save or discard its edits and end editing first.</source>
      <translation>ស្រទាប់ «{layer}» នៃបញ្ជីរោងចក្រ កំពុងត្រូវបានកែ។ សូមរក្សាទុក ឬបោះបង់ការកែ ហើយបញ្ចប់ការកែជាមុនសិន។</translation>
    </message>
    <message>
      <location filename="../../processing/register/table.py" />
      <source>Layer “{layer}” is set to read-only in the project (Project → Properties → Data Sources). Take that away first, if the register is yours to change.</source>
      <translation>ស្រទាប់ «{layer}» ត្រូវបានកំណត់ឱ្យអានតែប៉ុណ្ណោះក្នុងគម្រោង (Project → Properties → Data Sources)។ សូមដកការកំណត់នោះចេញជាមុនសិន បើអ្នកមានសិទ្ធិកែប្រែបញ្ជីរោងចក្រនេះ។</translation>
    </message>
    <message>
      <location filename="../../processing/register/table.py" />
      <source>The register “{register}” has no such table.</source>
      <translation>បញ្ជីរោងចក្រ «{register}» គ្មានតារាងបែបនេះទេ។</translation>
    </message>
    <message>
      <location filename="../../processing/register/table.py" />
      <source>The register “{register}” has no primary key of whole numbers, so that its rows cannot be told apart. It is a view, or a table without such a key: give the table, or add one.</source>
      <translation>បញ្ជីរោងចក្រ «{register}» គ្មានកូនសោចម្បង (primary key) ជាចំនួនគត់ទេ ដូច្នេះ មិនអាចសម្គាល់ជួរពីគ្នាបានទេ។ វាជាទិដ្ឋភាព (view) ឬតារាងដែលគ្មានកូនសោបែបនេះ៖ សូមផ្តល់តារាងផ្ទាល់ ឬបន្ថែមកូនសោមួយ។</translation>
    </message>
    <message>
      <location filename="../../processing/register/table.py" />
      <source>The register “{register}” has no field “{field}” for factory {factory}. It has: {fields}.</source>
      <translation>បញ្ជីរោងចក្រ «{register}» គ្មានវាល «{field}» សម្រាប់រោងចក្រ {factory} ទេ។ វាលដែលមាន៖ {fields}។</translation>
    </message>
    <message>
      <location filename="../../processing/register/table.py" />
      <source>Factory {factory}: “{value}” does not fit field “{field}”, which holds: {kind}.</source>
      <translation>រោងចក្រ {factory}៖ «{value}» មិនត្រូវនឹងវាល «{field}» ទេ។ វាលនេះផ្ទុក៖ {kind}។</translation>
    </message>
    <message>
      <location filename="../../processing/register/table.py" />
      <source>“{path}” may not be written to. Ask for the right to change it, or work on a copy.</source>
      <translation>មិនមានសិទ្ធិសរសេរទៅ «{path}» ទេ។ សូមស្នើសុំសិទ្ធិកែប្រែវា ឬធ្វើការលើច្បាប់ចម្លង។</translation>
    </message>
    <message>
      <location filename="../../processing/register/table.py" />
      <source>The register “{register}” is locked: another program is writing to it. Save or close it there and try again. Nothing was changed.</source>
      <translation>បញ្ជីរោងចក្រ «{register}» ត្រូវបានចាក់សោ៖ កម្មវិធីផ្សេងកំពុងសរសេរទៅវា។ សូមរក្សាទុក ឬបិទវានៅទីនោះ រួចព្យាយាមម្តងទៀត។ គ្មានអ្វីត្រូវបានកែប្រែទេ។</translation>
    </message>
    <message>
      <location filename="../../processing/register/table.py" />
      <source>The register “{register}” may not be written to ({why}). Nothing was changed.</source>
      <translation>មិនអាចសរសេរទៅបញ្ជីរោងចក្រ «{register}» បានទេ ({why})។ គ្មានអ្វីត្រូវបានកែប្រែទេ។</translation>
    </message>
    <message>
      <location filename="../../processing/register/table.py" />
      <source>The register “{register}” cannot be used: {why}. Nothing was changed.</source>
      <translation>មិនអាចប្រើបញ្ជីរោងចក្រ «{register}» បានទេ៖ {why}។ គ្មានអ្វីត្រូវបានកែប្រែទេ។</translation>
    </message>
    <message>
      <location filename="../../processing/register/table.py" />
      <source>A geometry of the kind {kind} cannot be recorded exactly, so that its change could not be undone.</source>
      <translation>មិនអាចកត់ត្រារូបធរណីមាត្រប្រភេទ {kind} ឱ្យត្រឹមត្រូវទាំងស្រុងបានទេ ដូច្នេះ ការកែប្រែរបស់វា មិនអាចត្រឡប់វិញបានទេ។</translation>
    </message>
    <message>
      <location filename="../../processing/register/undo.py" />
      <source>undo of {batch}</source>
      <translation>ការត្រឡប់វិញនៃ {batch}</translation>
    </message>
    <message>
      <location filename="../../processing/register/undo.py" />
      <source>The log of an earlier version does not say which table batch {batch} is of, and “{register}” has several with factories. Restore it by hand from the table “audit”.</source>
      <translation>កំណត់ហេតុនៃកំណែមុន មិនបញ្ជាក់ថា បណ្តុំការកែប្រែ {batch} ជារបស់តារាងណាទេ ហើយ «{register}» មានតារាងច្រើនដែលមានរោងចក្រ។ សូមស្តារវាដោយដៃ ពីតារាង «audit»។</translation>
    </message>
    <message>
      <location filename="../../processing/register/undo.py" />
      <source>Batch {batch} has changed the table {tables}, not “{register}”. Choose that table as the register.</source>
      <translation>បណ្តុំការកែប្រែ {batch} បានកែប្រែតារាង {tables} មិនមែន «{register}» ទេ។ សូមជ្រើសរើសតារាងនោះជាបញ្ជីរោងចក្រ។</translation>
    </message>
    <message>
      <location filename="../../processing/register/undo.py" />
      <source>The log of the register has no batch “{batch}”. The latest are: {known}.</source>
      <translation>កំណត់ហេតុនៃបញ្ជីរោងចក្រ គ្មានបណ្តុំការកែប្រែ «{batch}» ទេ។ បណ្តុំចុងក្រោយ៖ {known}។</translation>
    </message>
    <message>
      <location filename="../../processing/register/undo.py" />
      <location filename="../../qgis_plugin/project/setup.py" />
      <source>none yet</source>
      <translation>មិនទាន់មាននៅឡើយ</translation>
    </message>
    <message>
      <location filename="../../processing/register/undo.py" />
      <source>Batch {batch} is undone already, by batch {by}. Undo that one to have it back.</source>
      <translation>បណ្តុំការកែប្រែ {batch} ត្រូវបានត្រឡប់វិញរួចហើយ ដោយបណ្តុំ {by}។ បើចង់បានការកែប្រែនោះមកវិញ សូមត្រឡប់បណ្តុំក្រោយនេះវិញ។</translation>
    </message>
    <message>
      <location filename="../../processing/register/undo.py" />
      <source>Not restored, as the register no longer has these fields: {fields}.</source>
      <translation>មិនបានស្តារវិញទេ ព្រោះបញ្ជីរោងចក្រលែងមានវាលទាំងនេះ៖ {fields}។</translation>
    </message>
    <message>
      <location filename="../../processing/register/undo.py" />
      <source>The row with this id is another one now ({key} {now}, and {then} was changed): the id was given by hand. Give the row its own id back first.</source>
      <translation>ជួរដែលមានលេខសម្គាល់នេះ ឥឡូវជាជួរផ្សេង ({key} {now} ប៉ុន្តែជួរដែលបានកែប្រែគឺ {then})៖ លេខសម្គាល់ត្រូវបានដាក់ដោយដៃ។ សូមដាក់លេខសម្គាល់ដើមរបស់ជួរនោះវិញជាមុនសិន។</translation>
    </message>
    <message>
      <location filename="../../processing/register/undo.py" />
      <source>{fields}: changed since by batch {batch}. Undo that one first.</source>
      <translation>{fields}៖ ត្រូវបានកែប្រែក្រោយមក ដោយបណ្តុំការកែប្រែ {batch}។ សូមត្រឡប់បណ្តុំនោះវិញជាមុនសិន។</translation>
    </message>
    <message>
      <location filename="../../processing/register/undo.py" />
      <source>A row of the register has this id now. Give that one an id of its own first.</source>
      <translation>ឥឡូវនេះជួរមួយក្នុងបញ្ជីរោងចក្រមានលេខសម្គាល់នេះ។ សូមផ្តល់លេខសម្គាល់ផ្ទាល់ឱ្យជួរនោះជាមុនសិន។</translation>
    </message>
    <message>
      <location filename="../../processing/register/undo.py" />
      <source>{fields}: changed since, outside of the log.</source>
      <translation>{fields}៖ ត្រូវបានកែប្រែក្រោយមក ក្រៅពីកំណត់ហេតុ។</translation>
    </message>
    <message>
      <location filename="../../processing/register/undo.py" />
      <source>It was merged with {others}, which cannot be restored.</source>
      <translation>រោងចក្រនេះត្រូវបានបញ្ចូលជាតែមួយជាមួយ {others} ដែលមិនអាចស្តារវិញបានទេ។</translation>
    </message>
    <message>
      <location filename="../../processing/register/undo.py" />
      <source>a row without an id</source>
      <translation>ជួរដែលគ្មានលេខសម្គាល់</translation>
    </message>
    <message>
      <location filename="../../processing/register/undo.py" />
      <source>Its row was that of {other}, which cannot be restored.</source>
      <translation>ជួររបស់វាធ្លាប់ជាជួររបស់ {other} ដែលមិនអាចស្តារវិញបានទេ។</translation>
    </message>
    <message>
      <location filename="../../processing/register/undo.py" />
      <source>The row has no factory id, by which it could be found again. The log tells what was there.</source>
      <translation>ជួរនេះគ្មានលេខសម្គាល់រោងចក្រដើម្បីរកវាឡើងវិញទេ។ កំណត់ហេតុប្រាប់ពីអ្វីដែលមាននៅទីនោះ។</translation>
    </message>
    <message>
      <location filename="../../processing/register/undo.py" />
      <source>the whole row</source>
      <translation>ជួរទាំងមូល</translation>
    </message>
    <message>
      <location filename="../../processing/register/undo.py" />
      <location filename="../../qgis_plugin/panel/corrections/details.py" />
      <source>the place</source>
      <translation>ទីតាំង</translation>
    </message>
    <message>
      <location filename="../../processing/registration/inputs.py" />
      <source>“{name}” has no rows to compare.</source>
      <translation>«{name}» គ្មានជួរសម្រាប់ប្រៀបធៀបទេ។</translation>
    </message>
    <message>
      <location filename="../../processing/registration/inputs.py" />
      <source>“{value}” names {count} days, and nothing says which of them counts</source>
      <translation>«{value}» មានថ្ងៃចំនួន {count} ហើយគ្មានអ្វីបញ្ជាក់ថា ត្រូវយកថ្ងៃណា</translation>
    </message>
    <message>
      <location filename="../../processing/registration/inputs.py" />
      <source>“{value}” is of the year {year}: a year between {first} and {last} was expected</source>
      <translation>«{value}» ស្ថិតក្នុងឆ្នាំ {year}៖ ត្រូវការឆ្នាំនៅចន្លោះ {first} និង {last}</translation>
    </message>
    <message>
      <location filename="../../processing/registration/inputs.py" />
      <source>{label}: “{value}” may be {first} (day first) or {second} (month first). Give it as the one that is meant.</source>
      <translation>{label}៖ «{value}» អាចជា {first} (សរសេរថ្ងៃនៅខាងមុខ) ឬ {second} (សរសេរខែនៅខាងមុខ)។ សូមសរសេរមួយណាដែលចង់សំដៅ តាមរបៀបដែលសរសេរនៅទីនេះ។</translation>
    </message>
    <message>
      <location filename="../../processing/registration/inputs.py" />
      <source>{label}: “{value}” is not a date. Give it as 2024-12-31 or 31/12/2024.</source>
      <translation>{label}៖ «{value}» មិនមែនជាកាលបរិច្ឆេទទេ។ សូមសរសេរដូចជា 2024-12-31 ឬ 31/12/2024។</translation>
    </message>
    <message>
      <location filename="../../processing/registration/inputs.py" />
      <source>The extract “{name}” has no column of licence numbers, factory ids, operator ids or names, so nothing in it can be found in the register. It has: {columns}. Say in a mapping profile (PROFILE) which column is licence_no.</source>
      <translation>ទិន្នន័យដកស្រង់ «{name}» គ្មានជួរឈរនៃលេខលិខិតអនុញ្ញាត លេខសម្គាល់រោងចក្រ លេខសម្គាល់ប្រតិបត្តិករ ឬឈ្មោះទេ ដូច្នេះ មិនអាចរកអ្វីពីទិន្នន័យនេះក្នុងបញ្ជីរោងចក្របានទេ។ ជួរឈរដែលមាន៖ {columns}។ សូមបញ្ជាក់ក្នុងទម្រង់ផ្គូផ្គង (PROFILE) ថា ជួរឈរណាជា licence_no ។</translation>
    </message>
    <message>
      <location filename="../../processing/registration/inputs.py" />
      <source>The extract “{name}” has no column “{column}” ({parameter}). It has: {columns}.</source>
      <translation>ទិន្នន័យដកស្រង់ «{name}» គ្មានជួរឈរ «{column}» ({parameter}) ទេ។ ជួរឈរដែលមាន៖ {columns}។</translation>
    </message>
    <message>
      <location filename="../../processing/registration/inputs.py" />
      <source>“{path}” names no province with a deadline.</source>
      <translation>«{path}» មិនបានបញ្ជាក់រាជធានី-ខេត្តណាមួយ ដែលមានថ្ងៃផុតកំណត់ទេ។</translation>
    </message>
    <message>
      <location filename="../../processing/registration/inputs.py" />
      <source>“{path}”, line {line}: “{province}” is no province. Use codes such as 12, or names.</source>
      <translation>«{path}» បន្ទាត់ទី {line}៖ «{province}» មិនមែនជារាជធានី-ខេត្តទេ។ សូមប្រើលេខកូដ ដូចជា 12 ឬឈ្មោះ។</translation>
    </message>
    <message>
      <location filename="../../processing/registration/inputs.py" />
      <source>“{path}”, line {line}: province {code} has a deadline already.</source>
      <translation>«{path}» បន្ទាត់ទី {line}៖ រាជធានី-ខេត្ត {code} មានថ្ងៃផុតកំណត់រួចហើយ។</translation>
    </message>
    <message>
      <location filename="../../processing/registration/inputs.py" />
      <source>“{path}”, line {line}: “{text}” is not a date like 2024-12-31.</source>
      <translation>«{path}» បន្ទាត់ទី {line}៖ «{text}» មិនមែនជាកាលបរិច្ឆេទដូច 2024-12-31 ទេ។</translation>
    </message>
    <message>
      <location filename="../../processing/registration/inputs.py" />
      <source>The table of deadlines “{path}” cannot be read: {why}.</source>
      <translation>មិនអាចអានតារាងថ្ងៃផុតកំណត់ «{path}» បានទេ៖ {why}។</translation>
    </message>
    <message>
      <location filename="../../processing/registration/inputs.py" />
      <source>“{path}”, line {line}: a province and its day are needed, like “"12": 2024-12-31”.</source>
      <translation>«{path}» បន្ទាត់ទី {line}៖ ត្រូវការរាជធានី-ខេត្ត និងថ្ងៃរបស់វា ដូចជា «'12': 2024-12-31»។</translation>
    </message>
    <message>
      <location filename="../../processing/registration/inputs.py" />
      <source>The table of deadlines “{path}” needs the columns province_code and deadline. It has: {columns}.</source>
      <translation>តារាងថ្ងៃផុតកំណត់ «{path}» ត្រូវមានជួរឈរ province_code និង deadline។ ជួរឈរដែលមាន៖ {columns}។</translation>
    </message>
    <message>
      <location filename="../../processing/registration/inputs.py" />
      <source>Columns used of “{name}”: {used}.</source>
      <translation>ជួរឈរនៃ «{name}» ដែលបានប្រើ៖ {used}។</translation>
    </message>
    <message>
      <location filename="../../processing/registration/report.py" />
      <location filename="../../processing/sites/words.py" />
      <location filename="../../processing/titles.py" />
      <location filename="../../qgis_plugin/panel/details.py" />
      <location filename="../../qgis_plugin/panel/inputs.py" />
      <location filename="../../qgis_plugin/panel/reports/sheets.py" />
      <source>Factory id</source>
      <translation>លេខសម្គាល់រោងចក្រ</translation>
    </message>
    <message>
      <location filename="../../processing/registration/report.py" />
      <location filename="../../processing/sites/words.py" />
      <location filename="../../processing/titles.py" />
      <source>Licence number</source>
      <translation>លេខលិខិតអនុញ្ញាត</translation>
    </message>
    <message>
      <location filename="../../processing/registration/report.py" />
      <location filename="../../processing/titles.py" />
      <source>Operator id</source>
      <translation>លេខសម្គាល់ប្រតិបត្តិករ</translation>
    </message>
    <message>
      <location filename="../../processing/registration/report.py" />
      <source>{what} {id} in both.</source>
      <translation>{what} {id} មានក្នុងបញ្ជីទាំងពីរ។</translation>
    </message>
    <message>
      <location filename="../../processing/registration/report.py" />
      <source>{what} {one} is {other} in the extract.</source>
      <translation>{what} {one} ជា {other} ក្នុងទិន្នន័យដកស្រង់។</translation>
    </message>
    <message>
      <location filename="../../processing/registration/report.py" />
      <source>Other records have it too: told apart by name and place.</source>
      <translation>កំណត់ត្រាផ្សេងទៀតក៏មានដែរ៖ ញែកពីគ្នាតាមឈ្មោះ និងទីតាំង។</translation>
    </message>
    <message>
      <location filename="../../processing/registration/report.py" />
      <source>Names {percent} % alike (“{one}”, “{other}”).</source>
      <translation>ឈ្មោះស្រដៀងគ្នា {percent} % («{one}», «{other}»)។</translation>
    </message>
    <message>
      <location filename="../../processing/registration/report.py" />
      <source>Coordinates {metres} m apart.</source>
      <translation>កូអរដោនេនៅឆ្ងាយពីគ្នា {metres} m។</translation>
    </message>
    <message>
      <location filename="../../processing/registration/report.py" />
      <source>Both in {level} {name} ({code}).</source>
      <translation>ទាំងពីរស្ថិតក្នុង {level} {name} ({code})។</translation>
    </message>
    <message>
      <location filename="../../processing/registration/report.py" />
      <source>Provinces differ: {one}, {other}.</source>
      <translation>រាជធានី-ខេត្តខុសគ្នា៖ {one}, {other}។</translation>
    </message>
    <message>
      <location filename="../../processing/registration/report.py" />
      <source>Nobody knows the place: visit it.</source>
      <translation>គ្មានអ្នកណាដឹងទីតាំងទេ៖ សូមចុះពិនិត្យដល់ទីតាំង។</translation>
    </message>
    <message>
      <location filename="../../processing/registration/report.py" />
      <source>May be factory {id} of the register, which has no location either.</source>
      <translation>អាចជារោងចក្រ {id} នៃបញ្ជីរោងចក្រ ដែលគ្មានទីតាំងដូចគ្នា។</translation>
    </message>
    <message>
      <location filename="../../processing/registration/report.py" />
      <source>May be factory {id} of the register: its coordinate, if a person agrees.</source>
      <translation>អាចជារោងចក្រ {id} នៃបញ្ជីរោងចក្រ៖ យកកូអរដោនេរបស់វា បើមន្ត្រីយល់ព្រម។</translation>
    </message>
    <message>
      <location filename="../../processing/registration/report.py" />
      <source>In the register, without a location too: visit it.</source>
      <translation>មានក្នុងបញ្ជីរោងចក្រ តែគ្មានទីតាំងដូចគ្នា៖ សូមចុះពិនិត្យដល់ទីតាំង។</translation>
    </message>
    <message>
      <location filename="../../processing/registration/report.py" />
      <source>The extract has a coordinate for this factory of the register.</source>
      <translation>ទិន្នន័យដកស្រង់មានកូអរដោនេ សម្រាប់រោងចក្រនេះនៃបញ្ជីរោងចក្រ។</translation>
    </message>
    <message>
      <location filename="../../processing/registration/report.py" />
      <source>Not in the register: import it.</source>
      <translation>មិនមានក្នុងបញ្ជីរោងចក្រទេ៖ សូមនាំចូលវា។</translation>
    </message>
    <message>
      <location filename="../../processing/registration/report.py" />
      <source>May be factory {id} of the register: look before importing it.</source>
      <translation>អាចជារោងចក្រ {id} នៃបញ្ជីរោងចក្រ៖ សូមពិនិត្យមើល មុននឹងនាំចូលវា។</translation>
    </message>
    <message>
      <location filename="../../processing/registration/report.py" />
      <source>Not in the extract: to be registered.</source>
      <translation>មិនមានក្នុងទិន្នន័យដកស្រង់ទេ៖ ត្រូវចុះបញ្ជី។</translation>
    </message>
    <message>
      <location filename="../../processing/registration/report.py" />
      <source>May be row {row} of the extract: look before registering it.</source>
      <translation>អាចជាជួរទី {row} នៃទិន្នន័យដកស្រង់៖ សូមពិនិត្យមើល មុននឹងចុះបញ្ជីវា។</translation>
    </message>
    <message>
      <location filename="../../processing/registration/report.py" />
      <source>Has the id of factory {id} of the register, but another name: find out which it is.</source>
      <translation>មានលេខសម្គាល់របស់រោងចក្រ {id} នៃបញ្ជីរោងចក្រ ប៉ុន្តែឈ្មោះខុសគ្នា៖ សូមពិនិត្យបញ្ជាក់ថា ពិតជារោងចក្រណា។</translation>
    </message>
    <message>
      <location filename="../../processing/registration/report.py" />
      <source>Has the id of row {row} of the extract, but another name: find out which it is.</source>
      <translation>មានលេខសម្គាល់របស់ជួរទី {row} នៃទិន្នន័យដកស្រង់ ប៉ុន្តែឈ្មោះខុសគ្នា៖ សូមពិនិត្យបញ្ជាក់ថា ពិតជារោងចក្រណា។</translation>
    </message>
    <message>
      <location filename="../../processing/registration/report.py" />
      <source>Has the id of factory {id} of the register, but another name and province: find out which it is.</source>
      <translation>មានលេខសម្គាល់របស់រោងចក្រ {id} នៃបញ្ជីរោងចក្រ ប៉ុន្តែឈ្មោះ និងរាជធានី-ខេត្តខុសគ្នា៖ សូមពិនិត្យបញ្ជាក់ថា ពិតជារោងចក្រណា។</translation>
    </message>
    <message>
      <location filename="../../processing/registration/report.py" />
      <source>Has the id of row {row} of the extract, but another name and province: find out which it is.</source>
      <translation>មានលេខសម្គាល់របស់ជួរទី {row} នៃទិន្នន័យដកស្រង់ ប៉ុន្តែឈ្មោះ និងរាជធានី-ខេត្តខុសគ្នា៖ សូមពិនិត្យបញ្ជាក់ថា ពិតជារោងចក្រណា។</translation>
    </message>
    <message>
      <location filename="../../processing/registration/report.py" />
      <source>Has the id of factory {id} of the register, which is another row of the extract: entered twice?</source>
      <translation>មានលេខសម្គាល់របស់រោងចក្រ {id} នៃបញ្ជីរោងចក្រ ដែលជាជួរផ្សេងនៃទិន្នន័យដកស្រង់៖ តើបានវាយបញ្ចូលពីរដងឬ?</translation>
    </message>
    <message>
      <location filename="../../processing/registration/report.py" />
      <source>Has the id of row {row} of the extract, which is another factory of the register: entered twice?</source>
      <translation>មានលេខសម្គាល់របស់ជួរទី {row} នៃទិន្នន័យដកស្រង់ ដែលជារោងចក្រផ្សេងនៃបញ្ជីរោងចក្រ៖ តើបានវាយបញ្ចូលពីរដងឬ?</translation>
    </message>
    <message>
      <location filename="../../processing/registration/report.py" />
      <source>Several records have this factory id.</source>
      <translation>មានកំណត់ត្រាច្រើន ដែលមានលេខសម្គាល់រោងចក្រនេះ។</translation>
    </message>
    <message>
      <location filename="../../processing/registration/report.py" />
      <source>Several records have this licence number.</source>
      <translation>មានកំណត់ត្រាច្រើន ដែលមានលេខលិខិតអនុញ្ញាតនេះ។</translation>
    </message>
    <message>
      <location filename="../../processing/registration/report.py" />
      <source>Several records fit equally well.</source>
      <translation>មានកំណត់ត្រាច្រើន ដែលត្រូវគ្នាស្មើៗគ្នា។</translation>
    </message>
    <message>
      <location filename="../../processing/registration/report.py" />
      <source>Entered twice: rows {rows} of the extract are the same in all that was read.</source>
      <translation>បានវាយបញ្ចូលពីរដង៖ ជួរទី {rows} នៃទិន្នន័យដកស្រង់ ដូចគ្នាក្នុងអ្វីៗទាំងអស់ដែលបានអាន។</translation>
    </message>
    <message>
      <location filename="../../processing/registration/report.py" />
      <source>Entered twice: factories {ids} of the register are the same in all but their ids.</source>
      <translation>បានវាយបញ្ចូលពីរដង៖ រោងចក្រ {ids} នៃបញ្ជីរោងចក្រ ដូចគ្នាទាំងអស់ លើកលែងតែលេខសម្គាល់។</translation>
    </message>
    <message>
      <location filename="../../processing/registration/report.py" />
      <source>the register</source>
      <translation>បញ្ជីរោងចក្រ</translation>
    </message>
    <message>
      <location filename="../../processing/registration/report.py" />
      <source>the extract</source>
      <translation>ទិន្នន័យដកស្រង់</translation>
    </message>
    <message>
      <location filename="../../processing/registration/report.py" />
      <source>Same id, other factory.</source>
      <translation>លេខសម្គាល់ដូចគ្នា តែរោងចក្រផ្សេងគ្នា។</translation>
    </message>
    <message>
      <location filename="../../processing/registration/report.py" />
      <source>Same id, but row {row} of the extract is another factory of the register.</source>
      <translation>លេខសម្គាល់ដូចគ្នា ប៉ុន្តែជួរទី {row} នៃទិន្នន័យដកស្រង់ ជារោងចក្រផ្សេងនៃបញ្ជីរោងចក្រ។</translation>
    </message>
    <message>
      <location filename="../../processing/registration/report.py" />
      <source>Same id, but factory {id} of the register is another row of the extract.</source>
      <translation>លេខសម្គាល់ដូចគ្នា ប៉ុន្តែរោងចក្រ {id} នៃបញ្ជីរោងចក្រ ជាជួរផ្សេងនៃទិន្នន័យដកស្រង់។</translation>
    </message>
    <message>
      <location filename="../../processing/registration/report.py" />
      <source>{field}: “{one}” in the register, “{other}” in the extract.</source>
      <translation>{field}៖ «{one}» ក្នុងបញ្ជីរោងចក្រ តែ «{other}» ក្នុងទិន្នន័យដកស្រង់។</translation>
    </message>
    <message>
      <location filename="../../processing/registration/report.py" />
      <source>They are {metres} m apart.</source>
      <translation>ទាំងពីរនៅឆ្ងាយពីគ្នា {metres} m។</translation>
    </message>
    <message>
      <location filename="../../processing/registration/report.py" />
      <source>Newer: {which}.</source>
      <translation>ថ្មីជាង៖ {which}។</translation>
    </message>
    <message>
      <location filename="../../processing/registration/report.py" />
      <source>Which is newer is not known.</source>
      <translation>មិនដឹងថា មួយណាថ្មីជាងទេ។</translation>
    </message>
    <message>
      <location filename="../../processing/registration/report.py" />
      <source>The permit ran out on {day}; days since then: {days}.</source>
      <translation>លិខិតអនុញ្ញាតបានផុតសុពលភាពនៅថ្ងៃ {day}។ ចំនួនថ្ងៃចាប់ពីពេលនោះមក៖ {days}។</translation>
    </message>
    <message>
      <location filename="../../processing/registration/report.py" />
      <source>Its registration status is “expired”; the day is not recorded.</source>
      <translation>ស្ថានភាពចុះបញ្ជីរបស់វា គឺ «expired» (ផុតសុពលភាព)។ មិនបានកត់ត្រាថ្ងៃផុតសុពលភាពទេ។</translation>
    </message>
    <message>
      <location filename="../../processing/registration/report.py" />
      <source>Not in the registration system; its deadline was {day}, days since then: {days}.</source>
      <translation>មិនមានក្នុងប្រព័ន្ធចុះបញ្ជីទេ។ ថ្ងៃផុតកំណត់របស់វា គឺ {day}។ ចំនួនថ្ងៃចាប់ពីពេលនោះមក៖ {days}។</translation>
    </message>
    <message>
      <location filename="../../processing/registration/report.py" />
      <source>Its registration is “{state}”; its deadline was {day}, days since then: {days}.</source>
      <translation>ការចុះបញ្ជីរបស់វាមានស្ថានភាព «{state}»។ ថ្ងៃផុតកំណត់របស់វា គឺ {day}។ ចំនួនថ្ងៃចាប់ពីពេលនោះមក៖ {days}។</translation>
    </message>
    <message>
      <location filename="../../processing/registration/report.py" />
      <source>All of Cambodia</source>
      <translation>ប្រទេសកម្ពុជាទាំងមូល</translation>
    </message>
    <message>
      <location filename="../../processing/registration/report.py" />
      <source>No province recorded</source>
      <translation>មិនបានកត់ត្រារាជធានី-ខេត្ត</translation>
    </message>
    <message>
      <location filename="../../processing/registration/report.py" />
      <source>Automated registration completed: {done} of {all}.</source>
      <translation>ការចុះបញ្ជីស្វ័យប្រវត្តិដែលបានបញ្ចប់៖ {done} ក្នុងចំណោម {all}។</translation>
    </message>
    <message>
      <location filename="../../processing/registration/report.py" />
      <source>No column of registration status was used: every row of the extract counts as completed.</source>
      <translation>មិនបានប្រើជួរឈរស្ថានភាពចុះបញ្ជីណាមួយទេ៖ ជួរទាំងអស់នៃទិន្នន័យដកស្រង់ ត្រូវរាប់ថាបានបញ្ចប់។</translation>
    </message>
    <message>
      <location filename="../../processing/registration/report.py" />
      <source>Registered, and located in the register.</source>
      <translation>បានចុះបញ្ជី ហើយមានទីតាំងក្នុងបញ្ជីរោងចក្រ។</translation>
    </message>
    <message>
      <location filename="../../processing/registration/report.py" />
      <source>Registered, without a location.</source>
      <translation>បានចុះបញ្ជី តែគ្មានទីតាំង។</translation>
    </message>
    <message>
      <location filename="../../processing/registration/report.py" />
      <source>Registered and located by the extract, not in the register.</source>
      <translation>បានចុះបញ្ជី ហើយមានទីតាំងតាមទិន្នន័យដកស្រង់ តែមិនមានក្នុងបញ្ជីរោងចក្រ។</translation>
    </message>
    <message>
      <location filename="../../processing/registration/report.py" />
      <source>Located, not registered.</source>
      <translation>មានទីតាំង តែមិនទាន់ចុះបញ្ជី។</translation>
    </message>
    <message>
      <location filename="../../processing/registration/report.py" />
      <source>In the register, neither located nor registered.</source>
      <translation>មានក្នុងបញ្ជីរោងចក្រ តែគ្មានទីតាំង ហើយមិនទាន់ចុះបញ្ជី។</translation>
    </message>
    <message>
      <location filename="../../processing/registration/report.py" />
      <source>Which record is which cannot be told.</source>
      <translation>មិនអាចកំណត់បានថា កំណត់ត្រាណាជាកំណត់ត្រាណា។</translation>
    </message>
    <message>
      <location filename="../../processing/registration/report.py" />
      <source>What register and extract disagree about.</source>
      <translation>អ្វីដែលបញ្ជីរោងចក្រ និងទិន្នន័យដកស្រង់ មិនស៊ីគ្នា។</translation>
    </message>
    <message>
      <location filename="../../processing/registration/report.py" />
      <source>Permits that have run out.</source>
      <translation>លិខិតអនុញ្ញាតដែលផុតសុពលភាព។</translation>
    </message>
    <message>
      <location filename="../../processing/registration/report.py" />
      <source>Registrations past their deadline.</source>
      <translation>ការចុះបញ្ជីដែលហួសថ្ងៃផុតកំណត់។</translation>
    </message>
    <message>
      <location filename="../../processing/registration/report.py" />
      <source>Coordinates of the extract for factories of the register without one.</source>
      <translation>កូអរដោនេក្នុងទិន្នន័យដកស្រង់ សម្រាប់រោងចក្រនៃបញ្ជីរោងចក្រ ដែលគ្មានកូអរដោនេ។</translation>
    </message>
    <message>
      <location filename="../../processing/registration/report.py" />
      <source>How far the registration is.</source>
      <translation>វឌ្ឍនភាពនៃការចុះបញ្ជី។</translation>
    </message>
    <message>
      <location filename="../../processing/registration/report.py" />
      <source>Values of the extract that could not be read.</source>
      <translation>តម្លៃក្នុងទិន្នន័យដកស្រង់ ដែលមិនអាចអានបាន។</translation>
    </message>
    <message>
      <location filename="../../processing/registration/report.py" />
      <source>Registered, not in the register</source>
      <translation>បានចុះបញ្ជី តែមិនមានក្នុងបញ្ជីរោងចក្រ</translation>
    </message>
    <message>
      <location filename="../../processing/registration/report.py" />
      <source>Registrations overdue</source>
      <translation>ការចុះបញ្ជីហួសថ្ងៃផុតកំណត់</translation>
    </message>
    <message>
      <location filename="../../processing/registration/report.py" />
      <source>Conflicts of register and extract</source>
      <translation>ចំណុចមិនស៊ីគ្នា រវាងបញ្ជីរោងចក្រ និងទិន្នន័យដកស្រង់</translation>
    </message>
    <message>
      <location filename="../../processing/registration/report.py" />
      <source>Extract: {rows} rows = {matched} matched with a located factory + {not_located} not located + {extract_only} located by the extract alone + {ambiguous} ambiguous.</source>
      <translation>ទិន្នន័យដកស្រង់៖ {rows} ជួរ = បានផ្គូផ្គងជាមួយរោងចក្រមានទីតាំង {matched} + គ្មានទីតាំង {not_located} + មានទីតាំងតែក្នុងទិន្នន័យដកស្រង់ {extract_only} + មិនច្បាស់ថាមួយណា {ambiguous}។</translation>
    </message>
    <message>
      <location filename="../../processing/registration/report.py" />
      <source>Register: {rows} rows = {matched} matched + {not_located} matched, without a location + {field_finds} located, not registered + {register_only} neither located nor registered + {ambiguous} ambiguous.</source>
      <translation>បញ្ជីរោងចក្រ៖ {rows} ជួរ = បានផ្គូផ្គង {matched} + បានផ្គូផ្គង តែគ្មានទីតាំង {not_located} + មានទីតាំង តែមិនទាន់ចុះបញ្ជី {field_finds} + គ្មានទីតាំង ហើយមិនទាន់ចុះបញ្ជី {register_only} + មិនច្បាស់ថាមួយណា {ambiguous}។</translation>
    </message>
    <message>
      <location filename="../../processing/registration/report.py" />
      <source>Pairs that disagree: {pairs}; conflicts: {conflicts}; permits run out: {expired}; overdue: {overdue}.</source>
      <translation>គូដែលមិនស៊ីគ្នា៖ {pairs}។ ចំណុចមិនស៊ីគ្នា៖ {conflicts}។ លិខិតអនុញ្ញាតផុតសុពលភាព៖ {expired}។ ហួសថ្ងៃផុតកំណត់៖ {overdue}។</translation>
    </message>
    <message>
      <location filename="../../processing/registration/report.py" />
      <location filename="../../processing/titles.py" />
      <location filename="../../qgis_plugin/panel/register/filter_bar.py" />
      <location filename="../../qgis_plugin/panel/register/model.py" />
      <location filename="../../qgis_plugin/panel/reports/sheets.py" />
      <source>Province</source>
      <translation>រាជធានី-ខេត្ត</translation>
    </message>
    <message>
      <location filename="../../processing/registration/report.py" />
      <source>completed</source>
      <translation>បានបញ្ចប់</translation>
    </message>
    <message>
      <location filename="../../processing/registration/report.py" />
      <source>of</source>
      <translation>ក្នុងចំណោម</translation>
    </message>
    <message>
      <location filename="../../processing/registration/report.py" />
      <source>share</source>
      <translation>ភាគ</translation>
    </message>
    <message>
      <location filename="../../processing/registration/report.py" />
      <source>located</source>
      <translation>មានទីតាំង</translation>
    </message>
    <message>
      <location filename="../../processing/registration/report.py" />
      <source>run out</source>
      <translation>ផុតសុពលភាព</translation>
    </message>
    <message>
      <location filename="../../processing/registration/report.py" />
      <source>overdue</source>
      <translation>ហួសថ្ងៃផុតកំណត់</translation>
    </message>
    <message>
      <location filename="../../processing/registration/report.py" />
      <source>{field} “{id}”, of {mine} factories of the register and {theirs} rows of the extract, was taken for no id.</source>
      <translation>{field} «{id}» ដែលមានក្នុងរោងចក្រ {mine} នៃបញ្ជីរោងចក្រ និង {theirs} ជួរនៃទិន្នន័យដកស្រង់ មិនត្រូវបានចាត់ទុកជាលេខសម្គាល់ទេ។</translation>
    </message>
    <message>
      <location filename="../../processing/registration/report.py" />
      <source>Values of the extract that could not be read: {count}, such as row {row}: {why}. See table “unread”.</source>
      <translation>តម្លៃក្នុងទិន្នន័យដកស្រង់ ដែលមិនអាចអានបាន៖ {count} ដូចជាជួរទី {row}៖ {why}។ សូមមើលតារាង «unread»។</translation>
    </message>
    <message>
      <location filename="../../processing/registration/report.py" />
      <source>Rows of the extract that say nothing of their registration status, or nothing that was understood: {count} of {all}. They count as completed.</source>
      <translation>ជួរនៃទិន្នន័យដកស្រង់ ដែលមិនបញ្ជាក់ស្ថានភាពចុះបញ្ជី ឬបញ្ជាក់ តែមិនអាចយល់បាន៖ {count} ក្នុងចំណោម {all}។ ជួរទាំងនេះ ត្រូវរាប់ថាបានបញ្ចប់។</translation>
    </message>
    <message>
      <location filename="../../processing/registration/report.py" />
      <source>Nothing matches: is it the right extract, and does the profile name the right columns?</source>
      <translation>គ្មានអ្វីត្រូវគ្នាទេ៖ តើទិន្នន័យដកស្រង់នេះត្រឹមត្រូវឬ ហើយតើទម្រង់ផ្គូផ្គងបញ្ជាក់ជួរឈរត្រឹមត្រូវឬ?</translation>
    </message>
    <message>
      <location filename="../../processing/registration/report.py" />
      <source>Name in English</source>
      <translation>ឈ្មោះជាភាសាអង់គ្លេស</translation>
    </message>
    <message>
      <location filename="../../processing/registration/report.py" />
      <location filename="../../processing/titles.py" />
      <source>Name in Khmer</source>
      <translation>ឈ្មោះជាភាសាខ្មែរ</translation>
    </message>
    <message>
      <location filename="../../processing/registration/report.py" />
      <location filename="../../processing/titles.py" />
      <location filename="../../qgis_plugin/panel/inputs.py" />
      <location filename="../../qgis_plugin/panel/reports/sheets.py" />
      <source>Activity (ISIC)</source>
      <translation>សកម្មភាព (ISIC)</translation>
    </message>
    <message>
      <location filename="../../processing/registration/report.py" />
      <location filename="../../processing/titles.py" />
      <source>Size class</source>
      <translation>ទំហំសហគ្រាស</translation>
    </message>
    <message>
      <location filename="../../processing/registration/report.py" />
      <location filename="../../processing/titles.py" />
      <source>Operating status</source>
      <translation>ស្ថានភាពប្រតិបត្តិការ</translation>
    </message>
    <message>
      <location filename="../../processing/registration/report.py" />
      <location filename="../../processing/titles.py" />
      <location filename="../../qgis_plugin/project/factory_looks.py" />
      <source>Registration status</source>
      <translation>ស្ថានភាពចុះបញ្ជី</translation>
    </message>
    <message>
      <location filename="../../processing/registration/report.py" />
      <source>Last day of the permit</source>
      <translation>ថ្ងៃចុងក្រោយនៃលិខិតអនុញ្ញាត</translation>
    </message>
    <message>
      <location filename="../../processing/registration/report.py" />
      <source>District</source>
      <translation>ក្រុង-ស្រុក-ខណ្ឌ</translation>
    </message>
    <message>
      <location filename="../../processing/registration/report.py" />
      <source>Commune</source>
      <translation>ឃុំ-សង្កាត់</translation>
    </message>
    <message>
      <location filename="../../processing/registration/report.py" />
      <location filename="../../qgis_plugin/locator/places.py" />
      <source>Coordinate</source>
      <translation>កូអរដោនេ</translation>
    </message>
    <message>
      <location filename="../../processing/reports/export.py" />
      <source>A map is written as PDF, PNG or SVG: give the output “{name}” the ending .pdf, .png or .svg.</source>
      <translation>ផែនទីត្រូវសរសេរជា PDF, PNG ឬ SVG៖ សូមដាក់កន្ទុយ .pdf, .png ឬ .svg ឱ្យទិន្នផល «{name}»។</translation>
    </message>
    <message>
      <location filename="../../processing/reports/export.py" />
      <source>The output “{path}” is a folder. Add a file name to it.</source>
      <translation>ទិន្នផល «{path}» ជាថត។ សូមបន្ថែមឈ្មោះឯកសារ។</translation>
    </message>
    <message>
      <location filename="../../processing/reports/export.py" />
      <source>The folder “{path}” does not exist. Make it, or choose another place for the map.</source>
      <translation>ថត «{path}» មិនមានទេ។ សូមបង្កើតថតនោះ ឬជ្រើសរើសកន្លែងផ្សេង សម្រាប់ផែនទី។</translation>
    </message>
    <message>
      <location filename="../../processing/reports/export.py" />
      <source>The map cannot be written into the folder “{path}” ({why}). Choose another folder.</source>
      <translation>មិនអាចសរសេរផែនទីទៅក្នុងថត «{path}» បានទេ ({why})។ សូមជ្រើសរើសថតផ្សេង។</translation>
    </message>
    <message>
      <location filename="../../processing/reports/export.py" />
      <source>The map cannot be written to “{path}” ({why}). If it is open in another program, close it there.</source>
      <translation>មិនអាចសរសេរផែនទីទៅ «{path}» បានទេ ({why})។ បើវាកំពុងបើកក្នុងកម្មវិធីផ្សេង សូមបិទវានៅទីនោះ។</translation>
    </message>
    <message>
      <location filename="../../processing/reports/export.py" />
      <source>There is not enough memory to draw the map. Choose fewer dots per inch or a smaller page.</source>
      <translation>អង្គចងចាំមិនគ្រប់គ្រាន់សម្រាប់គូរផែនទីទេ។ សូមបន្ថយចំណុចក្នុងមួយអ៊ីញ ឬជ្រើសរើសទំព័រតូចជាង។</translation>
    </message>
    <message>
      <location filename="../../processing/reports/export.py" />
      <source>The map cannot be written to “{path}”. Check that there is room on the disk.</source>
      <translation>មិនអាចសរសេរផែនទីទៅ «{path}» បានទេ។ សូមពិនិត្យមើលថា ថាសនៅមានទំហំទំនេរ។</translation>
    </message>
    <message>
      <location filename="../../processing/reports/export.py" />
      <source>QGIS could not draw the map “{name}” (result {code}).</source>
      <translation>QGIS មិនអាចគូរផែនទី «{name}» បានទេ (លទ្ធផល {code})។</translation>
    </message>
    <message>
      <location filename="../../processing/reports/map_layers.py" />
      <source>The factories layer has no coordinate reference system. Set one in its properties and run again.</source>
      <translation>ស្រទាប់រោងចក្រ គ្មានប្រព័ន្ធយោងកូអរដោនេទេ។ សូមកំណត់វាក្នុងលក្ខណសម្បត្តិស្រទាប់ រួចដំណើរការម្តងទៀត។</translation>
    </message>
    <message>
      <location filename="../../processing/reports/map_layers.py" />
      <source>The factories layer “{name}” has no feature with a location, so there is nothing to map. Choose another layer, or remove its filter.</source>
      <translation>ស្រទាប់រោងចក្រ «{name}» គ្មានវត្ថុណាមានទីតាំងទេ ដូច្នេះ គ្មានអ្វីសម្រាប់ដាក់លើផែនទី។ សូមជ្រើសរើសស្រទាប់ផ្សេង ឬដកតម្រងរបស់វាចេញ។</translation>
    </message>
    <message>
      <location filename="../../processing/reports/rule_catalogue.py" />
      <source>Authority</source>
      <translation>អាជ្ញាធរ</translation>
    </message>
    <message>
      <location filename="../../processing/reports/rule_catalogue.py" />
      <location filename="../../processing/titles.py" />
      <location filename="../../qgis_plugin/panel/details.py" />
      <source>Citation</source>
      <translation>ឯកសារយោង</translation>
    </message>
    <message>
      <location filename="../../processing/reports/rule_catalogue.py" />
      <source>Year of the text</source>
      <translation>ឆ្នាំនៃអត្ថបទ</translation>
    </message>
    <message>
      <location filename="../../processing/reports/rule_catalogue.py" />
      <location filename="../../qgis_plugin/panel/register/filter_bar.py" />
      <location filename="../../qgis_plugin/panel/register/model.py" />
      <source>Status</source>
      <translation>ស្ថានភាព</translation>
    </message>
    <message>
      <location filename="../../processing/reports/rule_catalogue.py" />
      <source>Licence</source>
      <translation>អាជ្ញាប័ណ្ណ</translation>
    </message>
    <message>
      <location filename="../../processing/reports/rule_catalogue.py" />
      <source>Includes</source>
      <translation>រួមបញ្ចូល</translation>
    </message>
    <message>
      <location filename="../../processing/reports/rule_catalogue.py" />
      <location filename="../../processing/reports/site_certificate.py" />
      <location filename="../../processing/reports/site_page.py" />
      <location filename="../../processing/titles.py" />
      <location filename="../../qgis_plugin/panel/details.py" />
      <location filename="../../qgis_plugin/panel/findings_model.py" />
      <location filename="../../qgis_plugin/panel/reports/sheets.py" />
      <source>Rule</source>
      <translation>វិធាន</translation>
    </message>
    <message>
      <location filename="../../processing/reports/rule_catalogue.py" />
      <location filename="../../processing/titles.py" />
      <location filename="../../qgis_plugin/panel/details.py" />
      <source>Theme</source>
      <translation>ប្រធានបទ</translation>
    </message>
    <message>
      <location filename="../../processing/reports/rule_catalogue.py" />
      <source>Breaking it is</source>
      <translation>ការមិនគោរពជា</translation>
    </message>
    <message>
      <location filename="../../processing/reports/rule_catalogue.py" />
      <source>Notes</source>
      <translation>ចំណាំ</translation>
    </message>
    <message>
      <location filename="../../processing/reports/rule_catalogue.py" />
      <source>factories inside industrial parks</source>
      <translation>រោងចក្រក្នុងសួនឧស្សាហកម្ម</translation>
    </message>
    <message>
      <location filename="../../processing/reports/rule_catalogue.py" />
      <source>Test</source>
      <translation>លក្ខណៈវិនិច្ឆ័យ</translation>
    </message>
    <message>
      <location filename="../../processing/reports/rule_catalogue.py" />
      <location filename="../../processing/reports/site_page.py" />
      <location filename="../../qgis_plugin/editing/move_dialog.py" />
      <source>Distance</source>
      <translation>ចម្ងាយ</translation>
    </message>
    <message>
      <location filename="../../processing/reports/rule_catalogue.py" />
      <source>Measured by the text</source>
      <translation>វាស់តាមអត្ថបទ</translation>
    </message>
    <message>
      <location filename="../../processing/reports/rule_catalogue.py" />
      <source>Activities</source>
      <translation>សកម្មភាព</translation>
    </message>
    <message>
      <location filename="../../processing/reports/rule_catalogue.py" />
      <source>Sizes</source>
      <translation>ទំហំសហគ្រាស</translation>
    </message>
    <message>
      <location filename="../../processing/reports/rule_catalogue.py" />
      <source>every size</source>
      <translation>គ្រប់ទំហំ</translation>
    </message>
    <message>
      <location filename="../../processing/reports/rule_catalogue.py" />
      <source>About</source>
      <translation>អនុវត្តចំពោះ</translation>
    </message>
    <message>
      <location filename="../../processing/reports/rule_catalogue.py" />
      <location filename="../../processing/reports/site_certificate.py" />
      <location filename="../../processing/reports/site_page.py" />
      <location filename="../../processing/sites/words.py" />
      <location filename="../../qgis_plugin/panel/verdicts.py" />
      <source>Exempt</source>
      <translation>លើកលែង</translation>
    </message>
    <message>
      <location filename="../../processing/reports/rule_catalogue.py" />
      <source>Message</source>
      <translation>សារ</translation>
    </message>
    <message>
      <location filename="../../processing/reports/rule_catalogue.py" />
      <source>Action</source>
      <translation>អ្វីដែលត្រូវធ្វើ</translation>
    </message>
    <message>
      <location filename="../../processing/reports/rule_catalogue.py" />
      <source>From the pack</source>
      <translation>ពីកញ្ចប់</translation>
    </message>
    <message>
      <location filename="../../processing/reports/rule_catalogue.py" />
      <location filename="../../processing/reports/site_certificate.py" />
      <location filename="../../processing/reports/site_page.py" />
      <location filename="../../processing/titles.py" />
      <source>Zone</source>
      <translation>តំបន់</translation>
    </message>
    <message>
      <location filename="../../processing/reports/rule_catalogue.py" />
      <location filename="../../processing/titles.py" />
      <source>Permitted</source>
      <translation>អនុញ្ញាត</translation>
    </message>
    <message>
      <location filename="../../processing/reports/rule_catalogue.py" />
      <source>Permitted on condition</source>
      <translation>អនុញ្ញាតដោយមានលក្ខខណ្ឌ</translation>
    </message>
    <message>
      <location filename="../../processing/reports/rule_catalogue.py" />
      <source>Condition</source>
      <translation>លក្ខខណ្ឌ</translation>
    </message>
    <message>
      <location filename="../../processing/reports/rule_catalogue.py" />
      <source>Prohibited</source>
      <translation>ហាមឃាត់</translation>
    </message>
    <message>
      <location filename="../../processing/reports/rule_catalogue.py" />
      <source>All else</source>
      <translation>ក្រៅពីនេះ</translation>
    </message>
    <message>
      <location filename="../../processing/reports/rule_catalogue.py" />
      <location filename="../../processing/titles.py" />
      <source>Level</source>
      <translation>កម្រិត</translation>
    </message>
    <message>
      <location filename="../../processing/reports/rule_catalogue.py" />
      <source>Level {level}</source>
      <translation>កម្រិត {level}</translation>
    </message>
    <message>
      <location filename="../../processing/reports/rule_catalogue.py" />
      <source>On a border</source>
      <translation>នៅលើព្រំ</translation>
    </message>
    <message>
      <location filename="../../processing/reports/rule_catalogue.py" />
      <source>Files</source>
      <translation>ឯកសារ</translation>
    </message>
    <message>
      <location filename="../../processing/reports/since.py" />
      <source>The earlier check “{path}” went by other rules ({before}) than this one ({after}): what changed cannot be told. Choose a check by the same rules, or none.</source>
      <translation>ការពិនិត្យមុន «{path}» ប្រើវិធានផ្សេង ({before}) ពីការពិនិត្យនេះ ({after})៖ មិនអាចប្រាប់អ្វីដែលប្រែប្រួលបានទេ។ សូមជ្រើសរើសការពិនិត្យតាមវិធានដដែល ឬកុំជ្រើសរើស។</translation>
    </message>
    <message>
      <location filename="../../processing/reports/site_certificate.py" />
      <location filename="../../qgis_plugin/panel/site/certificate_dialog.py" />
      <source>Location certificate</source>
      <translation>វិញ្ញាបនបត្រទីតាំង</translation>
    </message>
    <message>
      <location filename="../../processing/reports/site_certificate.py" />
      <source>The certificate “{path}” cannot be written. Choose another folder.</source>
      <translation>មិនអាចសរសេរវិញ្ញាបនបត្រ «{path}» បានទេ។ សូមជ្រើសរើសថតផ្សេង។</translation>
    </message>
    <message>
      <location filename="../../processing/reports/site_certificate.py" />
      <location filename="../../processing/reports/site_page.py" />
      <source>Illustrative data — not for decisions</source>
      <translation>ទិន្នន័យសម្រាប់បង្ហាញ មិនសម្រាប់ធ្វើសេចក្តីសម្រេច</translation>
    </message>
    <message>
      <location filename="../../processing/reports/site_certificate.py" />
      <location filename="../../processing/reports/site_page.py" />
      <location filename="../../qgis_plugin/panel/decision_dialog.py" />
      <source>Date</source>
      <translation>កាលបរិច្ឆេទ</translation>
    </message>
    <message>
      <location filename="../../processing/reports/site_certificate.py" />
      <location filename="../../qgis_plugin/panel/site/certificate_dialog.py" />
      <source>Applicant</source>
      <translation>អ្នកស្នើសុំ</translation>
    </message>
    <message>
      <location filename="../../processing/reports/site_certificate.py" />
      <location filename="../../processing/reports/site_page.py" />
      <source>taken as exact</source>
      <translation>ចាត់ទុកថាត្រឹមត្រូវពិតប្រាកដ</translation>
    </message>
    <message>
      <location filename="../../processing/reports/site_certificate.py" />
      <source>± {number} m</source>
      <translation>± {number} m</translation>
    </message>
    <message>
      <location filename="../../processing/reports/site_certificate.py" />
      <location filename="../../processing/reports/site_page.py" />
      <location filename="../../qgis_plugin/panel/details.py" />
      <location filename="../../qgis_plugin/project/factory_looks.py" />
      <location filename="../../qgis_plugin/project/register_form.py" />
      <source>Activity</source>
      <translation>សកម្មភាព</translation>
    </message>
    <message>
      <location filename="../../processing/reports/site_certificate.py" />
      <location filename="../../processing/reports/site_page.py" />
      <source>Latitude, longitude</source>
      <translation>រយៈទទឹង រយៈបណ្តោយ</translation>
    </message>
    <message>
      <location filename="../../processing/reports/site_certificate.py" />
      <location filename="../../processing/reports/site_page.py" />
      <location filename="../../qgis_plugin/panel/details.py" />
      <location filename="../../qgis_plugin/panel/register/model.py" />
      <source>Accuracy</source>
      <translation>ភាពត្រឹមត្រូវ</translation>
    </message>
    <message>
      <location filename="../../processing/reports/site_certificate.py" />
      <location filename="../../processing/reports/site_page.py" />
      <source>Administrative unit</source>
      <translation>ឯកតារដ្ឋបាល</translation>
    </message>
    <message>
      <location filename="../../processing/reports/site_certificate.py" />
      <location filename="../../processing/reports/site_page.py" />
      <source>Industrial park</source>
      <translation>សួនឧស្សាហកម្ម</translation>
    </message>
    <message>
      <location filename="../../processing/reports/site_certificate.py" />
      <location filename="../../processing/reports/site_page.py" />
      <source>Date of the check</source>
      <translation>កាលបរិច្ឆេទពិនិត្យ</translation>
    </message>
    <message>
      <location filename="../../processing/reports/site_certificate.py" />
      <location filename="../../processing/reports/site_page.py" />
      <location filename="../../processing/titles.py" />
      <source>Verdict</source>
      <translation>លទ្ធផលពិនិត្យ</translation>
    </message>
    <message>
      <location filename="../../processing/reports/site_certificate.py" />
      <location filename="../../processing/reports/site_page.py" />
      <location filename="../../processing/titles.py" />
      <location filename="../../qgis_plugin/panel/corrections/details.py" />
      <location filename="../../qgis_plugin/panel/findings_model.py" />
      <location filename="../../qgis_plugin/panel/reports/sheets.py" />
      <source>Why</source>
      <translation>មូលហេតុ</translation>
    </message>
    <message>
      <location filename="../../processing/reports/site_certificate.py" />
      <location filename="../../processing/reports/site_page.py" />
      <location filename="../../qgis_plugin/panel/details.py" />
      <location filename="../../qgis_plugin/panel/findings_model.py" />
      <location filename="../../qgis_plugin/project/finding_form.py" />
      <source>Measured</source>
      <translation>តម្លៃវាស់បាន</translation>
    </message>
    <message>
      <location filename="../../processing/reports/site_certificate.py" />
      <location filename="../../processing/reports/site_page.py" />
      <location filename="../../qgis_plugin/panel/details.py" />
      <location filename="../../qgis_plugin/project/finding_form.py" />
      <source>Required</source>
      <translation>តម្លៃតម្រូវ</translation>
    </message>
    <message>
      <location filename="../../processing/reports/site_certificate.py" />
      <source>Rules that are kept: {count}</source>
      <translation>វិធានដែលបានគោរព៖ {count}</translation>
    </message>
    <message>
      <location filename="../../processing/reports/site_certificate.py" />
      <location filename="../../processing/reports/site_page.py" />
      <source>Other places, checked by the same rules</source>
      <translation>ទីតាំងផ្សេងទៀត ដែលបានពិនិត្យតាមវិធានដដែល</translation>
    </message>
    <message>
      <location filename="../../processing/reports/site_certificate.py" />
      <source>{rank}. {name}, {distance} m away: {latitude}, {longitude}</source>
      <translation>{rank}. {name} ចម្ងាយ {distance} m៖ {latitude}, {longitude}</translation>
    </message>
    <message>
      <location filename="../../processing/reports/site_certificate.py" />
      <location filename="../../processing/reports/site_page.py" />
      <source>Passes on condition</source>
      <translation>អនុលោមដោយមានលក្ខខណ្ឌ</translation>
    </message>
    <message>
      <location filename="../../processing/reports/site_certificate.py" />
      <location filename="../../processing/reports/site_page.py" />
      <location filename="../../processing/titles.py" />
      <location filename="../../qgis_plugin/project/finding_form.py" />
      <source>Fails</source>
      <translation>មិនអនុលោម</translation>
    </message>
    <message>
      <location filename="../../processing/reports/site_certificate.py" />
      <location filename="../../processing/reports/site_page.py" />
      <location filename="../../processing/sites/words.py" />
      <location filename="../../processing/titles.py" />
      <location filename="../../qgis_plugin/panel/verdicts.py" />
      <source>Undecided</source>
      <translation>មិនទាន់សម្រេច</translation>
    </message>
    <message>
      <location filename="../../processing/reports/site_certificate.py" />
      <location filename="../../processing/reports/site_page.py" />
      <location filename="../../processing/titles.py" />
      <location filename="../../qgis_plugin/panel/verdicts.py" />
      <source>No data</source>
      <translation>គ្មានទិន្នន័យ</translation>
    </message>
    <message>
      <location filename="../../processing/reports/site_certificate.py" />
      <location filename="../../processing/reports/site_page.py" />
      <location filename="../../qgis_plugin/project/setup.py" />
      <location filename="../../qgis_plugin/project/source_pool.py" />
      <location filename="../../qgis_plugin/project/wizard.py" />
      <source>Layers</source>
      <translation>ស្រទាប់</translation>
    </message>
    <message>
      <location filename="../../processing/reports/site_certificate.py" />
      <location filename="../../processing/reports/site_lines.py" />
      <location filename="../../processing/reports/site_page.py" />
      <location filename="../../processing/reports/strokes.py" />
      <location filename="../../qgis_plugin/panel/findings_model.py" />
      <source>{number} m</source>
      <translation>{number} m</translation>
    </message>
    <message>
      <location filename="../../processing/reports/site_page.py" />
      <source>Assessment of a site</source>
      <translation>ការវាយតម្លៃទីតាំង</translation>
    </message>
    <message>
      <location filename="../../processing/reports/site_page.py" />
      <source>Rules that were not checked, because no layer was given: {count}.</source>
      <translation>វិធានដែលមិនបានពិនិត្យ ដោយសារមិនបានផ្តល់ស្រទាប់៖ {count}។</translation>
    </message>
    <message>
      <location filename="../../processing/reports/site_page.py" />
      <location filename="../../qgis_plugin/panel/register/lists.py" />
      <source>Passes</source>
      <translation>អនុលោម</translation>
    </message>
    <message>
      <location filename="../../processing/reports/site_page.py" />
      <source>the {checked} of {all} rules that could be checked</source>
      <translation>វិធាន {checked} ក្នុងចំណោម {all} ដែលអាចពិនិត្យបាន</translation>
    </message>
    <message>
      <location filename="../../processing/reports/site_page.py" />
      <source>Every rule</source>
      <translation>វិធានទាំងអស់</translation>
    </message>
    <message>
      <location filename="../../processing/reports/site_page.py" />
      <location filename="../../processing/titles.py" />
      <source>Kind</source>
      <translation>ប្រភេទ</translation>
    </message>
    <message>
      <location filename="../../processing/reports/site_page.py" />
      <location filename="../../processing/titles.py" />
      <source>Feature</source>
      <translation>វត្ថុ</translation>
    </message>
    <message>
      <location filename="../../processing/reports/site_page.py" />
      <location filename="../../processing/titles.py" />
      <location filename="../../qgis_plugin/panel/details.py" />
      <location filename="../../qgis_plugin/panel/reports/sheets.py" />
      <source>Layer</source>
      <translation>ស្រទាប់</translation>
    </message>
    <message>
      <location filename="../../processing/reports/site_page.py" />
      <source>inside</source>
      <translation>ខាងក្នុង</translation>
    </message>
    <message>
      <location filename="../../processing/reports/site_page.py" />
      <location filename="../../qgis_plugin/editing/undo_dialog.py" />
      <location filename="../../qgis_plugin/panel/corrections/details.py" />
      <source>Place</source>
      <translation>កន្លែង</translation>
    </message>
    <message>
      <location filename="../../processing/reports/site_page.py" />
      <source>What remains to be assessed</source>
      <translation>អ្វីដែលនៅត្រូវវាយតម្លៃ</translation>
    </message>
    <message>
      <location filename="../../processing/reports/site_page.py" />
      <source>Everywhere: {text}</source>
      <translation>នៅគ្រប់កន្លែង៖ {text}</translation>
    </message>
    <message>
      <location filename="../../processing/reports/site_page.py" />
      <source>Made from</source>
      <translation>ធ្វើឡើងពី</translation>
    </message>
    <message>
      <location filename="../../processing/reports/strokes.py" />
      <location filename="../../qgis_plugin/panel/corrections/model.py" />
      <source>N</source>
      <translation>ជើង</translation>
    </message>
    <message>
      <location filename="../../processing/road_parameters.py" />
      <source>Largest distance to a road (metres)</source>
      <translation>ចម្ងាយធំបំផុតដល់ផ្លូវ (ម៉ែត្រ)</translation>
    </message>
    <message>
      <location filename="../../processing/road_parameters.py" />
      <source>What is farther from every road counts as having none. The way to the road is part of the distance.</source>
      <translation>អ្វីដែលនៅឆ្ងាយជាងនេះពីគ្រប់ផ្លូវ រាប់ថាគ្មានផ្លូវ។ ចម្ងាយទៅដល់ផ្លូវ ជាផ្នែកមួយនៃចម្ងាយតាមផ្លូវ។</translation>
    </message>
    <message>
      <location filename="../../processing/road_parameters.py" />
      <source>Gaps in the roads to close (metres)</source>
      <translation>ចន្លោះដាច់នៃផ្លូវដែលត្រូវភ្ជាប់ (ម៉ែត្រ)</translation>
    </message>
    <message>
      <location filename="../../processing/road_parameters.py" />
      <source>An end of a road that lies so near to another road is connected with it.</source>
      <translation>ចុងផ្លូវដែលនៅជិតផ្លូវមួយទៀតដល់កម្រិតនេះ ត្រូវបានភ្ជាប់ជាមួយផ្លូវនោះ។</translation>
    </message>
    <message>
      <location filename="../../processing/road_parameters.py" />
      <source>Connect roads where they cross</source>
      <translation>ភ្ជាប់ផ្លូវត្រង់កន្លែងកាត់គ្នា</translation>
    </message>
    <message>
      <location filename="../../processing/road_parameters.py" />
      <source>For layers whose roads have no common vertex where they cross; it connects bridges as well.</source>
      <translation>សម្រាប់ស្រទាប់ដែលផ្លូវគ្មានចំណុចកំពូល (vertex) រួម ត្រង់កន្លែងកាត់គ្នា។ ស្ពានក៏ត្រូវបានភ្ជាប់ជាមួយផ្លូវខាងក្រោមវាដែរ។</translation>
    </message>
    <message>
      <location filename="../../processing/road_parameters.py" />
      <source>{label}: layer “{layer}” holds no lines; a way can be found along lines only.</source>
      <translation>{label}៖ ស្រទាប់ «{layer}» គ្មានបន្ទាត់ទេ។ ផ្លូវធ្វើដំណើរអាចរកបាន តែតាមបន្ទាត់ប៉ុណ្ណោះ។</translation>
    </message>
    <message>
      <location filename="../../processing/rules/meaning.py" />
      <source>“{value}” already stands under {other}</source>
      <translation>«{value}» មានរួចហើយក្រោម {other}</translation>
    </message>
    <message>
      <location filename="../../processing/rules/meaning.py" />
      <source>“{value}” is not in ISIC Rev. 4</source>
      <translation>«{value}» មិនមានក្នុង ISIC កំណែទី ៤ ទេ</translation>
    </message>
    <message>
      <location filename="../../processing/rules/meaning.py" />
      <source>“{value}” is taken out but is under none of the included: {known}</source>
      <translation>«{value}» ត្រូវបានដកចេញ ប៉ុន្តែមិនស្ថិតក្រោមលេខកូដណាដែលបានដាក់បញ្ចូលទេ៖ {known}</translation>
    </message>
    <message>
      <location filename="../../processing/rules/meaning.py" />
      <source>“{test}” needs areas, which {role} are not; use a test of distance</source>
      <translation>«{test}» ត្រូវការផ្ទៃ ប៉ុន្តែ {role} មិនមែនជាផ្ទៃទេ សូមប្រើលក្ខណៈវិនិច្ឆ័យចម្ងាយ</translation>
    </message>
    <message>
      <location filename="../../processing/rules/meaning.py" />
      <source>others belongs to the role factories, not to {role}</source>
      <translation>others ប្រើបានតែជាមួយតួនាទី factories មិនមែន {role} ទេ</translation>
    </message>
    <message>
      <location filename="../../processing/rules/meaning.py" />
      <source>factories have no classes; say which by others, with their activities</source>
      <translation>factories គ្មានថ្នាក់ទេ សូមបញ្ជាក់ដោយ others ជាមួយសកម្មភាពរបស់រោងចក្រទាំងនោះ</translation>
    </message>
    <message>
      <location filename="../../processing/rules/meaning.py" />
      <source>“{value}” is no class of {role}; it has: {known}</source>
      <translation>«{value}» មិនមែនជាថ្នាក់របស់ {role} ទេ ថ្នាក់ដែលមាន៖ {known}</translation>
    </message>
    <message>
      <location filename="../../processing/rules/meaning.py" />
      <source>“{written}” is read as {value}; write it with digits only, such as 500 or 0.1</source>
      <translation>«{written}» ត្រូវបានអានជា {value} សូមសរសេរដោយប្រើតែលេខ ដូចជា 500 ឬ 0.1</translation>
    </message>
    <message>
      <location filename="../../processing/rules/meaning.py" />
      <location filename="../../processing/rules/schema.py" />
      <source>missing: {names}</source>
      <translation>ខ្វះ៖ {names}</translation>
    </message>
    <message>
      <location filename="../../processing/rules/meaning.py" />
      <source>no distance for size {sizes}; name it, or give distance_m for the sizes not named</source>
      <translation>គ្មានចម្ងាយសម្រាប់ទំហំ {sizes} ទេ សូមបញ្ជាក់វា ឬដាក់ distance_m សម្រាប់ទំហំដែលមិនបានបញ្ជាក់</translation>
    </message>
    <message>
      <location filename="../../processing/rules/meaning.py" />
      <source>“{value}” already stands in level {other}</source>
      <translation>«{value}» មានរួចហើយក្នុងកម្រិត {other}</translation>
    </message>
    <message>
      <location filename="../../processing/rules/meaning.py" />
      <source>“{value}” is no level of this rule; it has: {known}</source>
      <translation>«{value}» មិនមែនជាកម្រិតរបស់វិធាននេះទេ កម្រិតដែលមាន៖ {known}</translation>
    </message>
    <message>
      <location filename="../../processing/rules/meaning.py" />
      <source>no answer for level {levels}</source>
      <translation>គ្មានចម្លើយសម្រាប់កម្រិត {levels} ទេ</translation>
    </message>
    <message>
      <location filename="../../processing/rules/meaning.py" />
      <source>“{value}” is not in the matrix</source>
      <translation>«{value}» មិនមានក្នុងតារាងម៉ាទ្រីសទេ</translation>
    </message>
    <message>
      <location filename="../../processing/rules/meaning.py" />
      <source>a second rule tests “{value}”, which rule {id} does already</source>
      <translation>វិធានទីពីរប្រើលក្ខណៈវិនិច្ឆ័យ «{value}» ដែលវិធាន {id} ប្រើរួចហើយ</translation>
    </message>
    <message>
      <location filename="../../processing/rules/meaning.py" />
      <source>one wants factories inside {role}, the other outside</source>
      <translation>វិធានមួយចង់ឱ្យរោងចក្រនៅក្នុង {role} មួយទៀតចង់ឱ្យនៅក្រៅ</translation>
    </message>
    <message>
      <location filename="../../processing/rules/meaning.py" />
      <source>one wants factories inside {role}, the other away from it</source>
      <translation>វិធានមួយចង់ឱ្យរោងចក្រនៅក្នុង {role} មួយទៀតចង់ឱ្យនៅឆ្ងាយពីវា</translation>
    </message>
    <message>
      <location filename="../../processing/rules/meaning.py" />
      <source>at least {least} m and at most {most} m to {role} cannot both be</source>
      <translation>ចម្ងាយពី {role} យ៉ាងតិច {least} m និងយ៉ាងច្រើន {most} m មិនអាចត្រូវទាំងពីរបានទេ</translation>
    </message>
    <message>
      <location filename="../../processing/rules/merge.py" />
      <source>the packs include each other in a circle: {chain}</source>
      <translation>កញ្ចប់រួមបញ្ចូលគ្នាជារង្វង់៖ {chain}</translation>
    </message>
    <message>
      <location filename="../../processing/rules/merge.py" />
      <source>there is no file “{name}” beside this one; the plugin's own is {path}: copy it there</source>
      <translation>គ្មានឯកសារ «{name}» នៅក្បែរឯកសារនេះទេ។ ឯកសាររបស់កម្មវិធីជំនួយគឺ {path}៖ សូមចម្លងវាមកទីនោះ</translation>
    </message>
    <message>
      <location filename="../../processing/rules/merge.py" />
      <source>there is no file “{name}” in the folder {folder}</source>
      <translation>គ្មានឯកសារ «{name}» ក្នុងថត {folder} ទេ</translation>
    </message>
    <message>
      <location filename="../../processing/rules/merge.py" />
      <source>{file} (line {line})</source>
      <translation>{file} (បន្ទាត់ទី {line})</translation>
    </message>
    <message>
      <location filename="../../processing/rules/merge.py" />
      <source>rule {id} stands in two included packs and not alike: {places}; include only one of them</source>
      <translation>វិធាន {id} មានក្នុងកញ្ចប់រួមបញ្ចូលពីរ ហើយមិនដូចគ្នា៖ {places}។ សូមរួមបញ្ចូលតែមួយ</translation>
    </message>
    <message>
      <location filename="../../processing/rules/merge.py" />
      <source>“{value}” is used twice</source>
      <translation>«{value}» ត្រូវបានប្រើពីរដង</translation>
    </message>
    <message>
      <location filename="../../processing/rules/merge.py" />
      <source>only a rule of an included pack can be disabled, and none has this id; leave the rule out</source>
      <translation>មានតែវិធានរបស់កញ្ចប់ដែលរួមបញ្ចូលទេ ដែលអាចបិទបាន ហើយគ្មានវិធានណាមានលេខសម្គាល់នេះទេ។ សូមលុបវិធាននេះចេញ</translation>
    </message>
    <message>
      <location filename="../../processing/rules/notes.py" />
      <source>the largest distance governs</source>
      <translation>ចម្ងាយធំជាងគេត្រូវអនុវត្ត</translation>
    </message>
    <message>
      <location filename="../../processing/rules/notes.py" />
      <source>the smallest distance governs</source>
      <translation>ចម្ងាយតូចជាងគេត្រូវអនុវត្ត</translation>
    </message>
    <message>
      <location filename="../../processing/rules/notes.py" />
      <source>Rules {a} and {b} both test “{test}” ({role}) on some of the same factories: {governs}.</source>
      <translation>វិធាន {a} និង {b} ទាំងពីរប្រើលក្ខណៈវិនិច្ឆ័យ «{test}» ({role}) លើរោងចក្រមួយចំនួនដូចគ្នា៖ {governs}។</translation>
    </message>
    <message>
      <location filename="../../processing/rules/notes.py" />
      <source>File {file} calls its pack {id}; give both the same name.</source>
      <translation>ឯកសារ {file} ដាក់ឈ្មោះកញ្ចប់របស់វាថា {id}។ សូមដាក់ឈ្មោះទាំងពីរឱ្យដូចគ្នា។</translation>
    </message>
    <message>
      <location filename="../../processing/rules/notes.py" />
      <source>Rule {id} is from a foreign reference; another pack makes breaking it: {severity}.</source>
      <translation>វិធាន {id} មកពីឯកសារយោងបរទេស ប៉ុន្តែកញ្ចប់ផ្សេងកំណត់ថា ការមិនគោរពវាជា៖ {severity}។</translation>
    </message>
    <message>
      <location filename="../../processing/rules/notes.py" />
      <source>Rule {id} has distances for sizes that it is not about: {sizes}.</source>
      <translation>វិធាន {id} មានចម្ងាយសម្រាប់ទំហំ ដែលវាមិនអនុវត្ត៖ {sizes}។</translation>
    </message>
    <message>
      <location filename="../../processing/rules/notes.py" />
      <source>Rule {id} permits on condition but names no condition.</source>
      <translation>វិធាន {id} អនុញ្ញាតដោយមានលក្ខខណ្ឌ ប៉ុន្តែមិនបានបញ្ជាក់លក្ខខណ្ឌទេ។</translation>
    </message>
    <message>
      <location filename="../../processing/rules/pack_file.py" />
      <source>Rule pack “{name}” has {count} mistake(s):
{list}</source>
      <translation>កញ្ចប់វិធាន «{name}» មានកំហុស {count}៖
{list}</translation>
    </message>
    <message>
      <location filename="../../processing/rules/pack_file.py" />
      <source>no rule is left in the pack</source>
      <translation>គ្មានវិធាននៅសល់ក្នុងកញ្ចប់ទេ</translation>
    </message>
    <message>
      <location filename="../../processing/rules/pack_file.py" />
      <source>contradicts rule {id} ({file}, line {line}): {why}</source>
      <translation>ផ្ទុយនឹងវិធាន {id} ({file} បន្ទាត់ទី {line})៖ {why}</translation>
    </message>
    <message>
      <location filename="../../processing/rules/schema.py" />
      <source>{entry} does not belong to the test “{test}”</source>
      <translation>{entry} មិនប្រើជាមួយលក្ខណៈវិនិច្ឆ័យ «{test}» ទេ</translation>
    </message>
    <message>
      <location filename="../../processing/rules/schema.py" />
      <source>“{value}” stands there twice</source>
      <translation>«{value}» មាននៅទីនោះពីរដង</translation>
    </message>
    <message>
      <location filename="../../processing/rules/schema.py" />
      <source>unknown entry: {name} (in braces a comma begins a new entry; put the text in quotes)</source>
      <translation>មិនស្គាល់ឈ្មោះ៖ {name} (ក្នុងវង់ក្រចក សញ្ញាក្បៀសចាប់ផ្តើមឈ្មោះថ្មី សូមដាក់អត្ថបទក្នុងសញ្ញាសម្រង់)</translation>
    </message>
    <message>
      <location filename="../../processing/rules/schema.py" />
      <source>unknown entry: {name} (did you mean {close}?)</source>
      <translation>មិនស្គាល់ឈ្មោះ៖ {name} (តើចង់សរសេរ {close} ឬ?)</translation>
    </message>
    <message>
      <location filename="../../processing/rules/schema.py" />
      <source>unknown entry: {name}</source>
      <translation>មិនស្គាល់ឈ្មោះ៖ {name}</translation>
    </message>
    <message>
      <location filename="../../processing/rules/schema.py" />
      <source>“{value}” does not look right (pattern {pattern})</source>
      <translation>«{value}» មើលទៅមិនត្រឹមត្រូវ (លំនាំ {pattern})</translation>
    </message>
    <message>
      <location filename="../../processing/rules/schema.py" />
      <source>permits_on_condition needs a condition</source>
      <translation>permits_on_condition ត្រូវការលក្ខខណ្ឌ (condition)</translation>
    </message>
    <message>
      <location filename="../../processing/rules/schema.py" />
      <source>nothing stands here; at least one entry is needed</source>
      <translation>គ្មានអ្វីនៅទីនេះទេ ត្រូវការយ៉ាងតិចមួយ</translation>
    </message>
    <message>
      <location filename="../../processing/rules/schema.py" />
      <source>“{value}” must be more than {limit}</source>
      <translation>«{value}» ត្រូវធំជាង {limit}</translation>
    </message>
    <message>
      <location filename="../../processing/rules/schema.py" />
      <source>“{value}” must be at least {limit}</source>
      <translation>«{value}» ត្រូវយ៉ាងតិច {limit}</translation>
    </message>
    <message>
      <location filename="../../processing/rules/schema.py" />
      <source>“{value}” must be at most {limit}</source>
      <translation>«{value}» ត្រូវយ៉ាងច្រើន {limit}</translation>
    </message>
    <message>
      <location filename="../../processing/rules/schema.py" />
      <source>a text is needed</source>
      <translation>ត្រូវការអត្ថបទ</translation>
    </message>
    <message>
      <location filename="../../processing/rules/schema.py" />
      <source>true or false is needed</source>
      <translation>ត្រូវការ true ឬ false</translation>
    </message>
    <message>
      <location filename="../../processing/rules/schema.py" />
      <source>a list is needed</source>
      <translation>ត្រូវការបញ្ជីរាយ</translation>
    </message>
    <message>
      <location filename="../../processing/rules/schema.py" />
      <source>names with values are needed</source>
      <translation>ត្រូវការឈ្មោះជាមួយតម្លៃ</translation>
    </message>
    <message>
      <location filename="../../processing/rules/schema.py" />
      <source>nothing stands here; {needed}</source>
      <translation>គ្មានអ្វីនៅទីនេះទេ {needed}</translation>
    </message>
    <message>
      <location filename="../../processing/rules/schema.py" />
      <source>names with values stand here; {needed}</source>
      <translation>នៅទីនេះមានឈ្មោះជាមួយតម្លៃ {needed}</translation>
    </message>
    <message>
      <location filename="../../processing/rules/schema.py" />
      <source>a list stands here; {needed}</source>
      <translation>នៅទីនេះមានបញ្ជីរាយ {needed}</translation>
    </message>
    <message>
      <location filename="../../processing/rules/schema.py" />
      <source>“{value}” is a text; {needed}</source>
      <translation>«{value}» ជាអត្ថបទ {needed}</translation>
    </message>
    <message>
      <location filename="../../processing/rules/schema.py" />
      <source>put it in quotes</source>
      <translation>សូមដាក់វាក្នុងសញ្ញាសម្រង់</translation>
    </message>
    <message>
      <location filename="../../processing/rules/schema.py" />
      <source>“{value}” is read as yes or no; {needed}</source>
      <translation>«{value}» ត្រូវបានអានជា បាទ ឬទេ {needed}</translation>
    </message>
    <message>
      <location filename="../../processing/rules/schema.py" />
      <source>“{value}” is read as a number; {needed}</source>
      <translation>«{value}» ត្រូវបានអានជាចំនួន {needed}</translation>
    </message>
    <message>
      <location filename="../../processing/rules/schema.py" />
      <source>“{value}” is read as a date; {needed}</source>
      <translation>«{value}» ត្រូវបានអានជាកាលបរិច្ឆេទ {needed}</translation>
    </message>
    <message>
      <location filename="../../processing/rules/words.py" />
      <source>Water supply</source>
      <translation>ការផ្គត់ផ្គង់ទឹក</translation>
    </message>
    <message>
      <location filename="../../processing/rules/words.py" />
      <source>Places of people</source>
      <translation>ទីកន្លែងមានមនុស្ស</translation>
    </message>
    <message>
      <location filename="../../processing/rules/words.py" />
      <source>Other factories</source>
      <translation>រោងចក្រផ្សេងទៀត</translation>
    </message>
    <message>
      <location filename="../../processing/rules/words.py" />
      <source>water intake</source>
      <translation>ចំណុចបូមទឹក</translation>
    </message>
    <message>
      <location filename="../../processing/rules/words.py" />
      <source>well</source>
      <translation>អណ្តូងទឹក</translation>
    </message>
    <message>
      <location filename="../../processing/rules/words.py" />
      <source>river, lake or canal</source>
      <translation>ទន្លេ បឹង ឬព្រែក</translation>
    </message>
    <message>
      <location filename="../../processing/rules/words.py" />
      <source>homes</source>
      <translation>លំនៅឋាន</translation>
    </message>
    <message>
      <location filename="../../processing/rules/words.py" />
      <source>school</source>
      <translation>សាលារៀន</translation>
    </message>
    <message>
      <location filename="../../processing/rules/words.py" />
      <source>hospital</source>
      <translation>មន្ទីរពេទ្យ</translation>
    </message>
    <message>
      <location filename="../../processing/rules/words.py" />
      <source>pagoda</source>
      <translation>វត្ត</translation>
    </message>
    <message>
      <location filename="../../processing/rules/words.py" />
      <source>market</source>
      <translation>ផ្សារ</translation>
    </message>
    <message>
      <location filename="../../processing/rules/words.py" />
      <source>Location management</source>
      <translation>ការគ្រប់គ្រងទីតាំង</translation>
    </message>
    <message>
      <location filename="../../processing/rules/words.py" />
      <source>Safety and environment</source>
      <translation>សុវត្ថិភាព និងបរិស្ថាន</translation>
    </message>
    <message>
      <location filename="../../processing/rules/words.py" />
      <source>Local sourcing</source>
      <translation>ការផ្គត់ផ្គង់ក្នុងស្រុក</translation>
    </message>
    <message>
      <location filename="../../processing/rules/words.py" />
      <source>Parks and clusters</source>
      <translation>សួនឧស្សាហកម្ម និងចង្កោមឧស្សាហកម្ម</translation>
    </message>
    <message>
      <location filename="../../processing/rules/words.py" />
      <source>Registration</source>
      <translation>ការចុះបញ្ជី</translation>
    </message>
    <message>
      <location filename="../../processing/rules/words.py" />
      <source>No theme</source>
      <translation>គ្មានប្រធានបទ</translation>
    </message>
    <message>
      <location filename="../../processing/rules/words.py" />
      <location filename="../../qgis_plugin/panel/verdicts.py" />
      <source>Violation</source>
      <translation>ការបំពាន</translation>
    </message>
    <message>
      <location filename="../../processing/rules/words.py" />
      <source>Calls for an assessment</source>
      <translation>ត្រូវការការវាយតម្លៃ</translation>
    </message>
    <message>
      <location filename="../../processing/rules/words.py" />
      <location filename="../../processing/titles.py" />
      <location filename="../../qgis_plugin/panel/verdicts.py" />
      <source>Advice</source>
      <translation>ដំបូន្មាន</translation>
    </message>
    <message>
      <location filename="../../processing/rules/words.py" />
      <source>official</source>
      <translation>ផ្លូវការ</translation>
    </message>
    <message>
      <location filename="../../processing/rules/words.py" />
      <source>draft</source>
      <translation>សេចក្តីព្រាង</translation>
    </message>
    <message>
      <location filename="../../processing/rules/words.py" />
      <source>foreign reference</source>
      <translation>ឯកសារយោងបរទេស</translation>
    </message>
    <message>
      <location filename="../../processing/rules/words.py" />
      <source>new factories only</source>
      <translation>តែរោងចក្រថ្មី</translation>
    </message>
    <message>
      <location filename="../../processing/rules/words.py" />
      <source>existing factories only</source>
      <translation>តែរោងចក្រដែលមានស្រាប់</translation>
    </message>
    <message>
      <location filename="../../processing/rules/words.py" />
      <source>new and existing factories</source>
      <translation>រោងចក្រថ្មី និងរោងចក្រដែលមានស្រាប់</translation>
    </message>
    <message>
      <location filename="../../processing/rules/words.py" />
      <source>permitted</source>
      <translation>អនុញ្ញាត</translation>
    </message>
    <message>
      <location filename="../../processing/rules/words.py" />
      <source>permitted on condition</source>
      <translation>អនុញ្ញាតដោយមានលក្ខខណ្ឌ</translation>
    </message>
    <message>
      <location filename="../../processing/rules/words.py" />
      <source>prohibited</source>
      <translation>ហាមឃាត់</translation>
    </message>
    <message>
      <location filename="../../processing/rules/words.py" />
      <source>not said</source>
      <translation>មិនបានបញ្ជាក់</translation>
    </message>
    <message>
      <location filename="../../processing/rules/words.py" />
      <source>the strictest answer holds</source>
      <translation>យកចម្លើយតឹងរ៉ឹងជាងគេ</translation>
    </message>
    <message>
      <location filename="../../processing/rules/words.py" />
      <source>the answer where most of it stands holds</source>
      <translation>យកចម្លើយនៃផ្ទៃដែលរោងចក្រស្ថិតនៅច្រើនជាងគេ</translation>
    </message>
    <message>
      <location filename="../../processing/rules/words.py" />
      <source>the point on the map</source>
      <translation>ចំណុចលើផែនទី</translation>
    </message>
    <message>
      <location filename="../../processing/rules/words.py" />
      <source>the premises</source>
      <translation>បរិវេណរោងចក្រ</translation>
    </message>
    <message>
      <location filename="../../processing/rules/words.py" />
      <source>the plot</source>
      <translation>ក្បាលដី</translation>
    </message>
    <message>
      <location filename="../../processing/rules/words.py" />
      <source>the installation</source>
      <translation>គ្រឿងបរិក្ខារ</translation>
    </message>
    <message>
      <location filename="../../processing/rules/words.py" />
      <source>the edge</source>
      <translation>ព្រំ</translation>
    </message>
    <message>
      <location filename="../../processing/rules/words.py" />
      <source>the facade</source>
      <translation>មុខអគារ</translation>
    </message>
    <message>
      <location filename="../../processing/rules/words.py" />
      <source>the parcel</source>
      <translation>ឡូត៍ដី</translation>
    </message>
    <message>
      <location filename="../../processing/rules/words.py" />
      <source>the edge of the zone</source>
      <translation>ព្រំតំបន់</translation>
    </message>
    <message>
      <location filename="../../processing/rules/words.py" />
      <source>The zone that the factory stands in permits its activity (table below).</source>
      <translation>តំបន់ដែលរោងចក្រស្ថិតនៅ អនុញ្ញាតសកម្មភាពរបស់វា (តារាងខាងក្រោម)។</translation>
    </message>
    <message>
      <location filename="../../processing/rules/words.py" />
      <source>The factory stands inside the industrial park that it declares.</source>
      <translation>រោងចក្រស្ថិតក្នុងសួនឧស្សាហកម្មដែលវាបានប្រកាស។</translation>
    </message>
    <message>
      <location filename="../../processing/rules/words.py" />
      <source>A factory that stands inside an industrial park declares it.</source>
      <translation>រោងចក្រដែលស្ថិតក្នុងសួនឧស្សាហកម្ម ត្រូវប្រកាសសួននោះ។</translation>
    </message>
    <message>
      <location filename="../../processing/rules/words.py" />
      <source>The factory stands inside: {what}.</source>
      <translation>រោងចក្រស្ថិតនៅក្នុង៖ {what}។</translation>
    </message>
    <message>
      <location filename="../../processing/rules/words.py" />
      <source>The factory does not stand inside: {what}.</source>
      <translation>រោងចក្រមិនស្ថិតនៅក្នុង៖ {what}។</translation>
    </message>
    <message>
      <location filename="../../processing/rules/words.py" />
      <source>The factory stands at least this far away from: {what}.</source>
      <translation>រោងចក្រស្ថិតនៅឆ្ងាយយ៉ាងតិចប៉ុណ្ណេះពី៖ {what}។</translation>
    </message>
    <message>
      <location filename="../../processing/rules/words.py" />
      <source>The factory stands at most this far away from: {what}.</source>
      <translation>រោងចក្រស្ថិតនៅឆ្ងាយយ៉ាងច្រើនប៉ុណ្ណេះពី៖ {what}។</translation>
    </message>
    <message>
      <location filename="../../processing/rules/words.py" />
      <source>Less than {share} of the premises lie inside: {what}.</source>
      <translation>ចំណែកនៃបរិវេណរោងចក្រ តិចជាង {share} ស្ថិតនៅក្នុង៖ {what}។</translation>
    </message>
    <message>
      <location filename="../../processing/rules/words.py" />
      <source>The area that the factory stands in permits the level of its activity (table below): {what}.</source>
      <translation>ផ្ទៃដែលរោងចក្រស្ថិតនៅ អនុញ្ញាតកម្រិតនៃសកម្មភាពរបស់វា (តារាងខាងក្រោម)៖ {what}។</translation>
    </message>
    <message>
      <location filename="../../processing/rules/words.py" />
      <source>every activity</source>
      <translation>គ្រប់សកម្មភាព</translation>
    </message>
    <message>
      <location filename="../../processing/rules/words.py" />
      <source>every activity except {codes}</source>
      <translation>គ្រប់សកម្មភាព លើកលែងតែ {codes}</translation>
    </message>
    <message>
      <location filename="../../processing/rules/words.py" />
      <source>{codes}, except {others}</source>
      <translation>{codes} លើកលែងតែ {others}</translation>
    </message>
    <message>
      <location filename="../../processing/rules/words.py" />
      <source>from {place}</source>
      <translation>ពី{place}</translation>
    </message>
    <message>
      <location filename="../../processing/rules/words.py" />
      <source>to {place}</source>
      <translation>ដល់{place}</translation>
    </message>
    <message>
      <location filename="../../processing/rules/yaml_file.py" />
      <source>{file}, line {line}, {where}: {what}</source>
      <translation>{file} បន្ទាត់ទី {line} {where}៖ {what}</translation>
    </message>
    <message>
      <location filename="../../processing/rules/yaml_file.py" />
      <source>line {line}, {where}: {what}</source>
      <translation>បន្ទាត់ទី {line} {where}៖ {what}</translation>
    </message>
    <message>
      <location filename="../../processing/rules/yaml_file.py" />
      <source>{kind} “{path}” cannot be read: {why}.</source>
      <translation>មិនអាចអាន {kind} «{path}» បានទេ៖ {why}។</translation>
    </message>
    <message>
      <location filename="../../processing/rules/yaml_file.py" />
      <source>{kind} “{path}” is not UTF-8 text. Save it as UTF-8.</source>
      <translation>{kind} «{path}» មិនមែនជាអត្ថបទ UTF-8 ទេ។ សូមរក្សាទុកវាជា UTF-8។</translation>
    </message>
    <message>
      <location filename="../../processing/rules/yaml_file.py" />
      <source>{kind} “{path}” is empty. Copy one that ships and change it.</source>
      <translation>{kind} «{path}» ទទេ។ សូមចម្លងមួយដែលភ្ជាប់មកជាមួយ រួចកែវា។</translation>
    </message>
    <message>
      <location filename="../../processing/rules/yaml_file.py" />
      <source>{kind} “{name}” contains itself: an alias (*) stands inside what it names.</source>
      <translation>{kind} «{name}» មានខ្លួនវានៅក្នុងខ្លួនឯង៖ ឈ្មោះហៅក្រៅ (*) ស្ថិតនៅក្នុងអ្វីដែលវាសំដៅ។</translation>
    </message>
    <message>
      <location filename="../../processing/rules/yaml_file.py" />
      <source>{kind} “{name}”, line {line}: {problem}. Check indentation, colons and quotes.</source>
      <translation>{kind} «{name}» បន្ទាត់ទី {line}៖ {problem}។ សូមពិនិត្យការចូលបន្ទាត់ សញ្ញាចុចពីរ និងសញ្ញាសម្រង់។</translation>
    </message>
    <message>
      <location filename="../../processing/rules/yaml_file.py" />
      <source>a tab stands here; indent with spaces</source>
      <translation>នៅទីនេះមានសញ្ញា tab សូមចូលបន្ទាត់ដោយដកឃ្លា</translation>
    </message>
    <message>
      <location filename="../../processing/rules/yaml_file.py" />
      <source>not readable as YAML</source>
      <translation>មិនអាចអានជា YAML បានទេ</translation>
    </message>
    <message>
      <location filename="../../processing/rules/yaml_file.py" />
      <source>{kind} “{name}” is not YAML: {why}.</source>
      <translation>{kind} «{name}» មិនមែនជា YAML ទេ៖ {why}។</translation>
    </message>
    <message>
      <location filename="../../processing/rules/yaml_file.py" />
      <source>YAML takes “{name}” for no text; put it in quotes</source>
      <translation>YAML មិនចាត់ទុក «{name}» ជាអត្ថបទទេ សូមដាក់វាក្នុងសញ្ញាសម្រង់</translation>
    </message>
    <message>
      <location filename="../../processing/rules/yaml_file.py" />
      <source>“{name}” stands here a second time, after line {line}</source>
      <translation>«{name}» មាននៅទីនេះជាលើកទីពីរ បន្ទាប់ពីបន្ទាត់ទី {line}</translation>
    </message>
    <message>
      <location filename="../../processing/rules/yaml_file.py" />
      <source>the file</source>
      <translation>ឯកសារ</translation>
    </message>
    <message>
      <location filename="../../processing/rules/yaml_file.py" />
      <source>rule {id}</source>
      <translation>វិធាន {id}</translation>
    </message>
    <message>
      <location filename="../../processing/rules/yaml_file.py" />
      <source>rule number {count}</source>
      <translation>វិធានលេខរៀងទី {count}</translation>
    </message>
    <message>
      <location filename="../../processing/safety/distances.py" />
      <source>decommissioned: closed for good</source>
      <translation>decommissioned៖ បិទជាស្ថាពរ</translation>
    </message>
    <message>
      <location filename="../../processing/safety/distances.py" />
      <source>Names of the levels (LEVELS): “{given}” is no list of 1 to {most} different names, such as {usual}.</source>
      <translation>ឈ្មោះកម្រិត (LEVELS)៖ «{given}» មិនមែនជាបញ្ជីឈ្មោះខុសៗគ្នា ពី 1 ដល់ {most} ឈ្មោះ ដូចជា {usual} ទេ។</translation>
    </message>
    <message>
      <location filename="../../processing/safety/distances.py" />
      <source>may reach {metres} m ({rule}), its activity, size or status does not tell</source>
      <translation>តំបន់អាចលាតដល់ {metres} m ({rule}) តែសកម្មភាព ទំហំ ឬស្ថានភាពរបស់រោងចក្រ មិនអាចបញ្ជាក់បាន</translation>
    </message>
    <message>
      <location filename="../../processing/safety/distances.py" />
      <source>Rule pack “{pack}” has no rule “distance at least” about receptors, so that no zone follows from it. Choose another pack, or distances from fields or classes (DISTANCES).</source>
      <translation>កញ្ចប់វិធាន «{pack}» គ្មានវិធាន «distance at least» (ចម្ងាយយ៉ាងតិច) អំពីទីតាំងងាយរងផលប៉ះពាល់ទេ ដូច្នេះ មិនអាចកំណត់តំបន់ពីកញ្ចប់នេះបានឡើយ។ សូមជ្រើសរើសកញ្ចប់ផ្សេង ឬយកចម្ងាយពីវាល ឬពីថ្នាក់ (DISTANCES)។</translation>
    </message>
    <message>
      <location filename="../../processing/safety/distances.py" />
      <source>no rule of distance applies to it</source>
      <translation>គ្មានវិធានចម្ងាយណា អនុវត្តចំពោះរោងចក្រនេះ</translation>
    </message>
    <message>
      <location filename="../../processing/safety/distances.py" />
      <source>no activity is recorded</source>
      <translation>មិនបានកត់ត្រាសកម្មភាព</translation>
    </message>
    <message>
      <location filename="../../processing/safety/distances.py" />
      <source>its activity is too coarse to tell which rule applies</source>
      <translation>សកម្មភាពរបស់វាទូលាយពេក មិនអាចដឹងថាវិធានណាត្រូវអនុវត្ត</translation>
    </message>
    <message>
      <location filename="../../processing/safety/distances.py" />
      <source>its activity is no ISIC Rev. 4 code</source>
      <translation>សកម្មភាពរបស់វាមិនមែនជាលេខកូដ ISIC កំណែទី ៤</translation>
    </message>
    <message>
      <location filename="../../processing/safety/distances.py" />
      <source>no size class is recorded</source>
      <translation>មិនបានកត់ត្រាទំហំសហគ្រាស</translation>
    </message>
    <message>
      <location filename="../../processing/safety/distances.py" />
      <source>whether it is new or existing is not recorded</source>
      <translation>មិនបានកត់ត្រាថាជារោងចក្រថ្មី ឬរោងចក្រមានស្រាប់</translation>
    </message>
    <message>
      <location filename="../../processing/safety/distances.py" />
      <source>{count} fields of metres are chosen (DISTANCE_FIELDS), but there are {levels} levels: name more levels (LEVELS).</source>
      <translation>បានជ្រើសរើសវាលចម្ងាយជាម៉ែត្រ {count} (DISTANCE_FIELDS) តែមានត្រឹម {levels} កម្រិត៖ សូមបន្ថែមឈ្មោះកម្រិត (LEVELS)។</translation>
    </message>
    <message>
      <location filename="../../processing/safety/distances.py" />
      <source>field “{field}”</source>
      <translation>វាល «{field}»</translation>
    </message>
    <message>
      <location filename="../../processing/safety/distances.py" />
      <source>no distance in {fields}</source>
      <translation>គ្មានចម្ងាយក្នុង {fields}</translation>
    </message>
    <message>
      <location filename="../../processing/safety/distances.py" />
      <source>Factory “{id}”: “{value}” in field “{field}” is no distance. Give a number of metres from 0 to {most}; empty for none.</source>
      <translation>រោងចក្រ «{id}»៖ «{value}» ក្នុងវាល «{field}» មិនមែនជាចម្ងាយទេ។ សូមបញ្ចូលចំនួនម៉ែត្រពី 0 ដល់ {most} ឬទុកទទេ បើគ្មាន។</translation>
    </message>
    <message>
      <location filename="../../processing/safety/distances.py" />
      <source>Factory “{id}”: distances must grow from level to level, but “{inner}” is {inner_m} m and “{outer}” is {outer_m} m.</source>
      <translation>រោងចក្រ «{id}»៖ ចម្ងាយត្រូវតែកើនពីកម្រិតមួយទៅកម្រិតមួយ តែ «{inner}» គឺ {inner_m} m ហើយ «{outer}» គឺ {outer_m} m។</translation>
    </message>
    <message>
      <location filename="../../processing/safety/distances.py" />
      <source>Classes and metres (CLASS_TEXT): “{part}” is not “class: metres, metres”. Example: chemicals: 300, 600, 1000; textiles: 50, 100.</source>
      <translation>ថ្នាក់ និងចម្ងាយជាម៉ែត្រ (CLASS_TEXT)៖ «{part}» មិនត្រូវតាមទម្រង់ «ថ្នាក់: ម៉ែត្រ, ម៉ែត្រ» ទេ។ ឧទាហរណ៍៖ chemicals: 300, 600, 1000; textiles: 50, 100។</translation>
    </message>
    <message>
      <location filename="../../processing/safety/distances.py" />
      <source>Class “{name}” has {count} distances, but there are {levels} levels: name more levels (LEVELS).</source>
      <translation>ថ្នាក់ «{name}» មានចម្ងាយ {count} តែមានត្រឹម {levels} កម្រិត៖ សូមបន្ថែមឈ្មោះកម្រិត (LEVELS)។</translation>
    </message>
    <message>
      <location filename="../../processing/safety/distances.py" />
      <source>class “{name}”</source>
      <translation>ថ្នាក់ «{name}»</translation>
    </message>
    <message>
      <location filename="../../processing/safety/distances.py" />
      <source>Type the classes and their metres (CLASS_TEXT), or choose a table of them (CLASS_TABLE).</source>
      <translation>សូមវាយថ្នាក់ និងចម្ងាយជាម៉ែត្រ (CLASS_TEXT) ឬជ្រើសរើសតារាងថ្នាក់ (CLASS_TABLE)។</translation>
    </message>
    <message>
      <location filename="../../processing/safety/distances.py" />
      <source>Class “{name}”: “{given}” may be one number or two. Write {joined} for one distance, or “{apart}” with a space for two.</source>
      <translation>ថ្នាក់ «{name}»៖ «{given}» អាចជាចំនួនតែមួយ ឬពីរ។ សូមសរសេរ {joined} សម្រាប់ចម្ងាយតែមួយ ឬ «{apart}» ដោយមានដកឃ្លា សម្រាប់ចម្ងាយពីរ។</translation>
    </message>
    <message>
      <location filename="../../processing/safety/distances.py" />
      <source>row {number} has metres and no class</source>
      <translation>ជួរទី {number} មានចម្ងាយជាម៉ែត្រ តែគ្មានថ្នាក់</translation>
    </message>
    <message>
      <location filename="../../processing/safety/distances.py" />
      <source>It is not used. Give it a class.</source>
      <translation>ជួរនេះមិនត្រូវបានប្រើទេ។ សូមដាក់ថ្នាក់។</translation>
    </message>
    <message>
      <location filename="../../processing/safety/distances.py" />
      <source>table “{table}”</source>
      <translation>តារាង «{table}»</translation>
    </message>
    <message>
      <location filename="../../processing/safety/distances.py" />
      <source>class “{name}”: {source}</source>
      <translation>ថ្នាក់ «{name}»៖ {source}</translation>
    </message>
    <message>
      <location filename="../../processing/safety/distances.py" />
      <source>Table “{table}” (CLASS_TABLE) has no class with a distance.</source>
      <translation>តារាង «{table}» (CLASS_TABLE) គ្មានថ្នាក់ណាដែលមានចម្ងាយទេ។</translation>
    </message>
    <message>
      <location filename="../../processing/safety/distances.py" />
      <source>Table “{table}” (CLASS_TABLE) needs a column “class” and columns of metres: {levels}. It has: {fields}.</source>
      <translation>តារាង «{table}» (CLASS_TABLE) ត្រូវមានជួរឈរ «class» និងជួរឈរចម្ងាយជាម៉ែត្រ៖ {levels}។ វាលដែលមាន៖ {fields}។</translation>
    </message>
    <message>
      <location filename="../../processing/safety/distances.py" />
      <source>Class “{name}”: “{value}” is no distance. Give a number of metres from 0 to {most}.</source>
      <translation>ថ្នាក់ «{name}»៖ «{value}» មិនមែនជាចម្ងាយទេ។ សូមបញ្ចូលចំនួនម៉ែត្រពី 0 ដល់ {most}។</translation>
    </message>
    <message>
      <location filename="../../processing/safety/distances.py" />
      <source>Class “{name}”: distances must grow from level to level, but {outer} m follows on {inner} m.</source>
      <translation>ថ្នាក់ «{name}»៖ ចម្ងាយត្រូវតែកើនពីកម្រិតមួយទៅកម្រិតមួយ តែ {outer} m មកបន្ទាប់ពី {inner} m។</translation>
    </message>
    <message>
      <location filename="../../processing/safety/distances.py" />
      <source>Class “{name}” has distances twice{other}. Keep one of them.</source>
      <translation>ថ្នាក់ «{name}» មានចម្ងាយពីរដង{other}។ សូមទុកតែមួយ។</translation>
    </message>
    <message>
      <location filename="../../processing/safety/distances.py" />
      <source>Class “{name}” is no ISIC Rev. 4 code. Say which field of the factories holds their class (CLASS_FIELD).</source>
      <translation>ថ្នាក់ «{name}» មិនមែនជាលេខកូដ ISIC កំណែទី ៤ ទេ។ សូមបញ្ជាក់ថា វាលណាមួយរបស់រោងចក្រ មានថ្នាក់របស់វា (CLASS_FIELD)។</translation>
    </message>
    <message>
      <location filename="../../processing/safety/distances.py" />
      <source>its class “{name}” has no distance</source>
      <translation>ថ្នាក់ «{name}» របស់វាគ្មានចម្ងាយ</translation>
    </message>
    <message>
      <location filename="../../processing/safety/distances.py" />
      <source>its activity has no distance</source>
      <translation>សកម្មភាពរបស់វាគ្មានចម្ងាយ</translation>
    </message>
    <message>
      <location filename="../../processing/safety/distances.py" />
      <source>no class is recorded</source>
      <translation>មិនបានកត់ត្រាថ្នាក់</translation>
    </message>
    <message>
      <location filename="../../processing/safety/files.py" />
      <source>Folder or layer “{name}” of “{path}” cannot be opened. Rename it, or save it in another format.</source>
      <translation>មិនអាចបើកថត ឬស្រទាប់ «{name}» នៃ «{path}» បានទេ។ សូមប្តូរឈ្មោះវា ឬរក្សាទុកក្នុងទម្រង់ឯកសារផ្សេង។</translation>
    </message>
    <message>
      <location filename="../../processing/safety/findings.py" />
      <source>no class</source>
      <translation>គ្មានថ្នាក់</translation>
    </message>
    <message>
      <location filename="../../processing/safety/people.py" />
      <source>Field “{field}” (PEOPLE_FIELD) of layer “{layer}” holds no numbers of people.</source>
      <translation>វាល «{field}» (PEOPLE_FIELD) របស់ស្រទាប់ «{layer}» គ្មានចំនួនប្រជាជនទេ។</translation>
    </message>
    <message>
      <location filename="../../processing/safety/people.py" />
      <source>Layer “{layer}”, feature {id}: {value} people (field “{field}”) is below 0.</source>
      <translation>ស្រទាប់ «{layer}» វត្ថុ {id}៖ ចំនួនប្រជាជន {value} (វាល «{field}») តូចជាង 0។</translation>
    </message>
    <message>
      <location filename="../../processing/safety/people.py" />
      <source>features without a number in field “{field}”: {count}</source>
      <translation>វត្ថុគ្មានចំនួនក្នុងវាល «{field}»៖ {count}</translation>
    </message>
    <message>
      <location filename="../../processing/safety/people.py" />
      <source>They count as nobody.</source>
      <translation>វត្ថុទាំងនេះ រាប់ថាគ្មានប្រជាជន។</translation>
    </message>
    <message>
      <location filename="../../processing/safety/people.py" />
      <source>Raster “{layer}” cannot be read, or holds no plain numbers.</source>
      <translation>មិនអាចអានរ៉ាស្ទ័រ «{layer}» បានទេ ឬតម្លៃរបស់វាមិនមែនជាចំនួនធម្មតា។</translation>
    </message>
    <message>
      <location filename="../../processing/safety/report.py" />
      <source>Factories with zones: {count} of {factories}; measured from: {kinds}.</source>
      <translation>រោងចក្រមានតំបន់៖ {count} ក្នុងចំណោម {factories}។ វាស់ពី៖ {kinds}។</translation>
    </message>
    <message>
      <location filename="../../processing/safety/report.py" />
      <source>Rows of factories: {rows}; several with one factory id are one factory: {factories}.</source>
      <translation>ចំនួនជួររោងចក្រ៖ {rows}។ ជួរច្រើនដែលមានលេខសម្គាល់រោងចក្រតែមួយ រាប់ជារោងចក្រតែមួយ៖ រោងចក្រ {factories}។</translation>
    </message>
    <message>
      <location filename="../../processing/safety/report.py" />
      <source>Without a zone: {reason}: {count}.</source>
      <translation>គ្មានតំបន់៖ {reason}៖ {count}។</translation>
    </message>
    <message>
      <location filename="../../processing/safety/report.py" />
      <source>Without a zone for other reasons (see “note” in the table of factories): {count}.</source>
      <translation>គ្មានតំបន់ដោយមូលហេតុផ្សេង (សូមមើល «note» ក្នុងតារាងរោងចក្រ)៖ {count}។</translation>
    </message>
    <message>
      <location filename="../../processing/safety/report.py" />
      <source>Factories that may reach farther than drawn (see “note” in the table of factories): {count}.</source>
      <translation>រោងចក្រដែលតំបន់អាចលាតឆ្ងាយជាងអ្វីដែលបានគូស (សូមមើល «note» ក្នុងតារាងរោងចក្រ)៖ {count}។</translation>
    </message>
    <message>
      <location filename="../../processing/safety/report.py" />
      <source>{area} ha</source>
      <translation>ផ្ទៃដី {area} ha</translation>
    </message>
    <message>
      <location filename="../../processing/safety/report.py" />
      <source>receptors {count}</source>
      <translation>ទីតាំងងាយរងផលប៉ះពាល់ {count}</translation>
    </message>
    <message>
      <location filename="../../processing/safety/report.py" />
      <source>people {count}</source>
      <translation>ប្រជាជន {count}</translation>
    </message>
    <message>
      <location filename="../../processing/safety/report.py" />
      <source>Within the level “{level}”, counted once: {what}.</source>
      <translation>ក្នុងកម្រិត «{level}» រាប់តែម្តង៖ {what}។</translation>
    </message>
    <message>
      <location filename="../../processing/safety/report.py" />
      <source>Added up over factories, people are {sum}: who lives in several zones is counted with each factory.</source>
      <translation>បូកតាមរោងចក្រទាំងអស់ ប្រជាជនមាន {sum}៖ អ្នករស់នៅក្នុងតំបន់ច្រើន ត្រូវបានរាប់សម្រាប់រោងចក្រនីមួយៗ។</translation>
    </message>
    <message>
      <location filename="../../processing/safety/report.py" />
      <source>Factories in the zone of another: pairs {pairs}, of these mutual {mutual} and one way {one_way}.</source>
      <translation>រោងចក្រក្នុងតំបន់នៃរោងចក្រផ្សេង៖ គូ {pairs} ក្នុងនោះ គូទៅវិញទៅមក {mutual} និងគូតែម្ខាង {one_way}។</translation>
    </message>
    <message>
      <location filename="../../processing/safety/report.py" />
      <source>How exact the drawn zones are: with {segments} segments a quarter circle and this CRS, the edge of the longest one ({reach} m) is off by at most {metres} m. Receptors are decided by geodesic distance, not by the drawing.</source>
      <translation>ភាពជាក់លាក់នៃតំបន់ដែលបានគូស៖ ដោយប្រើ {segments} កំណាត់ក្នុងមួយភាគបួននៃរង្វង់ និង CRS នេះ ព្រំនៃតំបន់ដែលលាតឆ្ងាយបំផុត ({reach} m) លម្អៀងយ៉ាងច្រើន {metres} m។ ទីតាំងងាយរងផលប៉ះពាល់ ត្រូវបានកំណត់តាមចម្ងាយវាស់លើផ្ទៃផែនដី (geodesic) មិនមែនតាមរូបដែលគូសទេ។</translation>
    </message>
    <message>
      <location filename="../../processing/safety/sources.py" />
      <source>no accuracy in metres: {examples}; installations: {count}</source>
      <translation>មិនមែនជាភាពត្រឹមត្រូវគិតជាម៉ែត្រ៖ {examples}។ ចំនួនគ្រឿងបរិក្ខារ៖ {count}</translation>
    </message>
    <message>
      <location filename="../../processing/safety/sources.py" />
      <source>Taken as not recorded. Give a number of metres.</source>
      <translation>រាប់ថាមិនបានកត់ត្រា។ សូមបញ្ចូលចំនួនម៉ែត្រ។</translation>
    </message>
    <message>
      <location filename="../../processing/safety/sources.py" />
      <source>installations of no factory in the layer of factories: {count} ({examples})</source>
      <translation>គ្រឿងបរិក្ខារដែលមិនមែនរបស់រោងចក្រណាក្នុងស្រទាប់រោងចក្រ៖ {count} ({examples})</translation>
    </message>
    <message>
      <location filename="../../processing/safety/sources.py" />
      <source>They draw no zone. Check the factory id field (INSTALLATION_FACTORY_FIELD).</source>
      <translation>គ្មានតំបន់ត្រូវបានគូសសម្រាប់គ្រឿងបរិក្ខារទាំងនេះទេ។ សូមពិនិត្យវាលលេខសម្គាល់រោងចក្រ (INSTALLATION_FACTORY_FIELD)។</translation>
    </message>
    <message>
      <location filename="../../processing/safety/sources.py" />
      <source>Layer “{layer}”: no factory has a usable location, so there is no zone to draw.</source>
      <translation>ស្រទាប់ «{layer}»៖ គ្មានរោងចក្រណាមានទីតាំងដែលអាចប្រើបានទេ ដូច្នេះ គ្មានតំបន់សម្រាប់គូសឡើយ។</translation>
    </message>
    <message>
      <location filename="../../processing/safety/sources.py" />
      <source>No factory of layer “{layer}” has a distance: {reasons}. Choose another rule pack, fields or classes (DISTANCES).</source>
      <translation>គ្មានរោងចក្រណានៃស្រទាប់ «{layer}» មានចម្ងាយទេ៖ {reasons}។ សូមជ្រើសរើសកញ្ចប់វិធានផ្សេង ឬវាល ឬថ្នាក់ (DISTANCES)។</translation>
    </message>
    <message>
      <location filename="../../processing/safety/sources.py" />
      <source>Order of the classes (CLASS_ORDER): no source is of class “{name}”. There are: {classes}.</source>
      <translation>លំដាប់ថ្នាក់ (CLASS_ORDER)៖ គ្មានប្រភពគ្រោះថ្នាក់ណា ស្ថិតក្នុងថ្នាក់ «{name}» ទេ។ ថ្នាក់ដែលមាន៖ {classes}។</translation>
    </message>
    <message>
      <location filename="../../processing/safety/tables.py" />
      <source>Safety zones, one a source and level.</source>
      <translation>តំបន់សុវត្ថិភាព មួយសម្រាប់ប្រភពគ្រោះថ្នាក់ និងកម្រិតនីមួយៗ។</translation>
    </message>
    <message>
      <location filename="../../processing/safety/tables.py" />
      <source>All ground within each level, counted once; by class, which may overlap, and of all classes.</source>
      <translation>ផ្ទៃដីទាំងអស់ក្នុងកម្រិតនីមួយៗ រាប់តែម្តង៖ តាមថ្នាក់ ដែលអាចត្រួតស៊ីគ្នា និងសម្រាប់ថ្នាក់ទាំងអស់រួមគ្នា។</translation>
    </message>
    <message>
      <location filename="../../processing/safety/tables.py" />
      <source>Safety zones without overlap: the gravest class has the ground, and in it the innermost level.</source>
      <translation>តំបន់សុវត្ថិភាពដែលមិនត្រួតស៊ីគ្នា៖ ផ្ទៃដីរាប់ក្នុងថ្នាក់ធ្ងន់ធ្ងរបំផុត ហើយក្នុងថ្នាក់នោះ រាប់ក្នុងកម្រិតក្នុងបំផុត។</translation>
    </message>
    <message>
      <location filename="../../processing/safety/tables.py" />
      <source>Ground and people within each level, by province; classes may overlap, “all classes” counts once.</source>
      <translation>ផ្ទៃដី និងប្រជាជនក្នុងកម្រិតនីមួយៗ តាមរាជធានី-ខេត្ត។ ថ្នាក់អាចត្រួតស៊ីគ្នា តែ «all classes» (ថ្នាក់ទាំងអស់) រាប់តែម្តង។</translation>
    </message>
    <message>
      <location filename="../../processing/safety/tables.py" />
      <source>Receptors in the zones, each once, with the innermost level that reaches it.</source>
      <translation>ទីតាំងងាយរងផលប៉ះពាល់ក្នុងតំបន់ នីមួយៗរាប់តែម្តង ព្រមទាំងកម្រិតក្នុងបំផុតដែលលាតដល់វា។</translation>
    </message>
    <message>
      <location filename="../../processing/safety/tables.py" />
      <source>Receptors and people by factory and level. Not to be added up: zones of factories overlap.</source>
      <translation>ទីតាំងងាយរងផលប៉ះពាល់ និងប្រជាជន តាមរោងចក្រ និងតាមកម្រិត។ មិនត្រូវបូកទេ៖ តំបន់នៃរោងចក្រត្រួតស៊ីគ្នា។</translation>
    </message>
    <message>
      <location filename="../../processing/safety/tables.py" />
      <source>Receptors and people within each level, each counted once.</source>
      <translation>ទីតាំងងាយរងផលប៉ះពាល់ និងប្រជាជនក្នុងកម្រិតនីមួយៗ រាប់តែម្តង។</translation>
    </message>
    <message>
      <location filename="../../processing/safety/tables.py" />
      <source>From each factory to every factory in its zone.</source>
      <translation>ពីរោងចក្រនីមួយៗ ទៅគ្រប់រោងចក្រក្នុងតំបន់របស់វា។</translation>
    </message>
    <message>
      <location filename="../../processing/safety/tables.py" />
      <source>The factories of “{layer}”: how far their zones reach, or why they have none.</source>
      <translation>រោងចក្រនៃ «{layer}»៖ ចម្ងាយដែលតំបន់របស់វាលាតដល់ ឬមូលហេតុគ្មានតំបន់។</translation>
    </message>
    <message>
      <location filename="../../processing/safety/tables.py" />
      <source>only the threat zones of a model</source>
      <translation>មានតែតំបន់គំរាមកំហែងពីគំរូគណនា</translation>
    </message>
    <message>
      <location filename="../../processing/safety/tables.py" />
      <source>its zones start from its installations: see the other row with its id</source>
      <translation>តំបន់របស់វាចាប់ពីគ្រឿងបរិក្ខាររបស់វា៖ សូមមើលជួរមួយទៀតដែលមានលេខសម្គាល់របស់វា</translation>
    </message>
    <message>
      <location filename="../../processing/safety/tables.py" />
      <source>The outer zones, wider by the accuracy of the coordinate.</source>
      <translation>តំបន់ក្រៅបំផុត ពង្រីកតាមភាពត្រឹមត្រូវនៃកូអរដោនេ។</translation>
    </message>
    <message>
      <location filename="../../processing/safety/threats.py" />
      <source>The threat zones ({layers}) hold no polygon that can be used. Export the zones themselves, not only their confidence lines.</source>
      <translation>តំបន់គំរាមកំហែង ({layers}) គ្មានពហុកោណដែលអាចប្រើបានទេ។ សូមនាំចេញតំបន់ទាំងនោះផ្ទាល់ មិនមែនតែបន្ទាត់កម្រិតជឿជាក់ (confidence lines) របស់វាទេ។</translation>
    </message>
    <message>
      <location filename="../../processing/safety/threats.py" />
      <source>Threat zones “{layer}”: no factory has the id “{id}” (THREAT_FACTORY_FIELD).</source>
      <translation>តំបន់គំរាមកំហែង «{layer}»៖ គ្មានរោងចក្រណាមានលេខសម្គាល់ «{id}» ទេ (THREAT_FACTORY_FIELD)។</translation>
    </message>
    <message>
      <location filename="../../processing/safety/threats.py" />
      <source>{layer}: lines and points, such as confidence lines, are no zones and left out: {count}.</source>
      <translation>{layer}៖ បន្ទាត់ និងចំណុច ដូចជាបន្ទាត់កម្រិតជឿជាក់ (confidence lines) មិនមែនជាតំបន់ ហើយមិនត្រូវបានរាប់បញ្ចូល៖ {count}។</translation>
    </message>
    <message>
      <location filename="../../processing/safety/threats.py" />
      <source>{layer}: polygons of confidence are no zones and left out: {count}.</source>
      <translation>{layer}៖ ពហុកោណកម្រិតជឿជាក់ (confidence) មិនមែនជាតំបន់ ហើយមិនត្រូវបានរាប់បញ្ចូល៖ {count}។</translation>
    </message>
    <message>
      <location filename="../../processing/safety/threats.py" />
      <source>threat zones that name no level, or several: {count}</source>
      <translation>តំបន់គំរាមកំហែងដែលមិនបញ្ជាក់កម្រិត ឬបញ្ជាក់ច្រើនកម្រិត៖ {count}</translation>
    </message>
    <message>
      <location filename="../../processing/safety/threats.py" />
      <source>They were taken as “{level}”. Name the field of the level (THREAT_LEVEL_FIELD).</source>
      <translation>តំបន់ទាំងនេះ ត្រូវបានចាត់ទុកជា «{level}»។ សូមបញ្ជាក់វាលកម្រិត (THREAT_LEVEL_FIELD)។</translation>
    </message>
    <message>
      <location filename="../../processing/safety/threats.py" />
      <source>level read from a word in a longer name: {count} ({examples})</source>
      <translation>កម្រិតដែលអានពីពាក្យមួយក្នុងឈ្មោះវែងជាង៖ {count} ({examples})</translation>
    </message>
    <message>
      <location filename="../../processing/safety/threats.py" />
      <source>It may be the name of a place. Name the field of the level (THREAT_LEVEL_FIELD).</source>
      <translation>ពាក្យនោះអាចជាឈ្មោះទីកន្លែង។ សូមបញ្ជាក់វាលកម្រិត (THREAT_LEVEL_FIELD)។</translation>
    </message>
    <message>
      <location filename="../../processing/safety/threats.py" />
      <source>the source point of the file</source>
      <translation>ចំណុចប្រភពក្នុងឯកសារ</translation>
    </message>
    <message>
      <location filename="../../processing/safety/threats.py" />
      <source>the innermost zone</source>
      <translation>តំបន់ក្នុងបំផុត</translation>
    </message>
    <message>
      <location filename="../../processing/safety/threats.py" />
      <source>{layer}: no factory stands within {metres} m of {of}; it belongs to none.</source>
      <translation>{layer}៖ គ្មានរោងចក្រណាស្ថិតក្នុងចម្ងាយ {metres} m ពី{of}ទេ។ តំបន់នេះមិនមែនរបស់រោងចក្រណាឡើយ។</translation>
    </message>
    <message>
      <location filename="../../processing/safety/threats.py" />
      <source>{metres} m from {of}</source>
      <translation>ចម្ងាយ {metres} m ពី{of}</translation>
    </message>
    <message>
      <location filename="../../processing/safety/threats.py" />
      <source>inside the innermost zone</source>
      <translation>នៅក្នុងតំបន់ក្នុងបំផុត</translation>
    </message>
    <message>
      <location filename="../../processing/safety/threats.py" />
      <source>{layer}: taken for zones of factory {id} ({where}). If that is wrong, name a field of factory ids (THREAT_FACTORY_FIELD).</source>
      <translation>{layer}៖ ត្រូវបានចាត់ទុកជាតំបន់របស់រោងចក្រ {id} ({where})។ បើមិនត្រឹមត្រូវ សូមបញ្ជាក់វាលលេខសម្គាល់រោងចក្រ (THREAT_FACTORY_FIELD)។</translation>
    </message>
    <message>
      <location filename="../../processing/sites/check.py" />
      <source>Site {site} stands in the register already: factory {factory}. Distances to other factories leave that one out. If it is another factory, give the site another id or name.</source>
      <translation>ទីតាំង {site} មាននៅក្នុងបញ្ជីរោងចក្ររួចហើយ៖ រោងចក្រ {factory}។ ចម្ងាយទៅរោងចក្រផ្សេងទៀត មិនរាប់បញ្ចូលរោងចក្រនោះទេ។ ប្រសិនបើជារោងចក្រផ្សេង សូមដាក់លេខសម្គាល់ ឬឈ្មោះផ្សេងឱ្យទីតាំងនេះ។</translation>
    </message>
    <message>
      <location filename="../../processing/sites/check.py" />
      <source>The nearest, {target}, is {distance} m away.</source>
      <translation>{target} ដែលនៅជិតបំផុត ស្ថិតនៅចម្ងាយ {distance} m។</translation>
    </message>
    <message>
      <location filename="../../processing/sites/check.py" />
      <source>Site {site}: no other place can be offered without a zoning or parks layer.</source>
      <translation>ទីតាំង {site}៖ មិនអាចស្នើទីតាំងផ្សេងបានទេ ដោយគ្មានស្រទាប់តំបន់ប្រើប្រាស់ដី ឬស្រទាប់សួនឧស្សាហកម្ម។</translation>
    </message>
    <message>
      <location filename="../../processing/sites/check.py" />
      <source>Site {site}: none of the places tried in parks and permitted zones keeps every prohibition.</source>
      <translation>ទីតាំង {site}៖ គ្មានកន្លែងណាដែលបានសាកល្បង ក្នុងសួនឧស្សាហកម្ម និងតំបន់អនុញ្ញាត គោរពតាមការហាមឃាត់ទាំងអស់ទេ។</translation>
    </message>
    <message>
      <location filename="../../processing/sites/check.py" />
      <source>room not known</source>
      <translation>មិនដឹងអំពីកន្លែងទំនេរ</translation>
    </message>
    <message>
      <location filename="../../processing/sites/check.py" />
      <source>room {hectares} ha; factories there: {count}</source>
      <translation>កន្លែងទំនេរ {hectares} ហិកតា រោងចក្រនៅទីនោះ៖ {count}</translation>
    </message>
    <message>
      <location filename="../../processing/sites/check.py" />
      <source>Not checked for want of a layer: {rules}.</source>
      <translation>មិនបានពិនិត្យ ដោយសារខ្វះស្រទាប់៖ {rules}។</translation>
    </message>
    <message>
      <location filename="../../processing/sites/layers.py" />
      <source>Not judged; correct the coordinates, or set the CRS they are really in.</source>
      <translation>មិនបានវិនិច្ឆ័យទេ។ សូមកែកូអរដោនេ ឬកំណត់ CRS ដែលត្រូវនឹងកូអរដោនេនោះពិតប្រាកដ។</translation>
    </message>
    <message>
      <location filename="../../processing/sites/layers.py" />
      <source>proposed site</source>
      <translation>ទីតាំងស្នើសុំ</translation>
    </message>
    <message>
      <location filename="../../processing/sites/layers.py" />
      <location filename="../../qgis_plugin/panel/site/certificate_dialog.py" />
      <source>site</source>
      <translation>ទីតាំង</translation>
    </message>
    <message>
      <location filename="../../processing/sites/layers.py" />
      <source>The CRS of the point {point} is not known. Write it with the point, as in 104.9,11.55 [EPSG:4326].</source>
      <translation>មិនដឹង CRS នៃចំណុច {point} ទេ។ សូមសរសេរវាជាមួយចំណុច ដូចជា 104.9,11.55 [EPSG:4326]។</translation>
    </message>
    <message>
      <location filename="../../processing/sites/layers.py" />
      <source>The point {point} has a latitude of {latitude}°, beyond the pole. Were the two numbers swapped? Longitude comes first.</source>
      <translation>ចំណុច {point} មានរយៈទទឹង {latitude}° ហួសប៉ូល។ តើលេខទាំងពីរត្រូវបានដាក់ច្រឡំលំដាប់ឬ? រយៈបណ្តោយនៅមុខ។</translation>
    </message>
    <message>
      <location filename="../../processing/sites/layers.py" />
      <source>The point {point} is said to be in degrees ({crs}), but its numbers look like metres. Write the CRS that they are in, as in 492000,1277000 [EPSG:32648].</source>
      <translation>ចំណុច {point} ត្រូវបានប្រាប់ថាគិតជាដឺក្រេ ({crs}) ប៉ុន្តែលេខរបស់វាមើលទៅដូចជាម៉ែត្រ។ សូមសរសេរ CRS ត្រឹមត្រូវរបស់វា ដូចជា 492000,1277000 [EPSG:32648]។</translation>
    </message>
    <message>
      <location filename="../../processing/sites/layers.py" />
      <source>The point {point} is said to be in metres ({crs}), but its numbers look like degrees. Write the CRS that they are in, as in 104.9,11.55 [EPSG:4326].</source>
      <translation>ចំណុច {point} ត្រូវបានប្រាប់ថាគិតជាម៉ែត្រ ({crs}) ប៉ុន្តែលេខរបស់វាមើលទៅដូចជាដឺក្រេ។ សូមសរសេរ CRS ត្រឹមត្រូវរបស់វា ដូចជា 104.9,11.55 [EPSG:4326]។</translation>
    </message>
    <message>
      <location filename="../../processing/sites/layers.py" />
      <source>The point {point} ({crs}) lies outside of the area of the working CRS {working}; with the two numbers swapped it lies inside. Longitude comes first.</source>
      <translation>ចំណុច {point} ({crs}) ស្ថិតនៅក្រៅតំបន់នៃ CRS សម្រាប់គណនា {working}។ បើប្តូរលំដាប់លេខទាំងពីរ វាស្ថិតនៅក្នុង។ រយៈបណ្តោយនៅមុខ។</translation>
    </message>
    <message>
      <location filename="../../processing/sites/layers.py" />
      <source>The point {point} ({crs}) lies outside of the area of the working CRS {working}. Check the coordinates and their CRS, or choose a working CRS made for the place.</source>
      <translation>ចំណុច {point} ({crs}) ស្ថិតនៅក្រៅតំបន់នៃ CRS សម្រាប់គណនា {working}។ សូមពិនិត្យកូអរដោនេ និង CRS របស់វា ឬជ្រើសរើស CRS សម្រាប់គណនា ដែលធ្វើសម្រាប់ទីនោះ។</translation>
    </message>
    <message>
      <location filename="../../processing/sites/words.py" />
      <source>This place is outside Cambodia: {km} km from the border or the coast.</source>
      <translation>ទីតាំងនេះនៅក្រៅប្រទេសកម្ពុជា៖ ចម្ងាយ {km} km ពីព្រំដែន ឬឆ្នេរសមុទ្រ។</translation>
    </message>
    <message>
      <location filename="../../processing/sites/words.py" />
      <source>Outside Cambodia</source>
      <translation>ក្រៅប្រទេសកម្ពុជា</translation>
    </message>
    <message>
      <location filename="../../processing/sites/words.py" />
      <source>Needs an assessment</source>
      <translation>ត្រូវការការវាយតម្លៃ</translation>
    </message>
    <message>
      <location filename="../../processing/sites/words.py" />
      <source>Breaks {count} rules</source>
      <translation>មិនគោរពវិធាន {count}</translation>
    </message>
    <message>
      <location filename="../../processing/sites/words.py" />
      <source>Breaks a rule</source>
      <translation>មិនគោរពវិធានមួយ</translation>
    </message>
    <message>
      <location filename="../../processing/sites/words.py" />
      <source>Keeps the rules, on condition</source>
      <translation>គោរពតាមវិធាន ដោយមានលក្ខខណ្ឌ</translation>
    </message>
    <message>
      <location filename="../../processing/sites/words.py" />
      <source>Not enough data</source>
      <translation>ទិន្នន័យមិនគ្រប់គ្រាន់</translation>
    </message>
    <message>
      <location filename="../../processing/sites/words.py" />
      <source>Keeps the rules</source>
      <translation>គោរពតាមវិធាន</translation>
    </message>
    <message>
      <location filename="../../processing/sites/words.py" />
      <source>Rules checked: {checked} of {all}; layers are missing for the others.</source>
      <translation>វិធានដែលបានពិនិត្យ៖ {checked} ក្នុងចំណោម {all}។ វិធានផ្សេងទៀតខ្វះស្រទាប់។</translation>
    </message>
    <message>
      <location filename="../../processing/sites/words.py" />
      <source>Rules checked: all {all} that apply.</source>
      <translation>វិធានដែលបានពិនិត្យ៖ ទាំង {all} ដែលត្រូវអនុវត្ត។</translation>
    </message>
    <message>
      <location filename="../../processing/sites/words.py" />
      <source>Recommendations not kept: {count}.</source>
      <translation>អនុសាសន៍ដែលមិនបានគោរព៖ {count}។</translation>
    </message>
    <message>
      <location filename="../../processing/sourcing/links.py" />
      <source>Table of links “{path}”: line 1 names the columns, and {columns} is missing. Needed are {needed}; {optional} are optional. The signs between columns must be commas.</source>
      <translation>តារាងទំនាក់ទំនង «{path}»៖ បន្ទាត់ទី 1 ដាក់ឈ្មោះជួរឈរ ហើយខ្វះ {columns}។ ជួរឈរចាំបាច់៖ {needed}។ ជួរឈរមិនចាំបាច់៖ {optional}។ សញ្ញារវាងជួរឈរត្រូវតែជាសញ្ញាក្បៀស។</translation>
    </message>
    <message>
      <location filename="../../processing/sourcing/links.py" />
      <source>{cells} cells under {columns} names of columns: a text or a number with a comma must stand in quotation marks</source>
      <translation>ក្រឡា {cells} ក្រោមឈ្មោះជួរឈរ {columns}៖ អត្ថបទ ឬចំនួនដែលមានសញ្ញាក្បៀស ត្រូវដាក់ក្នុងសញ្ញាសម្រង់</translation>
    </message>
    <message>
      <location filename="../../processing/sourcing/links.py" />
      <source>{buyer} and {input} are linked in line {line} already</source>
      <translation>{buyer} និង {input} មានទំនាក់ទំនងរួចហើយ នៅបន្ទាត់ទី {line}</translation>
    </message>
    <message>
      <location filename="../../processing/sourcing/links.py" />
      <source>line {line}: {mistake}</source>
      <translation>បន្ទាត់ទី {line}៖ {mistake}</translation>
    </message>
    <message>
      <location filename="../../processing/sourcing/links.py" />
      <source>Table of links “{path}”: {mistakes}{more}. Correct the file, or leave LINKS empty for the table that ships with the plugin.</source>
      <translation>តារាងទំនាក់ទំនង «{path}»៖ {mistakes}{more}។ សូមកែឯកសារ ឬទុក LINKS ឱ្យទទេ ដើម្បីប្រើតារាងដែលមកជាមួយកម្មវិធីជំនួយ។</translation>
    </message>
    <message>
      <location filename="../../processing/sourcing/links.py" />
      <location filename="../../processing/sourcing/summary.py" />
      <source>; and {count} more</source>
      <translation>; និង {count} ទៀត</translation>
    </message>
    <message>
      <location filename="../../processing/sourcing/links.py" />
      <source>Table of links “{path}” has no rows below the names of its columns.</source>
      <translation>តារាងទំនាក់ទំនង «{path}» គ្មានជួរនៅក្រោមឈ្មោះជួរឈរទេ។</translation>
    </message>
    <message>
      <location filename="../../processing/sourcing/links.py" />
      <source>Table of links “{path}” is no text in UTF-8. Save it as “CSV UTF-8 (comma delimited)”.</source>
      <translation>តារាងទំនាក់ទំនង «{path}» មិនមែនជាអត្ថបទ UTF-8 ទេ។ សូមរក្សាទុកវាជា «CSV UTF-8 (comma delimited)»។</translation>
    </message>
    <message>
      <location filename="../../processing/sourcing/links.py" />
      <source>Table of links “{path}” cannot be read: {why}.</source>
      <translation>មិនអាចអានតារាងទំនាក់ទំនង «{path}» បានទេ៖ {why}។</translation>
    </message>
    <message>
      <location filename="../../processing/sourcing/links.py" />
      <source>{column} is empty</source>
      <translation>{column} ទទេ</translation>
    </message>
    <message>
      <location filename="../../processing/sourcing/links.py" />
      <source>{column} “{text}” is no code of ISIC Rev. 4 with 2 to 4 digits</source>
      <translation>{column} «{text}» មិនមែនជាលេខកូដ ISIC កំណែទី ៤ ដែលមាន 2 ទៅ 4 ខ្ទង់ទេ</translation>
    </message>
    <message>
      <location filename="../../processing/sourcing/links.py" />
      <source>source is empty: say where the link is from</source>
      <translation>source ទទេ៖ សូមបញ្ជាក់ប្រភពនៃទំនាក់ទំនងនេះ</translation>
    </message>
    <message>
      <location filename="../../processing/sourcing/links.py" />
      <source>coefficient “{text}” is no number above 0 (with a point, without a sign for thousands)</source>
      <translation>coefficient «{text}» មិនមែនជាចំនួនធំជាង 0 ទេ (ប្រើសញ្ញាចុចនៅមុខខ្ទង់ទសភាគ គ្មានសញ្ញារវាងខ្ទង់ពាន់)</translation>
    </message>
    <message>
      <location filename="../../processing/sourcing/sides.py" />
      <source>no code of ISIC Rev. 4 with 2 to 4 digits in {fields}: {examples}; times: {count}</source>
      <translation>មិនមែនជាលេខកូដ ISIC កំណែទី ៤ ដែលមាន 2 ទៅ 4 ខ្ទង់ ក្នុង {fields}៖ {examples}។ ចំនួនដង៖ {count}</translation>
    </message>
    <message>
      <location filename="../../processing/sourcing/sides.py" />
      <source>Not used; correct the codes.</source>
      <translation>មិនត្រូវបានប្រើទេ។ សូមកែលេខកូដ។</translation>
    </message>
    <message>
      <location filename="../../processing/sourcing/sides.py" />
      <source>Listed without an amount, and left out when amounts are shared.</source>
      <translation>ត្រូវបានរាយដោយគ្មានបរិមាណ និងមិនរាប់បញ្ចូល ពេលបែងចែកបរិមាណ។</translation>
    </message>
    <message>
      <location filename="../../processing/sourcing/sides.py" />
      <source>no amount in field “{field}”: {examples}; features: {count}</source>
      <translation>មិនមែនជាបរិមាណ ក្នុងវាល «{field}»៖ {examples}។ ចំនួនវត្ថុ៖ {count}</translation>
    </message>
    <message>
      <location filename="../../processing/sourcing/sides.py" />
      <source>Wanted is a number of 0 or more, or amounts by product such as 1061=500; 1080=20.</source>
      <translation>ត្រូវការចំនួន 0 ឬធំជាងនេះ ឬបរិមាណតាមផលិតផល ដូចជា 1061=500; 1080=20។</translation>
    </message>
    <message>
      <location filename="../../processing/sourcing/sides.py" />
      <source>features without an amount in field “{field}”: {count}</source>
      <translation>វត្ថុដែលគ្មានបរិមាណក្នុងវាល «{field}»៖ {count}</translation>
    </message>
    <message>
      <location filename="../../processing/sourcing/sides.py" />
      <source>one number in field “{field}” for several products; features: {count}</source>
      <translation>ចំនួនតែមួយក្នុងវាល «{field}» សម្រាប់ផលិតផលច្រើន។ ចំនួនវត្ថុ៖ {count}</translation>
    </message>
    <message>
      <location filename="../../processing/sourcing/sides.py" />
      <source>Nobody can tell how much of each: write amounts by product, such as 1061=500; 1080=20.</source>
      <translation>មិនអាចដឹងបរិមាណនៃផលិតផលនីមួយៗទេ៖ សូមសរសេរបរិមាណតាមផលិតផល ដូចជា 1061=500; 1080=20។</translation>
    </message>
    <message>
      <location filename="../../processing/sourcing/sides.py" />
      <source>“{text}” is no code of ISIC Rev. 4 with 2 to 4 digits (MATERIAL_PRODUCTS). Rice is 0112, salt 0893, stone, sand and clay 0810.</source>
      <translation>«{text}» មិនមែនជាលេខកូដ ISIC កំណែទី ៤ ដែលមាន 2 ទៅ 4 ខ្ទង់ទេ (MATERIAL_PRODUCTS)។ ស្រូវគឺ 0112 អំបិល 0893 ថ្ម ខ្សាច់ និងដីឥដ្ឋ 0810។</translation>
    </message>
    <message>
      <location filename="../../processing/sourcing/sides.py" />
      <source>Nobody says what layer “{layer}” yields: give its code in MATERIAL_PRODUCTS ({layer}=0893, say), or a field in MATERIAL_FIELD, or begin its name with the code.</source>
      <translation>មិនដឹងថាស្រទាប់ «{layer}» ផ្តល់អ្វីទេ៖ សូមបញ្ចូលលេខកូដរបស់វាក្នុង MATERIAL_PRODUCTS (ឧទាហរណ៍ {layer}=0893) ឬវាលក្នុង MATERIAL_FIELD ឬដាក់លេខកូដនៅដើមឈ្មោះស្រទាប់។</translation>
    </message>
    <message>
      <location filename="../../processing/sourcing/sides.py" />
      <source>“{text}” is no yield (MATERIAL_YIELDS): give an amount per hectare above 0, or amounts by layer such as salt_farmland=20; rice=3.</source>
      <translation>«{text}» មិនមែនជាទិន្នផលទេ (MATERIAL_YIELDS)៖ សូមបញ្ចូលបរិមាណក្នុងមួយហិកតាធំជាង 0 ឬបរិមាណតាមស្រទាប់ ដូចជា salt_farmland=20; rice=3។</translation>
    </message>
    <message>
      <location filename="../../processing/sourcing/summary.py" />
      <source>Suppliers and what they make: {supply} products at {suppliers} places; demand: {demand} products of {buyers} buyers.</source>
      <translation>អ្នកផ្គត់ផ្គង់ និងអ្វីដែលផលិត៖ ផលិតផល {supply} នៅ {suppliers} កន្លែង។ តម្រូវការ៖ ផលិតផល {demand} របស់អ្នកទិញ {buyers}។</translation>
    </message>
    <message>
      <location filename="../../processing/sourcing/summary.py" />
      <source>Take no part: {statuses}. (STATUS_FIELD, STILL_TO_COME)</source>
      <translation>មិនត្រូវបានគិត៖ {statuses}។ (STATUS_FIELD, STILL_TO_COME)</translation>
    </message>
    <message>
      <location filename="../../processing/sourcing/summary.py" />
      <source>Buyers of which nothing is known to be demanded: {count}.</source>
      <translation>អ្នកទិញដែលមិនដឹងថាត្រូវការអ្វី៖ {count}។</translation>
    </message>
    <message>
      <location filename="../../processing/sourcing/summary.py" />
      <source>Activities of which the table of links says nothing: {activities}.</source>
      <translation>សកម្មភាពដែលគ្មានក្នុងតារាងទំនាក់ទំនង៖ {activities}។</translation>
    </message>
    <message>
      <location filename="../../processing/sourcing/summary.py" />
      <source>Somebody within {limit} m could supply {matched} of {demand} demands; pairs listed: {pairs}. A pair says “could supply”, never “does supply”.</source>
      <translation>ក្នុងចម្ងាយ {limit} m មានអ្នកអាចផ្គត់ផ្គង់តម្រូវការ {matched} ក្នុងចំណោម {demand}។ ចំនួនគូដែលបានរាយ៖ {pairs}។ គូមានន័យថា «អាចផ្គត់ផ្គង់» មិនមែន «កំពុងផ្គត់ផ្គង់» ឡើយ។</translation>
    </message>
    <message>
      <location filename="../../processing/sourcing/summary.py" />
      <source>Unmet: {reason}: {count}.</source>
      <translation>តម្រូវការមិនបានបំពេញ៖ {reason}៖ {count}។</translation>
    </message>
    <message>
      <location filename="../../processing/sourcing/summary.py" />
      <source>Demanded, and made by nobody in these layers (candidates for import substitution): {products}.</source>
      <translation>មានតម្រូវការ តែគ្មានអ្នកផលិតក្នុងស្រទាប់ទាំងនេះ (បេក្ខភាពសម្រាប់ជំនួសការនាំចូល)៖ {products}។</translation>
    </message>
    <message>
      <location filename="../../processing/sourcing/summary.py" />
      <source>Made, and demanded by nobody in these layers: {products}.</source>
      <translation>មានផលិត តែគ្មានអ្នកត្រូវការក្នុងស្រទាប់ទាំងនេះ៖ {products}។</translation>
    </message>
    <message>
      <location filename="../../processing/sourcing/summary.py" />
      <source>Some of these are crops, animals, fish, wood or minerals, which stand in no register of factories: give the ground that yields them as raw materials (MATERIALS).</source>
      <translation>ផលិតផលខ្លះក្នុងចំណោមនេះ ជាដំណាំ សត្វ ត្រី ឈើ ឬរ៉ែ ដែលមិនមានក្នុងបញ្ជីរោងចក្រណាទេ៖ សូមបញ្ចូលផ្ទៃដីដែលជាប្រភពនៃផលិតផលទាំងនោះ ជាវត្ថុធាតុដើម (MATERIALS)។</translation>
    </message>
    <message>
      <location filename="../../processing/sourcing/summary.py" />
      <source>By road: for {count} the {most} nearest in a straight line were asked and too few could be reached: a farther one may be in reach. Connect the roads better (ROAD_GAP, ROAD_CROSSINGS) to be sure.</source>
      <translation>តាមផ្លូវ៖ សម្រាប់តម្រូវការ {count} បានពិនិត្យ {most} ដែលជិតបំផុតតាមបន្ទាត់ត្រង់ តែទៅដល់បានតិចពេក។ អ្នកផ្គត់ផ្គង់ដែលនៅឆ្ងាយជាង អាចស្ថិតក្នុងចម្ងាយកំណត់។ ដើម្បីឱ្យប្រាកដ សូមភ្ជាប់ផ្លូវឱ្យបានល្អជាងនេះ (ROAD_GAP, ROAD_CROSSINGS)។</translation>
    </message>
    <message>
      <location filename="../../processing/sourcing/summary.py" />
      <source>Nothing was shared out: the table of links “{file}” has no coefficients, so it is not known how much the buyers demand; their number is counted. Give a table with coefficients (LINKS), or fields that say what is demanded (DEMAND_FIELDS) with the amounts of it (DEMAND_AMOUNT_FIELD).</source>
      <translation>គ្មានអ្វីត្រូវបានបែងចែកទេ៖ តារាងទំនាក់ទំនង «{file}» គ្មានមេគុណ ដូច្នេះ មិនដឹងថាអ្នកទិញត្រូវការបរិមាណប៉ុន្មានទេ។ រាប់តែចំនួនអ្នកទិញប៉ុណ្ណោះ។ សូមផ្តល់តារាងដែលមានមេគុណ (LINKS) ឬវាលដែលបញ្ជាក់អ្វីដែលអ្នកទិញត្រូវការ (DEMAND_FIELDS) ព្រមទាំងបរិមាណរបស់វា (DEMAND_AMOUNT_FIELD)។</translation>
    </message>
    <message>
      <location filename="../../processing/sourcing/summary.py" />
      <source>Nothing was shared out: of no buyer it is known how much it demands; their number is counted. Fill in the amount field of the buyers (DEMAND_AMOUNT_FIELD)</source>
      <translation>គ្មានអ្វីត្រូវបានបែងចែកទេ៖ មិនដឹងថាអ្នកទិញណាមួយ ត្រូវការបរិមាណប៉ុន្មានទេ។ រាប់តែចំនួនអ្នកទិញប៉ុណ្ណោះ។ សូមបំពេញវាលបរិមាណរបស់អ្នកទិញ (DEMAND_AMOUNT_FIELD)</translation>
    </message>
    <message>
      <location filename="../../processing/sourcing/summary.py" />
      <source>, and the coefficients of the links in use (LINKS)</source>
      <translation>, និងមេគុណនៃទំនាក់ទំនងដែលបានប្រើ (LINKS)</translation>
    </message>
    <message>
      <location filename="../../processing/sourcing/summary.py" />
      <source>Shared out: {met} of {demand}{unit}; unmet: {unmet}.</source>
      <translation>បានបែងចែក៖ {met} ក្នុងចំណោម {demand}{unit}។ មិនបានបំពេញ៖ {unmet}។</translation>
    </message>
    <message>
      <location filename="../../processing/sourcing/summary.py" />
      <source>Considered were the {count} nearest suppliers of each product and buyer.</source>
      <translation>បានពិចារណាអ្នកផ្គត់ផ្គង់ជិតបំផុត {count} សម្រាប់ផលិតផល និងអ្នកទិញនីមួយៗ។</translation>
    </message>
    <message>
      <location filename="../../processing/sourcing/summary.py" />
      <source>Least unmet demand first, then least transport (amount × distance): solved exactly for pairs: {count}.</source>
      <translation>តម្រូវការមិនបានបំពេញតិចបំផុតមុន បន្ទាប់មក ដឹកជញ្ជូនតិចបំផុត (បរិមាណ × ចម្ងាយ)៖ ចំនួនគូដែលដោះស្រាយបានពិតប្រាកដ៖ {count}។</translation>
    </message>
    <message>
      <location filename="../../processing/sourcing/summary.py" />
      <source>Shared out nearest first, as asked for.</source>
      <translation>បានបែងចែកដោយយកជិតបំផុតមុន តាមការស្នើសុំ។</translation>
    </message>
    <message>
      <location filename="../../processing/sourcing/summary.py" />
      <source>Up to {largest} pairs hang together, more than the {most} (EXACT_UP_TO) up to which the least transport is looked for: the larger sets were shared out nearest first.</source>
      <translation>មានរហូតដល់ {largest} គូ ជាប់ទាក់ទងគ្នា លើសពី {most} (EXACT_UP_TO) ដែលជាកម្រិតខ្ពស់បំផុត សម្រាប់ស្វែងរកការដឹកជញ្ជូនតិចបំផុត៖ សំណុំធំជាងនេះ ត្រូវបានបែងចែកដោយយកជិតបំផុតមុន។</translation>
    </message>
    <message>
      <location filename="../../processing/sourcing/tables.py" />
      <source>A match is “could supply”, never “does supply”.</source>
      <translation>ការផ្គូផ្គងមានន័យថា «អាចផ្គត់ផ្គង់» មិនមែន «កំពុងផ្គត់ផ្គង់» ឡើយ។</translation>
    </message>
    <message>
      <location filename="../../processing/sourcing/tables.py" />
      <source>Who could supply whom, from the supplier to the buyer.</source>
      <translation>អ្នកណាអាចផ្គត់ផ្គង់អ្នកណា ពីអ្នកផ្គត់ផ្គង់ទៅអ្នកទិញ។</translation>
    </message>
    <message>
      <location filename="../../processing/sourcing/tables.py" />
      <source>What buyers demand and nobody in reach could supply.</source>
      <translation>អ្វីដែលអ្នកទិញត្រូវការ តែគ្មានអ្នកផ្គត់ផ្គង់ក្នុងចម្ងាយកំណត់។</translation>
    </message>
    <message>
      <location filename="../../processing/sourcing/tables.py" />
      <source>What suppliers make and nobody in reach demands, or what is left over.</source>
      <translation>អ្វីដែលអ្នកផ្គត់ផ្គង់ផលិត តែគ្មានអ្នកត្រូវការក្នុងចម្ងាយកំណត់ ឬអ្វីដែលនៅសល់។</translation>
    </message>
    <message>
      <location filename="../../processing/sourcing/tables.py" />
      <source>Suppliers, buyers and raw materials, and how much of their demand is in reach.</source>
      <translation>អ្នកផ្គត់ផ្គង់ អ្នកទិញ និងវត្ថុធាតុដើម ព្រមទាំងតម្រូវការដែលមានក្នុងចម្ងាយកំណត់។</translation>
    </message>
    <message>
      <location filename="../../processing/sourcing/tables.py" />
      <source>Demand and supply by province and product.</source>
      <translation>តម្រូវការ និងការផ្គត់ផ្គង់ តាមរាជធានី-ខេត្ត និងតាមផលិតផល។</translation>
    </message>
    <message>
      <location filename="../../processing/sourcing/tables.py" />
      <source>Demand and supply by product, all provinces together.</source>
      <translation>តម្រូវការ និងការផ្គត់ផ្គង់ តាមផលិតផល សម្រាប់រាជធានី-ខេត្តទាំងអស់រួមគ្នា។</translation>
    </message>
    <message>
      <location filename="../../processing/sourcing/tables.py" />
      <source>The rows of the table of links in use, with their sources.</source>
      <translation>ជួរនៃតារាងទំនាក់ទំនងដែលបានប្រើ ព្រមទាំងប្រភពរបស់វា។</translation>
    </message>
    <message>
      <location filename="../../processing/storage/files.py" />
      <source>The output “{path}” is the file of {input}. Choose another name; inputs are never overwritten.</source>
      <translation>ទិន្នផល «{path}» ជាឯកសាររបស់{input}។ សូមជ្រើសរើសឈ្មោះផ្សេង ព្រោះទិន្នន័យបញ្ចូល មិនត្រូវបានសរសេរជាន់លើឡើយ។</translation>
    </message>
    <message>
      <location filename="../../processing/storage/geopackage.py" />
      <source>“{path}” is a folder. Give the output a file name.</source>
      <translation>«{path}» ជាថត។ សូមដាក់ឈ្មោះឯកសារ សម្រាប់ទិន្នផល។</translation>
    </message>
    <message>
      <location filename="../../processing/storage/geopackage.py" />
      <source>The folder of “{path}” does not exist. Create it or choose another.</source>
      <translation>ថតរបស់ «{path}» មិនមានទេ។ សូមបង្កើតថតនោះ ឬជ្រើសរើសថតផ្សេង។</translation>
    </message>
    <message>
      <location filename="../../processing/storage/geopackage.py" />
      <source>“{path}” is not a regular file. Give the output another name.</source>
      <translation>«{path}» មិនមែនជាឯកសារធម្មតាទេ។ សូមដាក់ឈ្មោះផ្សេងឱ្យទិន្នផល។</translation>
    </message>
    <message>
      <location filename="../../processing/storage/geopackage.py" />
      <source>“{path}” is open for editing in another program (there is a “{log}”). Save and close it there, or choose another name.</source>
      <translation>«{path}» កំពុងបើកដើម្បីកែក្នុងកម្មវិធីផ្សេង (មាន «{log}»)។ សូមរក្សាទុក ហើយបិទវានៅទីនោះ ឬជ្រើសរើសឈ្មោះផ្សេង។</translation>
    </message>
    <message>
      <location filename="../../processing/storage/geopackage.py" />
      <source>“{path}” cannot be written: {why}. Close whatever has it open, or choose another place.</source>
      <translation>មិនអាចសរសេរ «{path}» បានទេ៖ {why}។ សូមបិទកម្មវិធីដែលកំពុងបើកវា ឬជ្រើសរើសកន្លែងផ្សេង។</translation>
    </message>
    <message>
      <location filename="../../processing/storage/outputs.py" />
      <source>The output “{path}” cannot be created. Choose another place or format.</source>
      <translation>មិនអាចបង្កើតទិន្នផល «{path}» បានទេ។ សូមជ្រើសរើសកន្លែង ឬទម្រង់ឯកសារផ្សេង។</translation>
    </message>
    <message>
      <location filename="../../processing/storage/outputs.py" />
      <source>The output “{path}” took no more rows: {why}</source>
      <translation>ទិន្នផល «{path}» មិនអាចទទួលជួរបន្ថែមទៀតទេ៖ {why}</translation>
    </message>
    <message>
      <location filename="../../processing/titles.py" />
      <location filename="../../qgis_plugin/panel/reports/sheets.py" />
      <source>Finding id</source>
      <translation>លេខសម្គាល់របកគំហើញ</translation>
    </message>
    <message>
      <location filename="../../processing/titles.py" />
      <location filename="../../qgis_plugin/editing/undo_dialog.py" />
      <location filename="../../qgis_plugin/panel/corrections/model.py" />
      <location filename="../../qgis_plugin/panel/findings_model.py" />
      <location filename="../../qgis_plugin/panel/reports/sheets.py" />
      <location filename="../../qgis_plugin/project/register_form.py" />
      <source>Factory</source>
      <translation>រោងចក្រ</translation>
    </message>
    <message>
      <location filename="../../processing/titles.py" />
      <source>Title of the rule</source>
      <translation>ចំណងជើងវិធាន</translation>
    </message>
    <message>
      <location filename="../../processing/titles.py" />
      <source>Explanation</source>
      <translation>ការពន្យល់</translation>
    </message>
    <message>
      <location filename="../../processing/titles.py" />
      <location filename="../../qgis_plugin/panel/findings_model.py" />
      <source>Severity</source>
      <translation>កម្រិតធ្ងន់ធ្ងរ</translation>
    </message>
    <message>
      <location filename="../../processing/titles.py" />
      <source>Kind of rule</source>
      <translation>ប្រភេទវិធាន</translation>
    </message>
    <message>
      <location filename="../../processing/titles.py" />
      <source>Feature id</source>
      <translation>លេខសម្គាល់វត្ថុ</translation>
    </message>
    <message>
      <location filename="../../processing/titles.py" />
      <location filename="../../qgis_plugin/panel/details.py" />
      <source>Candidates</source>
      <translation>លទ្ធភាពផ្សេងៗ</translation>
    </message>
    <message>
      <location filename="../../processing/titles.py" />
      <location filename="../../qgis_plugin/panel/reports/sheets.py" />
      <source>Measured (m)</source>
      <translation>តម្លៃវាស់បាន (m)</translation>
    </message>
    <message>
      <location filename="../../processing/titles.py" />
      <location filename="../../qgis_plugin/panel/reports/sheets.py" />
      <source>Required (m)</source>
      <translation>តម្លៃតម្រូវ (m)</translation>
    </message>
    <message>
      <location filename="../../processing/titles.py" />
      <source>Margin (m)</source>
      <translation>គម្លាត (m)</translation>
    </message>
    <message>
      <location filename="../../processing/titles.py" />
      <location filename="../../qgis_plugin/panel/inputs.py" />
      <location filename="../../qgis_plugin/panel/reports/sheets.py" />
      <source>Accuracy (m)</source>
      <translation>ភាពត្រឹមត្រូវ (m)</translation>
    </message>
    <message>
      <location filename="../../processing/titles.py" />
      <source>Accuracy from</source>
      <translation>ប្រភពភាពត្រឹមត្រូវ</translation>
    </message>
    <message>
      <location filename="../../processing/titles.py" />
      <source>Role of the layer</source>
      <translation>តួនាទីស្រទាប់</translation>
    </message>
    <message>
      <location filename="../../processing/titles.py" />
      <source>Year of the layer</source>
      <translation>ឆ្នាំនៃស្រទាប់</translation>
    </message>
    <message>
      <location filename="../../processing/titles.py" />
      <source>To verify</source>
      <translation>ត្រូវផ្ទៀងផ្ទាត់</translation>
    </message>
    <message>
      <location filename="../../processing/titles.py" />
      <source>Governed by rule</source>
      <translation>វិធានដែលមានអាទិភាព</translation>
    </message>
    <message>
      <location filename="../../processing/titles.py" />
      <source>Province code</source>
      <translation>លេខកូដរាជធានី-ខេត្ត</translation>
    </message>
    <message>
      <location filename="../../processing/titles.py" />
      <location filename="../../qgis_plugin/panel/reports/sheets.py" />
      <source>What to do</source>
      <translation>អ្វីដែលត្រូវធ្វើ</translation>
    </message>
    <message>
      <location filename="../../processing/titles.py" />
      <location filename="../../qgis_plugin/panel/inputs.py" />
      <source>Zone code</source>
      <translation>កូដតំបន់</translation>
    </message>
    <message>
      <location filename="../../processing/titles.py" />
      <source>Verdict on zoning</source>
      <translation>លទ្ធផលពិនិត្យតំបន់ប្រើប្រាស់ដី</translation>
    </message>
    <message>
      <location filename="../../processing/titles.py" />
      <source>Reason of the zoning verdict</source>
      <translation>មូលហេតុនៃលទ្ធផលពិនិត្យតំបន់ប្រើប្រាស់ដី</translation>
    </message>
    <message>
      <location filename="../../processing/titles.py" />
      <location filename="../../qgis_plugin/panel/inputs.py" />
      <source>Park id</source>
      <translation>លេខសម្គាល់សួនឧស្សាហកម្ម</translation>
    </message>
    <message>
      <location filename="../../processing/titles.py" />
      <location filename="../../qgis_plugin/panel/site/answer.py" />
      <source>Park</source>
      <translation>សួនឧស្សាហកម្ម</translation>
    </message>
    <message>
      <location filename="../../processing/titles.py" />
      <location filename="../../qgis_plugin/panel/inputs.py" />
      <source>Declared park</source>
      <translation>សួនឧស្សាហកម្មដែលបានប្រកាស</translation>
    </message>
    <message>
      <location filename="../../processing/titles.py" />
      <source>Verdict on parks</source>
      <translation>លទ្ធផលពិនិត្យសួនឧស្សាហកម្ម</translation>
    </message>
    <message>
      <location filename="../../processing/titles.py" />
      <source>Reason of the park verdict</source>
      <translation>មូលហេតុនៃលទ្ធផលពិនិត្យសួនឧស្សាហកម្ម</translation>
    </message>
    <message>
      <location filename="../../processing/titles.py" />
      <source>Distance to the park's border (m)</source>
      <translation>ចម្ងាយដល់ព្រំសួនឧស្សាហកម្ម (m)</translation>
    </message>
    <message>
      <location filename="../../processing/titles.py" />
      <source>Rules not checked</source>
      <translation>វិធានដែលមិនបានពិនិត្យ</translation>
    </message>
    <message>
      <location filename="../../processing/titles.py" />
      <source>Checked on</source>
      <translation>កាលបរិច្ឆេទពិនិត្យ</translation>
    </message>
    <message>
      <location filename="../../processing/titles.py" />
      <location filename="../../qgis_plugin/panel/corrections/details.py" />
      <location filename="../../qgis_plugin/panel/corrections/filter_bar.py" />
      <location filename="../../qgis_plugin/panel/corrections/model.py" />
      <source>Decision</source>
      <translation>សេចក្តីសម្រេច</translation>
    </message>
    <message>
      <location filename="../../processing/titles.py" />
      <source>Decided on</source>
      <translation>កាលបរិច្ឆេទសម្រេច</translation>
    </message>
    <message>
      <location filename="../../processing/titles.py" />
      <source>Valid until</source>
      <translation>សុពលភាពរហូតដល់</translation>
    </message>
    <message>
      <location filename="../../processing/titles.py" />
      <source>Change</source>
      <translation>ការប្រែប្រួល</translation>
    </message>
    <message>
      <location filename="../../processing/titles.py" />
      <source>Verdict before</source>
      <translation>លទ្ធផលពិនិត្យពីមុន</translation>
    </message>
    <message>
      <location filename="../../processing/titles.py" />
      <source>Verdict after</source>
      <translation>លទ្ធផលពិនិត្យក្រោយ</translation>
    </message>
    <message>
      <location filename="../../processing/titles.py" />
      <source>Reason before</source>
      <translation>មូលហេតុពីមុន</translation>
    </message>
    <message>
      <location filename="../../processing/titles.py" />
      <source>Reason after</source>
      <translation>មូលហេតុក្រោយ</translation>
    </message>
    <message>
      <location filename="../../processing/titles.py" />
      <source>Explanation before</source>
      <translation>ការពន្យល់ពីមុន</translation>
    </message>
    <message>
      <location filename="../../processing/titles.py" />
      <source>Explanation after</source>
      <translation>ការពន្យល់ក្រោយ</translation>
    </message>
    <message>
      <location filename="../../processing/titles.py" />
      <source>Measured before (m)</source>
      <translation>តម្លៃវាស់បានពីមុន (m)</translation>
    </message>
    <message>
      <location filename="../../processing/titles.py" />
      <source>Measured after (m)</source>
      <translation>តម្លៃវាស់បានក្រោយ (m)</translation>
    </message>
    <message>
      <location filename="../../processing/titles.py" />
      <source>Feature before</source>
      <translation>វត្ថុពីមុន</translation>
    </message>
    <message>
      <location filename="../../processing/titles.py" />
      <source>Feature after</source>
      <translation>វត្ថុក្រោយ</translation>
    </message>
    <message>
      <location filename="../../processing/titles.py" />
      <source>Year of the layer before</source>
      <translation>ឆ្នាំនៃស្រទាប់ពីមុន</translation>
    </message>
    <message>
      <location filename="../../processing/titles.py" />
      <source>Year of the layer after</source>
      <translation>ឆ្នាំនៃស្រទាប់ក្រោយ</translation>
    </message>
    <message>
      <location filename="../../processing/titles.py" />
      <source>Why before</source>
      <translation>មូលហេតុពីមុន</translation>
    </message>
    <message>
      <location filename="../../processing/titles.py" />
      <source>Why after</source>
      <translation>មូលហេតុក្រោយ</translation>
    </message>
    <message>
      <location filename="../../processing/titles.py" />
      <source>Coordinate moved (m)</source>
      <translation>កូអរដោនេផ្លាស់ទី (m)</translation>
    </message>
    <message>
      <location filename="../../processing/titles.py" />
      <location filename="../../qgis_plugin/panel/corrections/model.py" />
      <source>Problem</source>
      <translation>បញ្ហា</translation>
    </message>
    <message>
      <location filename="../../processing/titles.py" />
      <source>Can be repaired</source>
      <translation>អាចកែតម្រូវបាន</translation>
    </message>
    <message>
      <location filename="../../processing/titles.py" />
      <source>Proposal id</source>
      <translation>លេខសម្គាល់សំណើកែតម្រូវ</translation>
    </message>
    <message>
      <location filename="../../processing/titles.py" />
      <source>Rank</source>
      <translation>ចំណាត់ថ្នាក់</translation>
    </message>
    <message>
      <location filename="../../processing/titles.py" />
      <source>Direction</source>
      <translation>ទិសដៅ</translation>
    </message>
    <message>
      <location filename="../../processing/titles.py" />
      <source>New longitude</source>
      <translation>រយៈបណ្តោយថ្មី</translation>
    </message>
    <message>
      <location filename="../../processing/titles.py" />
      <source>New latitude</source>
      <translation>រយៈទទឹងថ្មី</translation>
    </message>
    <message>
      <location filename="../../processing/titles.py" />
      <source>New method</source>
      <translation>វិធីសាស្ត្រថ្មី</translation>
    </message>
    <message>
      <location filename="../../processing/titles.py" />
      <source>New accuracy (m)</source>
      <translation>ភាពត្រឹមត្រូវថ្មី (m)</translation>
    </message>
    <message>
      <location filename="../../processing/titles.py" />
      <source>New datum</source>
      <translation>ប្រព័ន្ធយោង (datum) ថ្មី</translation>
    </message>
    <message>
      <location filename="../../processing/titles.py" />
      <source>Old longitude</source>
      <translation>រយៈបណ្តោយចាស់</translation>
    </message>
    <message>
      <location filename="../../processing/titles.py" />
      <source>Old latitude</source>
      <translation>រយៈទទឹងចាស់</translation>
    </message>
    <message>
      <location filename="../../processing/titles.py" />
      <location filename="../../qgis_plugin/panel/corrections/details.py" />
      <source>Note</source>
      <translation>ចំណាំ</translation>
    </message>
    <message>
      <location filename="../../processing/titles.py" />
      <source>Code</source>
      <translation>លេខកូដ</translation>
    </message>
    <message>
      <location filename="../../processing/titles.py" />
      <location filename="../../qgis_plugin/panel/inputs.py" />
      <location filename="../../qgis_plugin/panel/register/model.py" />
      <source>Name</source>
      <translation>ឈ្មោះ</translation>
    </message>
    <message>
      <location filename="../../processing/titles.py" />
      <source>Share without any fault</source>
      <translation>ភាគដែលគ្មានកំហុស</translation>
    </message>
    <message>
      <location filename="../../processing/titles.py" />
      <source>Without a usable location</source>
      <translation>គ្មានទីតាំងដែលអាចប្រើបាន</translation>
    </message>
    <message>
      <location filename="../../processing/titles.py" />
      <source>Share without a usable location</source>
      <translation>ភាគដែលគ្មានទីតាំងអាចប្រើបាន</translation>
    </message>
    <message>
      <location filename="../../processing/titles.py" />
      <source>Share with a stated accuracy</source>
      <translation>ភាគដែលបញ្ជាក់ភាពត្រឹមត្រូវ</translation>
    </message>
    <message>
      <location filename="../../processing/titles.py" />
      <source>Mean accuracy (m)</source>
      <translation>ភាពត្រឹមត្រូវមធ្យម (m)</translation>
    </message>
    <message>
      <location filename="../../processing/titles.py" />
      <source>Worst accuracy (m)</source>
      <translation>ភាពត្រឹមត្រូវអន់បំផុត (m)</translation>
    </message>
    <message>
      <location filename="../../processing/titles.py" />
      <source>Share located by a centre of an area</source>
      <translation>ភាគដែលកំណត់ទីតាំងតាមចំណុចកណ្តាល</translation>
    </message>
    <message>
      <location filename="../../processing/titles.py" />
      <source>Without an id</source>
      <translation>គ្មានលេខសម្គាល់</translation>
    </message>
    <message>
      <location filename="../../processing/titles.py" />
      <source>With the id of another</source>
      <translation>មានលេខសម្គាល់ដូចរោងចក្រផ្សេង</translation>
    </message>
    <message>
      <location filename="../../processing/titles.py" />
      <source>Without an activity</source>
      <translation>គ្មានសកម្មភាព</translation>
    </message>
    <message>
      <location filename="../../processing/titles.py" />
      <source>Share without an activity</source>
      <translation>ភាគដែលគ្មានសកម្មភាព</translation>
    </message>
    <message>
      <location filename="../../processing/titles.py" />
      <source>With an unknown activity</source>
      <translation>មានសកម្មភាពដែលមិនស្គាល់</translation>
    </message>
    <message>
      <location filename="../../processing/titles.py" />
      <source>Without a province code</source>
      <translation>គ្មានលេខកូដរាជធានី-ខេត្ត</translation>
    </message>
    <message>
      <location filename="../../processing/titles.py" />
      <source>Share without a province code</source>
      <translation>ភាគដែលគ្មានលេខកូដរាជធានី-ខេត្ត</translation>
    </message>
    <message>
      <location filename="../../processing/titles.py" />
      <source>Share without a district code</source>
      <translation>ភាគដែលគ្មានលេខកូដក្រុង-ស្រុក-ខណ្ឌ</translation>
    </message>
    <message>
      <location filename="../../processing/titles.py" />
      <source>Share without a commune code</source>
      <translation>ភាគដែលគ្មានលេខកូដឃុំ-សង្កាត់</translation>
    </message>
    <message>
      <location filename="../../processing/titles.py" />
      <source>With more staff than their size class</source>
      <translation>មានកម្មករនិយោជិតច្រើនជាងទំហំសហគ្រាស</translation>
    </message>
    <message>
      <location filename="../../processing/titles.py" />
      <source>Factories checked</source>
      <translation>រោងចក្រដែលបានពិនិត្យ</translation>
    </message>
    <message>
      <location filename="../../processing/titles.py" />
      <source>Measure</source>
      <translation>រង្វាស់</translation>
    </message>
    <message>
      <location filename="../../processing/titles.py" />
      <source>ISO 19157 element</source>
      <translation>ធាតុ ISO 19157</translation>
    </message>
    <message>
      <location filename="../../processing/titles.py" />
      <source>ISO 19157 measure id</source>
      <translation>លេខសម្គាល់រង្វាស់ ISO 19157</translation>
    </message>
    <message>
      <location filename="../../processing/titles.py" />
      <source>ISO 19157 measure</source>
      <translation>រង្វាស់ ISO 19157</translation>
    </message>
    <message>
      <location filename="../../processing/titles.py" />
      <source>Nearest of all (m)</source>
      <translation>ជិតបំផុតក្នុងចំណោមទាំងអស់ (m)</translation>
    </message>
    <message>
      <location filename="../../processing/titles.py" />
      <source>Layer of the nearest</source>
      <translation>ស្រទាប់នៃគោលដៅជិតបំផុត</translation>
    </message>
    <message>
      <location filename="../../processing/titles.py" />
      <source>Class of the nearest</source>
      <translation>ថ្នាក់នៃគោលដៅជិតបំផុត</translation>
    </message>
    <message>
      <location filename="../../processing/titles.py" />
      <source>Id of the nearest</source>
      <translation>លេខសម្គាល់នៃគោលដៅជិតបំផុត</translation>
    </message>
    <message>
      <location filename="../../processing/titles.py" />
      <source>Nearest of all</source>
      <translation>ជិតបំផុតក្នុងចំណោមទាំងអស់</translation>
    </message>
    <message>
      <location filename="../../processing/titles.py" />
      <source>Class</source>
      <translation>ថ្នាក់</translation>
    </message>
    <message>
      <location filename="../../processing/titles.py" />
      <source>Target id</source>
      <translation>លេខសម្គាល់គោលដៅ</translation>
    </message>
    <message>
      <location filename="../../processing/titles.py" />
      <source>Target</source>
      <translation>គោលដៅ</translation>
    </message>
    <message>
      <location filename="../../processing/titles.py" />
      <source>Direction (degrees)</source>
      <translation>ទិសដៅ (ដឺក្រេ)</translation>
    </message>
    <message>
      <location filename="../../processing/titles.py" />
      <source>Supplier id</source>
      <translation>លេខសម្គាល់អ្នកផ្គត់ផ្គង់</translation>
    </message>
    <message>
      <location filename="../../processing/titles.py" />
      <source>Supplier</source>
      <translation>អ្នកផ្គត់ផ្គង់</translation>
    </message>
    <message>
      <location filename="../../processing/titles.py" />
      <source>Layer of the supplier</source>
      <translation>ស្រទាប់អ្នកផ្គត់ផ្គង់</translation>
    </message>
    <message>
      <location filename="../../processing/titles.py" />
      <source>Buyer id</source>
      <translation>លេខសម្គាល់អ្នកទិញ</translation>
    </message>
    <message>
      <location filename="../../processing/titles.py" />
      <source>Buyer</source>
      <translation>អ្នកទិញ</translation>
    </message>
    <message>
      <location filename="../../processing/titles.py" />
      <source>Product</source>
      <translation>ផលិតផល</translation>
    </message>
    <message>
      <location filename="../../processing/titles.py" />
      <source>Title of the product</source>
      <translation>ឈ្មោះផលិតផល</translation>
    </message>
    <message>
      <location filename="../../processing/titles.py" />
      <source>Product as the supplier has it</source>
      <translation>ផលិតផលតាមអ្នកផ្គត់ផ្គង់</translation>
    </message>
    <message>
      <location filename="../../processing/titles.py" />
      <source>How it fits</source>
      <translation>កម្រិតត្រូវគ្នា</translation>
    </message>
    <message>
      <location filename="../../processing/titles.py" />
      <source>Distance by road (m)</source>
      <translation>ចម្ងាយតាមផ្លូវ (m)</translation>
    </message>
    <message>
      <location filename="../../processing/titles.py" />
      <source>Amount</source>
      <translation>បរិមាណ</translation>
    </message>
    <message>
      <location filename="../../processing/titles.py" />
      <source>Share of the demand (0 to 1)</source>
      <translation>ភាគនៃតម្រូវការ (0 ដល់ 1)</translation>
    </message>
    <message>
      <location filename="../../processing/titles.py" />
      <source>Shared out by</source>
      <translation>បែងចែកតាម</translation>
    </message>
    <message>
      <location filename="../../processing/titles.py" />
      <source>In the same province</source>
      <translation>ក្នុងរាជធានី-ខេត្តតែមួយ</translation>
    </message>
    <message>
      <location filename="../../processing/titles.py" />
      <source>Demand</source>
      <translation>តម្រូវការ</translation>
    </message>
    <message>
      <location filename="../../processing/titles.py" />
      <source>Nearest by road (m)</source>
      <translation>ជិតបំផុតតាមផ្លូវ (m)</translation>
    </message>
    <message>
      <location filename="../../processing/titles.py" />
      <source>Why there is no way</source>
      <translation>មូលហេតុគ្មានផ្លូវ</translation>
    </message>
    <message>
      <location filename="../../processing/titles.py" />
      <source>Capacity</source>
      <translation>សមត្ថភាព</translation>
    </message>
    <message>
      <location filename="../../processing/titles.py" />
      <source>What is counted</source>
      <translation>អ្វីដែលបានរាប់</translation>
    </message>
    <message>
      <location filename="../../processing/titles.py" />
      <source>Unit</source>
      <translation>ឯកតា</translation>
    </message>
    <message>
      <location filename="../../processing/titles.py" />
      <source>Supply</source>
      <translation>ការផ្គត់ផ្គង់</translation>
    </message>
    <message>
      <location filename="../../processing/titles.py" />
      <source>From the same province</source>
      <translation>ពីរាជធានី-ខេត្តតែមួយ</translation>
    </message>
    <message>
      <location filename="../../processing/titles.py" />
      <source>From other provinces</source>
      <translation>ពីរាជធានី-ខេត្តផ្សេង</translation>
    </message>
    <message>
      <location filename="../../processing/titles.py" />
      <source>Unmet</source>
      <translation>មិនបានបំពេញ</translation>
    </message>
    <message>
      <location filename="../../processing/titles.py" />
      <source>Met</source>
      <translation>បានបំពេញ</translation>
    </message>
    <message>
      <location filename="../../processing/titles.py" />
      <source>Self-sufficiency (%)</source>
      <translation>អត្រាផ្គត់ផ្គង់ខ្លួនឯង (%)</translation>
    </message>
    <message>
      <location filename="../../processing/titles.py" />
      <source>Buyers without a supplier for all of it</source>
      <translation>អ្នកទិញខ្វះអ្នកផ្គត់ផ្គង់គ្រប់គ្រាន់</translation>
    </message>
    <message>
      <location filename="../../processing/titles.py" />
      <location filename="../../qgis_plugin/panel/findings_model.py" />
      <location filename="../../qgis_plugin/panel/register/model.py" />
      <source>Id</source>
      <translation>លេខសម្គាល់</translation>
    </message>
    <message>
      <location filename="../../processing/titles.py" />
      <source>Side</source>
      <translation>ភាគី</translation>
    </message>
    <message>
      <location filename="../../processing/titles.py" />
      <source>What it makes</source>
      <translation>អ្វីដែលផលិត</translation>
    </message>
    <message>
      <location filename="../../processing/titles.py" />
      <source>Products demanded</source>
      <translation>ផលិតផលដែលត្រូវការ</translation>
    </message>
    <message>
      <location filename="../../processing/titles.py" />
      <source>Of these, could be met</source>
      <translation>ក្នុងនោះ អាចបំពេញបាន</translation>
    </message>
    <message>
      <location filename="../../processing/titles.py" />
      <source>Products made</source>
      <translation>ផលិតផលដែលផលិត</translation>
    </message>
    <message>
      <location filename="../../processing/titles.py" />
      <source>Of these without a buyer</source>
      <translation>ក្នុងនោះ គ្មានអ្នកទិញ</translation>
    </message>
    <message>
      <location filename="../../processing/titles.py" />
      <source>What it demands</source>
      <translation>អ្វីដែលត្រូវការ</translation>
    </message>
    <message>
      <location filename="../../processing/titles.py" />
      <source>Buyer's activity (ISIC)</source>
      <translation>សកម្មភាពអ្នកទិញ (ISIC)</translation>
    </message>
    <message>
      <location filename="../../processing/titles.py" />
      <source>Title of the activity</source>
      <translation>ឈ្មោះសកម្មភាព</translation>
    </message>
    <message>
      <location filename="../../processing/titles.py" />
      <source>Product used (ISIC)</source>
      <translation>ផលិតផលដែលប្រើ (ISIC)</translation>
    </message>
    <message>
      <location filename="../../processing/titles.py" />
      <source>Title of the product used</source>
      <translation>ឈ្មោះផលិតផលដែលប្រើ</translation>
    </message>
    <message>
      <location filename="../../processing/titles.py" />
      <source>Coefficient</source>
      <translation>មេគុណ</translation>
    </message>
    <message>
      <location filename="../../processing/titles.py" />
      <source>Source</source>
      <translation>ប្រភព</translation>
    </message>
    <message>
      <location filename="../../processing/titles.py" />
      <source>Line of the table</source>
      <translation>បន្ទាត់ក្នុងតារាង</translation>
    </message>
    <message>
      <location filename="../../processing/titles.py" />
      <source>Share undecided, of those checked</source>
      <translation>ភាគមិនទាន់សម្រេច ក្នុងចំណោមអ្នកដែលបានពិនិត្យ</translation>
    </message>
    <message>
      <location filename="../../processing/titles.py" />
      <source>Share without zoning data, of those checked</source>
      <translation>ភាគគ្មានទិន្នន័យតំបន់ប្រើប្រាស់ដី ក្នុងចំណោមអ្នកដែលបានពិនិត្យ</translation>
    </message>
    <message>
      <location filename="../../processing/titles.py" />
      <source>Pair id</source>
      <translation>លេខសម្គាល់គូ</translation>
    </message>
    <message>
      <location filename="../../processing/titles.py" />
      <source>Group id</source>
      <translation>លេខសម្គាល់ក្រុម</translation>
    </message>
    <message>
      <location filename="../../processing/titles.py" />
      <source>Factory id (first)</source>
      <translation>លេខសម្គាល់រោងចក្រ (ទីមួយ)</translation>
    </message>
    <message>
      <location filename="../../processing/titles.py" />
      <source>Factory (first)</source>
      <translation>រោងចក្រ (ទីមួយ)</translation>
    </message>
    <message>
      <location filename="../../processing/titles.py" />
      <source>Factory id (second)</source>
      <translation>លេខសម្គាល់រោងចក្រ (ទីពីរ)</translation>
    </message>
    <message>
      <location filename="../../processing/titles.py" />
      <source>Factory (second)</source>
      <translation>រោងចក្រ (ទីពីរ)</translation>
    </message>
    <message>
      <location filename="../../processing/titles.py" />
      <location filename="../../qgis_plugin/panel/corrections/model.py" />
      <source>Certainty</source>
      <translation>កម្រិតប្រាកដ</translation>
    </message>
    <message>
      <location filename="../../processing/titles.py" />
      <source>Score (0 to 1)</source>
      <translation>ពិន្ទុ (0 ដល់ 1)</translation>
    </message>
    <message>
      <location filename="../../processing/titles.py" />
      <source>Distance (m)</source>
      <translation>ចម្ងាយ (m)</translation>
    </message>
    <message>
      <location filename="../../processing/titles.py" />
      <location filename="../../qgis_plugin/project/results.py" />
      <source>Evidence</source>
      <translation>ភស្តុតាង</translation>
    </message>
    <message>
      <location filename="../../processing/titles.py" />
      <source>What speaks against it</source>
      <translation>អ្វីដែលផ្ទុយនឹងវា</translation>
    </message>
    <message>
      <location filename="../../processing/titles.py" />
      <source>Proposed to keep (factory id)</source>
      <translation>ស្នើឱ្យរក្សាទុក (លេខសម្គាល់រោងចក្រ)</translation>
    </message>
    <message>
      <location filename="../../processing/titles.py" />
      <source>Keep (factory id)</source>
      <translation>ត្រូវរក្សាទុក (លេខសម្គាល់រោងចក្រ)</translation>
    </message>
    <message>
      <location filename="../../processing/titles.py" />
      <source>Are they one factory?</source>
      <translation>តើជារោងចក្រតែមួយឬ?</translation>
    </message>
    <message>
      <location filename="../../processing/titles.py" />
      <source>Decided by</source>
      <translation>អ្នកបានសម្រេច</translation>
    </message>
    <message>
      <location filename="../../processing/titles.py" />
      <source>Likeness of the names</source>
      <translation>ភាពស្រដៀងគ្នានៃឈ្មោះ</translation>
    </message>
    <message>
      <location filename="../../processing/titles.py" />
      <source>Likeness of the names in Khmer</source>
      <translation>ភាពស្រដៀងគ្នានៃឈ្មោះជាភាសាខ្មែរ</translation>
    </message>
    <message>
      <location filename="../../processing/titles.py" />
      <source>Likeness of a Khmer and a Latin name</source>
      <translation>ភាពស្រដៀងគ្នារវាងឈ្មោះជាអក្សរខ្មែរ និងជាអក្សរឡាតាំង</translation>
    </message>
    <message>
      <location filename="../../processing/titles.py" />
      <source>Feature (first)</source>
      <translation>វត្ថុ (ទីមួយ)</translation>
    </message>
    <message>
      <location filename="../../processing/titles.py" />
      <source>Feature (second)</source>
      <translation>វត្ថុ (ទីពីរ)</translation>
    </message>
    <message>
      <location filename="../../processing/titles.py" />
      <source>Records</source>
      <translation>កំណត់ត្រា</translation>
    </message>
    <message>
      <location filename="../../processing/titles.py" />
      <source>Factory ids</source>
      <translation>លេខសម្គាល់រោងចក្រទាំងអស់</translation>
    </message>
    <message>
      <location filename="../../processing/titles.py" />
      <source>Names</source>
      <translation>ឈ្មោះទាំងអស់</translation>
    </message>
    <message>
      <location filename="../../processing/titles.py" />
      <source>Pairs</source>
      <translation>គូ</translation>
    </message>
    <message>
      <location filename="../../processing/titles.py" />
      <source>Largest distance (m)</source>
      <translation>ចម្ងាយធំបំផុត (m)</translation>
    </message>
    <message>
      <location filename="../../processing/titles.py" />
      <source>Part of a longer chain</source>
      <translation>ជាផ្នែកនៃខ្សែសង្វាក់វែង</translation>
    </message>
    <message>
      <location filename="../../processing/titles.py" />
      <source>Row of the extract</source>
      <translation>ជួរក្នុងទិន្នន័យដកស្រង់</translation>
    </message>
    <message>
      <location filename="../../processing/titles.py" />
      <source>Name in the extract</source>
      <translation>ឈ្មោះក្នុងទិន្នន័យដកស្រង់</translation>
    </message>
    <message>
      <location filename="../../processing/titles.py" />
      <source>Licence number in the extract</source>
      <translation>លេខលិខិតអនុញ្ញាតក្នុងទិន្នន័យដកស្រង់</translation>
    </message>
    <message>
      <location filename="../../processing/titles.py" />
      <source>Matched by</source>
      <translation>ផ្គូផ្គងតាម</translation>
    </message>
    <message>
      <location filename="../../processing/titles.py" />
      <source>Registration completed</source>
      <translation>ការចុះបញ្ជីបានបញ្ចប់</translation>
    </message>
    <message>
      <location filename="../../processing/titles.py" />
      <source>What is known of the place</source>
      <translation>អ្វីដែលដឹងអំពីទីតាំង</translation>
    </message>
    <message>
      <location filename="../../processing/titles.py" />
      <source>Proposal</source>
      <translation>សំណើកែតម្រូវ</translation>
    </message>
    <message>
      <location filename="../../processing/titles.py" />
      <source>Proposed longitude</source>
      <translation>រយៈបណ្តោយដែលស្នើ</translation>
    </message>
    <message>
      <location filename="../../processing/titles.py" />
      <source>Proposed latitude</source>
      <translation>រយៈទទឹងដែលស្នើ</translation>
    </message>
    <message>
      <location filename="../../processing/titles.py" />
      <source>Accuracy of the proposal (m)</source>
      <translation>ភាពត្រឹមត្រូវនៃសំណើកែតម្រូវ (m)</translation>
    </message>
    <message>
      <location filename="../../processing/titles.py" />
      <source>The factory has no partner</source>
      <translation>រោងចក្រគ្មានគូ</translation>
    </message>
    <message>
      <location filename="../../processing/titles.py" />
      <source>The row has no partner</source>
      <translation>ជួរគ្មានគូ</translation>
    </message>
    <message>
      <location filename="../../processing/titles.py" />
      <location filename="../../qgis_plugin/editing/undo_dialog.py" />
      <source>Field</source>
      <translation>វាល</translation>
    </message>
    <message>
      <location filename="../../processing/titles.py" />
      <source>In the register</source>
      <translation>ក្នុងបញ្ជីរោងចក្រ</translation>
    </message>
    <message>
      <location filename="../../processing/titles.py" />
      <source>In the extract</source>
      <translation>ក្នុងទិន្នន័យដកស្រង់</translation>
    </message>
    <message>
      <location filename="../../processing/titles.py" />
      <source>Newer</source>
      <translation>ថ្មីជាង</translation>
    </message>
    <message>
      <location filename="../../processing/titles.py" />
      <source>Newer by (days)</source>
      <translation>ថ្មីជាង (ថ្ងៃ)</translation>
    </message>
    <message>
      <location filename="../../processing/titles.py" />
      <source>Days</source>
      <translation>ចំនួនថ្ងៃ</translation>
    </message>
    <message>
      <location filename="../../processing/titles.py" />
      <source>Share completed</source>
      <translation>ភាគដែលបានបញ្ចប់</translation>
    </message>
    <message>
      <location filename="../../processing/titles.py" />
      <source>Known to either</source>
      <translation>មានក្នុងបញ្ជីណាមួយ</translation>
    </message>
    <message>
      <location filename="../../processing/titles.py" />
      <source>Closed for good</source>
      <translation>បិទជាស្ថាពរ</translation>
    </message>
    <message>
      <location filename="../../processing/titles.py" />
      <source>Located by the extract alone</source>
      <translation>មានទីតាំងតែក្នុងទិន្នន័យដកស្រង់</translation>
    </message>
    <message>
      <location filename="../../processing/titles.py" />
      <source>Neither located nor registered</source>
      <translation>គ្មានទីតាំង ហើយមិនទាន់ចុះបញ្ជី</translation>
    </message>
    <message>
      <location filename="../../processing/titles.py" />
      <source>Ambiguous in the register</source>
      <translation>មិនច្បាស់ថាមួយណា ក្នុងបញ្ជីរោងចក្រ</translation>
    </message>
    <message>
      <location filename="../../processing/titles.py" />
      <source>Ambiguous in the extract</source>
      <translation>មិនច្បាស់ថាមួយណា ក្នុងទិន្នន័យដកស្រង់</translation>
    </message>
    <message>
      <location filename="../../processing/titles.py" />
      <source>Ambiguous, to be registered</source>
      <translation>មិនច្បាស់ថាមួយណា ហើយត្រូវចុះបញ្ជី</translation>
    </message>
    <message>
      <location filename="../../processing/titles.py" />
      <source>Located</source>
      <translation>មានទីតាំង</translation>
    </message>
    <message>
      <location filename="../../processing/titles.py" />
      <source>In conflict</source>
      <translation>មានចំណុចមិនស៊ីគ្នា</translation>
    </message>
    <message>
      <location filename="../../processing/titles.py" />
      <source>Permit run out</source>
      <translation>លិខិតអនុញ្ញាតផុតសុពលភាព</translation>
    </message>
    <message>
      <location filename="../../processing/titles.py" />
      <source>New source of the location</source>
      <translation>ប្រភពទីតាំងថ្មី</translation>
    </message>
    <message>
      <location filename="../../processing/titles.py" />
      <source>Accept this proposal?</source>
      <translation>តើទទួលយកសំណើកែតម្រូវនេះឬ?</translation>
    </message>
    <message>
      <location filename="../../processing/titles.py" />
      <source>Value</source>
      <translation>តម្លៃ</translation>
    </message>
    <message>
      <location filename="../../processing/titles.py" />
      <source>Number of the level</source>
      <translation>លេខកម្រិត</translation>
    </message>
    <message>
      <location filename="../../processing/titles.py" />
      <source>Measured from</source>
      <translation>វាស់ពី</translation>
    </message>
    <message>
      <location filename="../../processing/titles.py" />
      <source>Where the distance is from</source>
      <translation>ប្រភពចម្ងាយ</translation>
    </message>
    <message>
      <location filename="../../processing/titles.py" />
      <source>Receptor id</source>
      <translation>លេខសម្គាល់ទីតាំងងាយរងផលប៉ះពាល់</translation>
    </message>
    <message>
      <location filename="../../processing/titles.py" />
      <source>Receptor</source>
      <translation>ទីតាំងងាយរងផលប៉ះពាល់</translation>
    </message>
    <message>
      <location filename="../../processing/titles.py" />
      <source>Receptors of this level alone</source>
      <translation>ទីតាំងងាយរងផលប៉ះពាល់តែក្នុងកម្រិតនេះ</translation>
    </message>
    <message>
      <location filename="../../processing/titles.py" />
      <source>People of this level alone</source>
      <translation>ប្រជាជនតែក្នុងកម្រិតនេះ</translation>
    </message>
    <message>
      <location filename="../../processing/titles.py" />
      <source>Id of the other</source>
      <translation>លេខសម្គាល់រោងចក្រម្ខាងទៀត</translation>
    </message>
    <message>
      <location filename="../../processing/titles.py" />
      <source>The other</source>
      <translation>រោងចក្រម្ខាងទៀត</translation>
    </message>
    <message>
      <location filename="../../processing/titles.py" />
      <source>Relation</source>
      <translation>ទំនាក់ទំនង</translation>
    </message>
    <message>
      <location filename="../../processing/titles.py" />
      <source>Reach (m)</source>
      <translation>ចម្ងាយលាតដល់ (m)</translation>
    </message>
    <message>
      <location filename="../../processing/titles.py" />
      <source>Cell id</source>
      <translation>លេខសម្គាល់ក្រឡា</translation>
    </message>
    <message>
      <location filename="../../processing/titles.py" />
      <source>Neighbours</source>
      <translation>ចំនួនជិតខាង</translation>
    </message>
    <message>
      <location filename="../../processing/titles.py" />
      <source>Value with its neighbours</source>
      <translation>តម្លៃរួមទាំងក្រឡាជិតខាង</translation>
    </message>
    <message>
      <location filename="../../processing/titles.py" />
      <source>Gi* (z)</source>
      <translation>តម្លៃ Gi* (z)</translation>
    </message>
    <message>
      <location filename="../../processing/titles.py" />
      <source>Chance of it (p)</source>
      <translation>ប្រូបាប (p)</translation>
    </message>
    <message>
      <location filename="../../processing/titles.py" />
      <source>False discovery rate</source>
      <translation>អត្រារកឃើញខុស</translation>
    </message>
    <message>
      <location filename="../../processing/titles.py" />
      <source>Class by the normal distribution</source>
      <translation>ថ្នាក់តាមរបាយន័រម៉ាល់</translation>
    </message>
    <message>
      <location filename="../../processing/titles.py" />
      <source>Chance by the normal distribution</source>
      <translation>ប្រូបាបតាមរបាយន័រម៉ាល់</translation>
    </message>
    <message>
      <location filename="../../processing/titles.py" />
      <source>False discovery rate by the normal distribution</source>
      <translation>អត្រារកឃើញខុសតាមរបាយន័រម៉ាល់</translation>
    </message>
    <message>
      <location filename="../../processing/titles.py" />
      <source>Beside its neighbours (local Moran)</source>
      <translation>ធៀបនឹងក្រឡាជិតខាង (local Moran)</translation>
    </message>
    <message>
      <location filename="../../processing/titles.py" />
      <source>Local Moran's I</source>
      <translation>Moran's I តាមក្រឡា (local)</translation>
    </message>
    <message>
      <location filename="../../processing/titles.py" />
      <source>Chance of it (local Moran)</source>
      <translation>ប្រូបាប (local Moran)</translation>
    </message>
    <message>
      <location filename="../../processing/titles.py" />
      <source>False discovery rate (local Moran)</source>
      <translation>អត្រារកឃើញខុស (local Moran)</translation>
    </message>
    <message>
      <location filename="../../processing/titles.py" />
      <source>Item</source>
      <translation>ធាតុ</translation>
    </message>
    <message>
      <location filename="../../processing/titles.py" />
      <source>Meaning</source>
      <translation>អត្ថន័យ</translation>
    </message>
    <message>
      <location filename="../../processing/titles.py" />
      <source>How surely inside</source>
      <translation>កម្រិតប្រាកដថានៅក្នុង</translation>
    </message>
    <message>
      <location filename="../../processing/titles.py" />
      <source>Counted</source>
      <translation>ការរាប់</translation>
    </message>
    <message>
      <location filename="../../processing/titles.py" />
      <location filename="../../qgis_plugin/panel/register/filter_bar.py" />
      <location filename="../../qgis_plugin/panel/register/model.py" />
      <source>Sector</source>
      <translation>វិស័យ</translation>
    </message>
    <message>
      <location filename="../../processing/titles.py" />
      <source>Title of the sector</source>
      <translation>ឈ្មោះវិស័យ</translation>
    </message>
    <message>
      <location filename="../../processing/titles.py" />
      <source>Why permitted or not</source>
      <translation>មូលហេតុអនុញ្ញាត ឬមិនអនុញ្ញាត</translation>
    </message>
    <message>
      <location filename="../../processing/titles.py" />
      <source>Employees</source>
      <translation>ចំនួនកម្មករនិយោជិត</translation>
    </message>
    <message>
      <location filename="../../processing/titles.py" />
      <source>Ground (ha)</source>
      <translation>ផ្ទៃដី (ha)</translation>
    </message>
    <message>
      <location filename="../../processing/titles.py" />
      <source>Ground at most (ha)</source>
      <translation>ផ្ទៃដីយ៉ាងច្រើន (ha)</translation>
    </message>
    <message>
      <location filename="../../processing/titles.py" />
      <source>Ground from</source>
      <translation>ប្រភពផ្ទៃដី</translation>
    </message>
    <message>
      <location filename="../../processing/titles.py" />
      <source>Free (%)</source>
      <translation>ដីទំនេរ (%)</translation>
    </message>
    <message>
      <location filename="../../processing/titles.py" />
      <source>Free at least (%)</source>
      <translation>ដីទំនេរយ៉ាងតិច (%)</translation>
    </message>
    <message>
      <location filename="../../processing/titles.py" />
      <source>Free at most (%)</source>
      <translation>ដីទំនេរយ៉ាងច្រើន (%)</translation>
    </message>
    <message>
      <location filename="../../processing/titles.py" />
      <source>Free (ha)</source>
      <translation>ដីទំនេរ (ha)</translation>
    </message>
    <message>
      <location filename="../../processing/titles.py" />
      <source>Free at least (ha)</source>
      <translation>ដីទំនេរយ៉ាងតិច (ha)</translation>
    </message>
    <message>
      <location filename="../../processing/titles.py" />
      <source>Free at most (ha)</source>
      <translation>ដីទំនេរយ៉ាងច្រើន (ha)</translation>
    </message>
    <message>
      <location filename="../../processing/titles.py" />
      <source>Occupied ground from</source>
      <translation>ប្រភពដីបានប្រើ</translation>
    </message>
    <message>
      <location filename="../../processing/titles.py" />
      <source>Area (ha)</source>
      <translation>ផ្ទៃក្រឡា (ha)</translation>
    </message>
    <message>
      <location filename="../../processing/titles.py" />
      <source>Licensed area (ha)</source>
      <translation>ផ្ទៃក្រឡាតាមលិខិតអនុញ្ញាត (ha)</translation>
    </message>
    <message>
      <location filename="../../processing/titles.py" />
      <source>Drawn against licensed (%)</source>
      <translation>គូស ធៀបនឹងលិខិតអនុញ្ញាត (%)</translation>
    </message>
    <message>
      <location filename="../../processing/titles.py" />
      <source>About the area</source>
      <translation>អំពីផ្ទៃក្រឡា</translation>
    </message>
    <message>
      <location filename="../../processing/titles.py" />
      <source>Can be let (ha)</source>
      <translation>អាចឱ្យជួល (ha)</translation>
    </message>
    <message>
      <location filename="../../processing/titles.py" />
      <source>Factories surely inside</source>
      <translation>រោងចក្រប្រាកដជានៅក្នុង</translation>
    </message>
    <message>
      <location filename="../../processing/titles.py" />
      <source>Factories probably inside</source>
      <translation>រោងចក្រទំនងជានៅក្នុង</translation>
    </message>
    <message>
      <location filename="../../processing/titles.py" />
      <source>Declared, but outside</source>
      <translation>បានប្រកាស តែនៅក្រៅ</translation>
    </message>
    <message>
      <location filename="../../processing/titles.py" />
      <source>Declared, not located</source>
      <translation>បានប្រកាស តែគ្មានទីតាំង</translation>
    </message>
    <message>
      <location filename="../../processing/titles.py" />
      <source>Still to come</source>
      <translation>មិនទាន់មាន តែគ្រោងទុក</translation>
    </message>
    <message>
      <location filename="../../processing/titles.py" />
      <source>Ground of premises (ha)</source>
      <translation>ផ្ទៃដីបរិវេណ (ha)</translation>
    </message>
    <message>
      <location filename="../../processing/titles.py" />
      <source>Assumed ground (ha)</source>
      <translation>ផ្ទៃដីតាមការសន្មត (ha)</translation>
    </message>
    <message>
      <location filename="../../processing/titles.py" />
      <source>Occupied (ha)</source>
      <translation>ដីបានប្រើ (ha)</translation>
    </message>
    <message>
      <location filename="../../processing/titles.py" />
      <source>Occupied at least (ha)</source>
      <translation>ដីបានប្រើយ៉ាងតិច (ha)</translation>
    </message>
    <message>
      <location filename="../../processing/titles.py" />
      <source>Occupied at most (ha)</source>
      <translation>ដីបានប្រើយ៉ាងច្រើន (ha)</translation>
    </message>
    <message>
      <location filename="../../processing/titles.py" />
      <source>Employees at least</source>
      <translation>កម្មករនិយោជិតយ៉ាងតិច</translation>
    </message>
    <message>
      <location filename="../../processing/titles.py" />
      <source>Employees at most</source>
      <translation>កម្មករនិយោជិតយ៉ាងច្រើន</translation>
    </message>
    <message>
      <location filename="../../processing/titles.py" />
      <source>Factories without a number of employees</source>
      <translation>រោងចក្រគ្មានចំនួនកម្មករនិយោជិត</translation>
    </message>
    <message>
      <location filename="../../processing/titles.py" />
      <source>Employees per hectare</source>
      <translation>កម្មករនិយោជិតក្នុងមួយហិកតា</translation>
    </message>
    <message>
      <location filename="../../processing/titles.py" />
      <source>Employees per occupied hectare</source>
      <translation>កម្មករនិយោជិតក្នុងមួយហិកតាដែលបានប្រើ</translation>
    </message>
    <message>
      <location filename="../../processing/titles.py" />
      <source>Largest sectors</source>
      <translation>វិស័យធំជាងគេ</translation>
    </message>
    <message>
      <location filename="../../processing/titles.py" />
      <source>Permitted activities (ISIC)</source>
      <translation>សកម្មភាពដែលអនុញ្ញាត (ISIC)</translation>
    </message>
    <message>
      <location filename="../../processing/titles.py" />
      <source>Not permitted</source>
      <translation>មិនអនុញ្ញាត</translation>
    </message>
    <message>
      <location filename="../../processing/titles.py" />
      <source>Permission not known</source>
      <translation>មិនដឹងអំពីការអនុញ្ញាត</translation>
    </message>
    <message>
      <location filename="../../processing/titles.py" />
      <source>To the nearest port (m)</source>
      <translation>ដល់កំពង់ផែជិតបំផុត (m)</translation>
    </message>
    <message>
      <location filename="../../processing/titles.py" />
      <source>To the nearest airport (m)</source>
      <translation>ដល់អាកាសយានដ្ឋានជិតបំផុត (m)</translation>
    </message>
    <message>
      <location filename="../../processing/titles.py" />
      <source>To the nearest border crossing (m)</source>
      <translation>ដល់ច្រកព្រំដែនជិតបំផុត (m)</translation>
    </message>
    <message>
      <location filename="../../processing/titles.py" />
      <source>To the nearest highway (m)</source>
      <translation>ដល់ផ្លូវជាតិជិតបំផុត (m)</translation>
    </message>
    <message>
      <location filename="../../processing/titles.py" />
      <source>To the nearest power plant (m)</source>
      <translation>ដល់រោងចក្រអគ្គិសនីជិតបំផុត (m)</translation>
    </message>
    <message>
      <location filename="../../processing/titles.py" />
      <source>To the nearest substation (m)</source>
      <translation>ដល់អនុស្ថានីយជិតបំផុត (m)</translation>
    </message>
    <message>
      <location filename="../../processing/titles.py" />
      <source>Employees of neighbours</source>
      <translation>កម្មករនិយោជិតនៃរោងចក្រជិតខាង</translation>
    </message>
    <message>
      <location filename="../../processing/titles.py" />
      <source>Neighbours without a number of employees</source>
      <translation>រោងចក្រជិតខាងគ្មានចំនួនកម្មករនិយោជិត</translation>
    </message>
    <message>
      <location filename="../../processing/titles.py" />
      <source>Largest sectors of neighbours</source>
      <translation>វិស័យធំជាងគេនៃរោងចក្រជិតខាង</translation>
    </message>
    <message>
      <location filename="../../processing/titles.py" />
      <source>Sectors shared with neighbours</source>
      <translation>វិស័យរួមជាមួយរោងចក្រជិតខាង</translation>
    </message>
    <message>
      <location filename="../../processing/titles.py" />
      <source>Could move in</source>
      <translation>អាចផ្លាស់ចូល</translation>
    </message>
    <message>
      <location filename="../../processing/titles.py" />
      <source>Shares ground with</source>
      <translation>មានផ្ទៃដីរួមជាមួយ</translation>
    </message>
    <message>
      <location filename="../../processing/titles.py" />
      <source>Year of the boundary</source>
      <translation>ឆ្នាំនៃព្រំប្រទល់</translation>
    </message>
    <message>
      <location filename="../../processing/titles.py" />
      <source>Facility id</source>
      <translation>លេខសម្គាល់ហេដ្ឋារចនាសម្ព័ន្ធ</translation>
    </message>
    <message>
      <location filename="../../processing/titles.py" />
      <source>Facility</source>
      <translation>ហេដ្ឋារចនាសម្ព័ន្ធ</translation>
    </message>
    <message>
      <location filename="../../processing/titles.py" />
      <source>Stands in park</source>
      <translation>ស្ថិតក្នុងសួន</translation>
    </message>
    <message>
      <location filename="../../processing/titles.py" />
      <source>Shares a sector with the park</source>
      <translation>មានវិស័យរួមជាមួយសួន</translation>
    </message>
    <message>
      <location filename="../../processing/titles.py" />
      <source>Share (%)</source>
      <translation>ភាគ (%)</translation>
    </message>
    <message>
      <location filename="../../processing/titles.py" />
      <source>Surely inside</source>
      <translation>ប្រាកដជានៅក្នុង</translation>
    </message>
    <message>
      <location filename="../../processing/titles.py" />
      <source>Possibly inside</source>
      <translation>អាចនៅក្នុង</translation>
    </message>
    <message>
      <location filename="../../processing/titles.py" />
      <source>Meets the must-haves</source>
      <translation>បំពេញលក្ខខណ្ឌចាំបាច់</translation>
    </message>
    <message>
      <location filename="../../processing/titles.py" />
      <source>Room</source>
      <translation>កន្លែងទំនេរ</translation>
    </message>
    <message>
      <location filename="../../processing/titles.py" />
      <source>Score (0 to 100)</source>
      <translation>ពិន្ទុសរុប (0 ដល់ 100)</translation>
    </message>
    <message>
      <location filename="../../processing/titles.py" />
      <source>Score at least</source>
      <translation>ពិន្ទុសរុបយ៉ាងតិច</translation>
    </message>
    <message>
      <location filename="../../processing/titles.py" />
      <source>Score at most</source>
      <translation>ពិន្ទុសរុបយ៉ាងច្រើន</translation>
    </message>
    <message>
      <location filename="../../processing/titles.py" />
      <source>Criterion</source>
      <translation>លក្ខណៈវិនិច្ឆ័យ</translation>
    </message>
    <message>
      <location filename="../../processing/titles.py" />
      <source>Weight</source>
      <translation>ទម្ងន់</translation>
    </message>
    <message>
      <location filename="../../processing/titles.py" />
      <source>Points (0 to 1)</source>
      <translation>ពិន្ទុ (0 ដល់ 1)</translation>
    </message>
    <message>
      <location filename="../../processing/titles.py" />
      <source>Points at least</source>
      <translation>ពិន្ទុយ៉ាងតិច</translation>
    </message>
    <message>
      <location filename="../../processing/titles.py" />
      <source>Points at most</source>
      <translation>ពិន្ទុយ៉ាងច្រើន</translation>
    </message>
    <message>
      <location filename="../../processing/titles.py" />
      <source>Contribution to the score</source>
      <translation>ចំណែកក្នុងពិន្ទុសរុប</translation>
    </message>
    <message>
      <location filename="../../processing/titles.py" />
      <source>Cluster id</source>
      <translation>លេខសម្គាល់ចង្កោម</translation>
    </message>
    <message>
      <location filename="../../processing/titles.py" />
      <source>Dominant sector (code)</source>
      <translation>វិស័យចម្បង (លេខកូដ)</translation>
    </message>
    <message>
      <location filename="../../processing/titles.py" />
      <source>Dominant sector</source>
      <translation>វិស័យចម្បង</translation>
    </message>
    <message>
      <location filename="../../processing/titles.py" />
      <source>Its share of the factories with a known sector</source>
      <translation>ភាគរោងចក្ររបស់វា (ដឹងវិស័យ)</translation>
    </message>
    <message>
      <location filename="../../processing/titles.py" />
      <source>Its share of the employees</source>
      <translation>ភាគកម្មករនិយោជិតរបស់វា</translation>
    </message>
    <message>
      <location filename="../../processing/titles.py" />
      <source>Specialised sector (code)</source>
      <translation>វិស័យឯកទេស (លេខកូដ)</translation>
    </message>
    <message>
      <location filename="../../processing/titles.py" />
      <source>Specialised sector</source>
      <translation>វិស័យឯកទេស</translation>
    </message>
    <message>
      <location filename="../../processing/titles.py" />
      <source>Its location quotient</source>
      <translation>ផលធៀបទីតាំងរបស់វា</translation>
    </message>
    <message>
      <location filename="../../processing/titles.py" />
      <source>Its factories</source>
      <translation>រោងចក្ររបស់វា</translation>
    </message>
    <message>
      <location filename="../../processing/titles.py" />
      <source>Number of sectors</source>
      <translation>ចំនួនវិស័យ</translation>
    </message>
    <message>
      <location filename="../../processing/titles.py" />
      <source>Mix of sectors</source>
      <translation>សមាសភាពវិស័យ</translation>
    </message>
    <message>
      <location filename="../../processing/titles.py" />
      <source>Candidate for an SME cluster</source>
      <translation>បេក្ខភាពចង្កោម SME</translation>
    </message>
    <message>
      <location filename="../../processing/titles.py" />
      <source>Why, criterion by criterion</source>
      <translation>មូលហេតុតាមលក្ខណៈវិនិច្ឆ័យ</translation>
    </message>
    <message>
      <location filename="../../processing/titles.py" />
      <source>SMEs</source>
      <translation>រោងចក្រ SME</translation>
    </message>
    <message>
      <location filename="../../processing/titles.py" />
      <source>Their share</source>
      <translation>ភាគរបស់រោងចក្រ SME</translation>
    </message>
    <message>
      <location filename="../../processing/titles.py" />
      <source>Size not known</source>
      <translation>មិនដឹងទំហំ</translation>
    </message>
    <message>
      <location filename="../../processing/titles.py" />
      <source>Inside parks</source>
      <translation>ក្នុងសួនឧស្សាហកម្ម</translation>
    </message>
    <message>
      <location filename="../../processing/titles.py" />
      <source>Share inside parks</source>
      <translation>ភាគក្នុងសួនឧស្សាហកម្ម</translation>
    </message>
    <message>
      <location filename="../../processing/titles.py" />
      <source>Parks</source>
      <translation>សួនឧស្សាហកម្ម</translation>
    </message>
    <message>
      <location filename="../../processing/titles.py" />
      <source>Factories per km²</source>
      <translation>រោងចក្រក្នុងមួយ km²</translation>
    </message>
    <message>
      <location filename="../../processing/titles.py" />
      <source>Looked for in the sector</source>
      <translation>ស្វែងរកក្នុងវិស័យ</translation>
    </message>
    <message>
      <location filename="../../processing/titles.py" />
      <source>Since the earlier result</source>
      <translation>គិតពីលទ្ធផលមុន</translation>
    </message>
    <message>
      <location filename="../../processing/titles.py" />
      <source>Earlier id</source>
      <translation>លេខសម្គាល់មុន</translation>
    </message>
    <message>
      <location filename="../../processing/titles.py" />
      <source>Earlier ids it comes from</source>
      <translation>មកពីលេខសម្គាល់មុន</translation>
    </message>
    <message>
      <location filename="../../processing/titles.py" />
      <source>Factories before</source>
      <translation>រោងចក្រពីមុន</translation>
    </message>
    <message>
      <location filename="../../processing/titles.py" />
      <source>Factories now</source>
      <translation>រោងចក្រឥឡូវ</translation>
    </message>
    <message>
      <location filename="../../processing/titles.py" />
      <source>Place in the cluster</source>
      <translation>តួនាទីក្នុងចង្កោម</translation>
    </message>
    <message>
      <location filename="../../processing/titles.py" />
      <source>Certainty of belonging (0 to 1)</source>
      <translation>កម្រិតប្រាកដនៃសមាជិកភាព (0 ដល់ 1)</translation>
    </message>
    <message>
      <location filename="../../processing/titles.py" />
      <source>Share of the factories with a known sector</source>
      <translation>ភាគរោងចក្រ (ដឹងវិស័យ)</translation>
    </message>
    <message>
      <location filename="../../processing/titles.py" />
      <source>Share of the employees</source>
      <translation>ភាគកម្មករនិយោជិត</translation>
    </message>
    <message>
      <location filename="../../processing/titles.py" />
      <source>Location quotient</source>
      <translation>ផលធៀបទីតាំង</translation>
    </message>
    <message>
      <location filename="../../processing/titles.py" />
      <source>Can it be read?</source>
      <translation>អាចប្រើបានឬទេ?</translation>
    </message>
    <message>
      <location filename="../../processing/titles.py" />
      <source>Location quotient in the province</source>
      <translation>ផលធៀបទីតាំងក្នុងរាជធានី-ខេត្ត</translation>
    </message>
    <message>
      <location filename="../../processing/titles.py" />
      <source>Can that be read?</source>
      <translation>តើផលធៀបនោះអាចប្រើបានឬទេ?</translation>
    </message>
    <message>
      <location filename="../../processing/titles.py" />
      <source>Known again before</source>
      <translation>ស្គាល់ឡើងវិញ (ពីមុន)</translation>
    </message>
    <message>
      <location filename="../../processing/titles.py" />
      <source>Known again now</source>
      <translation>ស្គាល់ឡើងវិញ (ឥឡូវ)</translation>
    </message>
    <message>
      <location filename="../../processing/titles.py" />
      <source>Factories in both</source>
      <translation>រោងចក្រក្នុងទាំងពីរ</translation>
    </message>
    <message>
      <location filename="../../processing/titles.py" />
      <source>Ground in both (ha)</source>
      <translation>ផ្ទៃដីក្នុងទាំងពីរ (ha)</translation>
    </message>
    <message>
      <location filename="../../processing/titles.py" />
      <source>Share of the earlier one</source>
      <translation>ភាគនៃចង្កោមមុន</translation>
    </message>
    <message>
      <location filename="../../processing/titles.py" />
      <source>Share of the present one</source>
      <translation>ភាគនៃចង្កោមបច្ចុប្បន្ន</translation>
    </message>
    <message>
      <location filename="../../processing/titles.py" />
      <source>Compared by</source>
      <translation>ប្រៀបធៀបតាម</translation>
    </message>
    <message>
      <location filename="../../processing/titles.py" />
      <source>Accepted: the finding is exempt</source>
      <translation>បានទទួលយក៖ របកគំហើញត្រូវបានលើកលែង</translation>
    </message>
    <message>
      <location filename="../../processing/titles.py" />
      <source>Rejected: the verdict stands</source>
      <translation>បានបដិសេធ៖ លទ្ធផលពិនិត្យនៅដដែល</translation>
    </message>
    <message>
      <location filename="../../processing/titles.py" />
      <source>Under review: the verdict stands for now</source>
      <translation>កំពុងពិនិត្យឡើងវិញ៖ លទ្ធផលពិនិត្យនៅដដែលសិន</translation>
    </message>
    <message>
      <location filename="../../processing/titles.py" />
      <location filename="../../qgis_plugin/editing/live_line.py" />
      <source>Details</source>
      <translation>ព័ត៌មានលម្អិត</translation>
    </message>
    <message>
      <location filename="../../processing/unopened.py" />
      <source>{role}: layer “{layer}” is in the project but its source cannot be opened. Was it moved?</source>
      <translation>{role}៖ ស្រទាប់ «{layer}» មានក្នុងគម្រោង ប៉ុន្តែមិនអាចបើកប្រភពរបស់វាបានទេ។ តើវាត្រូវបានផ្លាស់ទីឬ?</translation>
    </message>
    <message>
      <location filename="../../processing/unopened.py" />
      <source>{role}: there is no layer or file “{path}”.</source>
      <translation>{role}៖ គ្មានស្រទាប់ ឬឯកសារ «{path}» ទេ។</translation>
    </message>
    <message>
      <location filename="../../processing/unopened.py" />
      <source>{role}: the file “{path}” is empty (0 bytes). Get it again from its source.</source>
      <translation>{role}៖ ឯកសារ «{path}» ទទេ (0 បៃ)។ សូមយកវាម្តងទៀត ពីប្រភពរបស់វា។</translation>
    </message>
    <message>
      <location filename="../../processing/unopened.py" />
      <source>{role}: “{path}” cannot be opened as a layer. It may be damaged, locked by another program, or have no layer of that name.</source>
      <translation>{role}៖ មិនអាចបើក «{path}» ជាស្រទាប់បានទេ។ វាអាចខូច ត្រូវកម្មវិធីផ្សេងចាក់សោ ឬគ្មានស្រទាប់ដែលមានឈ្មោះនោះ។</translation>
    </message>
    <message>
      <location filename="../../processing/unopened.py" />
      <source>{label}: choose a layer.</source>
      <translation>{label}៖ សូមជ្រើសរើសស្រទាប់។</translation>
    </message>
    <message>
      <location filename="../../processing/unopened.py" />
      <source>{role}: “{path}” has no layer “{layer}”. It has: {layers}.</source>
      <translation>{role}៖ «{path}» គ្មានស្រទាប់ «{layer}» ទេ។ ស្រទាប់ដែលមាន៖ {layers}។</translation>
    </message>
    <message>
      <location filename="../../qgis_plugin/background.py" />
      <source>The algorithm {name} is missing: enable the plugin again.</source>
      <translation>បាត់ក្បួនដោះស្រាយ {name}៖ សូមបើកកម្មវិធីជំនួយឡើងវិញ។</translation>
    </message>
    <message>
      <location filename="../../qgis_plugin/background.py" />
      <source>It stopped without saying why; see the log “{name}”.</source>
      <translation>វាបានឈប់ ដោយមិនបានប្រាប់មូលហេតុ។ សូមមើលកំណត់ហេតុ «{name}»។</translation>
    </message>
    <message>
      <location filename="../../qgis_plugin/buttons.py" />
      <source>OK</source>
      <translation>យល់ព្រម</translation>
    </message>
    <message>
      <location filename="../../qgis_plugin/buttons.py" />
      <location filename="../../qgis_plugin/project/wizard.py" />
      <source>Cancel</source>
      <translation>បោះបង់</translation>
    </message>
    <message>
      <location filename="../../qgis_plugin/buttons.py" />
      <source>Save</source>
      <translation>រក្សាទុក</translation>
    </message>
    <message>
      <location filename="../../qgis_plugin/buttons.py" />
      <source>Close</source>
      <translation>បិទ</translation>
    </message>
    <message>
      <location filename="../../qgis_plugin/buttons.py" />
      <source>Apply</source>
      <translation>អនុវត្ត</translation>
    </message>
    <message>
      <location filename="../../qgis_plugin/desktop.py" />
      <source>The check that is done is of another register: choose that one to see its findings.</source>
      <translation>ការពិនិត្យដែលបានបញ្ចប់ជារបស់បញ្ជីរោងចក្រផ្សេង៖ សូមជ្រើសបញ្ជីនោះ ដើម្បីមើលរបកគំហើញរបស់វា។</translation>
    </message>
    <message>
      <location filename="../../qgis_plugin/desktop.py" />
      <source>The check is done. {outcome}</source>
      <translation>ការពិនិត្យបានចប់។ {outcome}</translation>
    </message>
    <message>
      <location filename="../../qgis_plugin/desktop.py" />
      <source>This register has not been checked yet.</source>
      <translation>បញ្ជីរោងចក្រនេះមិនទាន់បានពិនិត្យនៅឡើយទេ។</translation>
    </message>
    <message>
      <location filename="../../qgis_plugin/editing/description.py" />
      <source>Map at 1:{scale}</source>
      <translation>ផែនទីមាត្រដ្ឋាន 1:{scale}</translation>
    </message>
    <message>
      <location filename="../../qgis_plugin/editing/filler.py" />
      <source>Not filled in, as the map has the codes of {year}, not of {other}: {fields}.</source>
      <translation>មិនបានបំពេញ ព្រោះផែនទីមានកូដឆ្នាំ {year} មិនមែនឆ្នាំ {other} ទេ៖ {fields}។</translation>
    </message>
    <message>
      <location filename="../../qgis_plugin/editing/filler.py" />
      <source>Left empty, as a border is within {metres} m: {fields}.</source>
      <translation>ទុកទទេ ព្រោះព្រំស្ថិតក្នុងចម្ងាយ {metres} m៖ {fields}។</translation>
    </message>
    <message>
      <location filename="../../qgis_plugin/editing/filler.py" />
      <source>Add factory</source>
      <translation>បន្ថែមរោងចក្រ</translation>
    </message>
    <message>
      <location filename="../../qgis_plugin/editing/filler.py" />
      <source>Filled in: {fields}.</source>
      <translation>បានបំពេញ៖ {fields}។</translation>
    </message>
    <message>
      <location filename="../../qgis_plugin/editing/filler.py" />
      <location filename="../../qgis_plugin/editing/move_dialog.py" />
      <location filename="../../qgis_plugin/editing/mover.py" />
      <source>Move factory</source>
      <translation>ផ្លាស់ទីរោងចក្រ</translation>
    </message>
    <message>
      <location filename="../../qgis_plugin/editing/filler.py" />
      <source>{factory} was moved. Described anew: {fields}.</source>
      <translation>{factory} ត្រូវបានផ្លាស់ទី។ បានពិពណ៌នាជាថ្មី៖ {fields}។</translation>
    </message>
    <message>
      <location filename="../../qgis_plugin/editing/filler.py" />
      <source>{count} factories were moved. Described anew: {fields}.</source>
      <translation>រោងចក្រ {count} ត្រូវបានផ្លាស់ទី។ បានពិពណ៌នាជាថ្មី៖ {fields}។</translation>
    </message>
    <message>
      <location filename="../../qgis_plugin/editing/filler.py" />
      <source>Keep the old description</source>
      <translation>រក្សាការពិពណ៌នាចាស់</translation>
    </message>
    <message>
      <location filename="../../qgis_plugin/editing/filler.py" />
      <source>± {metres} m</source>
      <translation>± {metres} m</translation>
    </message>
    <message>
      <location filename="../../qgis_plugin/editing/live_check.py" />
      <location filename="../../qgis_plugin/editing/live_details.py" />
      <location filename="../../qgis_plugin/editing/live_task.py" />
      <location filename="../../qgis_plugin/options/page.py" />
      <source>Check while editing</source>
      <translation>ពិនិត្យពេលកែសម្រួល</translation>
    </message>
    <message>
      <location filename="../../qgis_plugin/editing/live_check.py" />
      <source>Say in the message bar what is wrong with a factory that is added or moved</source>
      <translation>ប្រាប់ក្នុងរបារសារនូវអ្វីដែលខុសចំពោះរោងចក្រដែលបានបន្ថែម ឬផ្លាស់ទី</translation>
    </message>
    <message>
      <location filename="../../qgis_plugin/editing/live_details.py" />
      <source>What was found about this factory</source>
      <translation>អ្វីដែលរកឃើញអំពីរោងចក្រនេះ</translation>
    </message>
    <message>
      <location filename="../../qgis_plugin/editing/live_details.py" />
      <source>Check while editing: {factory}</source>
      <translation>ពិនិត្យពេលកែសម្រួល៖ {factory}</translation>
    </message>
    <message>
      <location filename="../../qgis_plugin/editing/live_line.py" />
      <source>Read everything that was found about this factory</source>
      <translation>អានអ្វីៗទាំងអស់ដែលរកឃើញអំពីរោងចក្រនេះ</translation>
    </message>
    <message>
      <location filename="../../qgis_plugin/editing/live_subject.py" />
      <source>New factory</source>
      <translation>រោងចក្រថ្មី</translation>
    </message>
    <message>
      <location filename="../../qgis_plugin/editing/live_subject.py" />
      <source>Factory {number}</source>
      <translation>រោងចក្រ {number}</translation>
    </message>
    <message>
      <location filename="../../qgis_plugin/editing/live_words.py" />
      <source>; {count} more</source>
      <translation>; {count} ទៀត</translation>
    </message>
    <message>
      <location filename="../../qgis_plugin/editing/live_words.py" />
      <source>{count} factories changed at once. Check them together in the tab “Check”.</source>
      <translation>រោងចក្រ {count} បានប្រែប្រួលក្នុងពេលតែមួយ។ សូមពិនិត្យវាជាមួយគ្នាក្នុងផ្ទាំង «ពិនិត្យ»។</translation>
    </message>
    <message>
      <location filename="../../qgis_plugin/editing/live_words.py" />
      <source>{distance} away</source>
      <translation>ចម្ងាយ {distance}</translation>
    </message>
    <message>
      <location filename="../../qgis_plugin/editing/live_words.py" />
      <source>This id is another factory's already</source>
      <translation>លេខសម្គាល់នេះជារបស់រោងចក្រផ្សេងរួចហើយ</translation>
    </message>
    <message>
      <location filename="../../qgis_plugin/editing/live_words.py" />
      <source>This id is another factory's already: {factory}</source>
      <translation>លេខសម្គាល់នេះជារបស់រោងចក្រផ្សេងរួចហើយ៖ {factory}</translation>
    </message>
    <message>
      <location filename="../../qgis_plugin/editing/live_words.py" />
      <source>Of two factories with one id nobody can tell which is meant. Give this one an id of its own.</source>
      <translation>បើរោងចក្រពីរមានលេខសម្គាល់តែមួយ គ្មាននរណាអាចដឹងថាសំដៅលើមួយណាទេ។ សូមផ្តល់លេខសម្គាល់ផ្ទាល់ខ្លួនដល់រោងចក្រនេះ។</translation>
    </message>
    <message>
      <location filename="../../qgis_plugin/editing/live_words.py" />
      <source>Zone {zone} does not permit {activity}</source>
      <translation>តំបន់ {zone} មិនអនុញ្ញាត {activity} ទេ</translation>
    </message>
    <message>
      <location filename="../../qgis_plugin/editing/live_words.py" />
      <source>Zone {zone} permits {activity} on condition</source>
      <translation>តំបន់ {zone} អនុញ្ញាត {activity} ដោយមានលក្ខខណ្ឌ</translation>
    </message>
    <message>
      <location filename="../../qgis_plugin/editing/live_words.py" />
      <source>{distance} from {factory}, which may be the same factory</source>
      <translation>{distance} ពី {factory} ដែលអាចជារោងចក្រតែមួយ</translation>
    </message>
    <message>
      <location filename="../../qgis_plugin/editing/live_words.py" />
      <source>Against it: {reasons}</source>
      <translation>ជំទាស់៖ {reasons}</translation>
    </message>
    <message>
      <location filename="../../qgis_plugin/editing/live_words.py" />
      <source>All {all} rules kept</source>
      <translation>អនុលោមតាមវិធានទាំង {all}</translation>
    </message>
    <message>
      <location filename="../../qgis_plugin/editing/live_words.py" />
      <source>{kept} of {all} rules kept; the others could not be checked</source>
      <translation>អនុលោម {kept} ក្នុងចំណោមវិធាន {all}; វិធានផ្សេងទៀតមិនអាចពិនិត្យបាន</translation>
    </message>
    <message>
      <location filename="../../qgis_plugin/editing/move_dialog.py" />
      <source>&amp;Declare the unit of the new place</source>
      <translation>ប្រកាសឯកតារដ្ឋបាលនៃកន្លែងថ្មី (&amp;D)</translation>
    </message>
    <message>
      <location filename="../../qgis_plugin/editing/move_dialog.py" />
      <location filename="../../qgis_plugin/options/page.py" />
      <location filename="../../qgis_plugin/panel/site/place_field.py" />
      <source> m</source>
      <translation> m</translation>
    </message>
    <message>
      <location filename="../../qgis_plugin/editing/move_dialog.py" />
      <source>Radius around the point within which the factory really stands</source>
      <translation>កាំជុំវិញចំណុចដែលរោងចក្រស្ថិតនៅពិតប្រាកដ</translation>
    </message>
    <message>
      <location filename="../../qgis_plugin/editing/move_dialog.py" />
      <source>From</source>
      <translation>ពី</translation>
    </message>
    <message>
      <location filename="../../qgis_plugin/editing/move_dialog.py" />
      <location filename="../../qgis_plugin/panel/corrections/details.py" />
      <source>no place</source>
      <translation>គ្មានកន្លែង</translation>
    </message>
    <message>
      <location filename="../../qgis_plugin/editing/move_dialog.py" />
      <source>To</source>
      <translation>ទៅ</translation>
    </message>
    <message>
      <location filename="../../qgis_plugin/editing/move_dialog.py" />
      <location filename="../../qgis_plugin/maptools/move_factory.py" />
      <source>{metres} m</source>
      <translation>{metres} m</translation>
    </message>
    <message>
      <location filename="../../qgis_plugin/editing/move_dialog.py" />
      <source>&amp;Method</source>
      <translation>វិធីសាស្ត្រ (&amp;M)</translation>
    </message>
    <message>
      <location filename="../../qgis_plugin/editing/move_dialog.py" />
      <source>&amp;Accuracy</source>
      <translation>ភាពត្រឹមត្រូវ (&amp;A)</translation>
    </message>
    <message>
      <location filename="../../qgis_plugin/editing/move_dialog.py" />
      <source>&amp;Source, note</source>
      <translation>ប្រភព, កំណត់សម្គាល់ (&amp;S)</translation>
    </message>
    <message>
      <location filename="../../qgis_plugin/editing/move_dialog.py" />
      <source>Editing of “{layer}” will be switched on. Nothing is saved until you save the layer.</source>
      <translation>ការកែសម្រួល «{layer}» នឹងត្រូវបានបើក។ គ្មានអ្វីត្រូវបានរក្សាទុកទេ រហូតដល់អ្នករក្សាទុកស្រទាប់។</translation>
    </message>
    <message>
      <location filename="../../qgis_plugin/editing/move_dialog.py" />
      <source>Mo&amp;ve</source>
      <translation>ផ្លាស់ទី (&amp;V)</translation>
    </message>
    <message>
      <location filename="../../qgis_plugin/editing/move_dialog.py" />
      <source>(empty)</source>
      <translation>(ទទេ)</translation>
    </message>
    <message>
      <location filename="../../qgis_plugin/editing/move_dialog.py" />
      <source>The new place lies in another unit than the one that is declared.</source>
      <translation>កន្លែងថ្មីស្ថិតក្នុងឯកតារដ្ឋបាលផ្សេងពីដែលបានប្រកាស។</translation>
    </message>
    <message>
      <location filename="../../qgis_plugin/editing/mover.py" />
      <source>Factory {factory} has no place on the map. Draw it, or type its coordinate.</source>
      <translation>រោងចក្រ {factory} គ្មានកន្លែងលើផែនទីទេ។ សូមគូរវា ឬវាយកូអរដោនេរបស់វា។</translation>
    </message>
    <message>
      <location filename="../../qgis_plugin/editing/mover.py" />
      <location filename="../../qgis_plugin/panel/corrections/corrections.py" />
      <location filename="../../qgis_plugin/panel/corrections/told.py" />
      <source>Choose the layer with the factories in the tab Check.</source>
      <translation>សូមជ្រើសស្រទាប់រោងចក្រក្នុងផ្ទាំង «ពិនិត្យ»។</translation>
    </message>
    <message>
      <location filename="../../qgis_plugin/editing/mover.py" />
      <source>“{layer}” holds no points. Move premises with QGIS's own tool: Edit → Move Feature(s).</source>
      <translation>«{layer}» គ្មានចំណុចទេ។ សូមផ្លាស់ទីបរិវេណដោយឧបករណ៍របស់ QGIS៖ Edit → Move Feature(s)។</translation>
    </message>
    <message>
      <location filename="../../qgis_plugin/editing/mover.py" />
      <source>“{layer}” is read-only: its factories cannot be moved. Work on a copy, or ask who keeps it.</source>
      <translation>«{layer}» អាចអានបានតែប៉ុណ្ណោះ៖ រោងចក្ររបស់វាមិនអាចផ្លាស់ទីបានទេ។ សូមធ្វើការលើច្បាប់ចម្លង ឬសួរអ្នករក្សាវា។</translation>
    </message>
    <message>
      <location filename="../../qgis_plugin/editing/mover.py" />
      <source>No factory here: click on one, or zoom in.</source>
      <translation>គ្មានរោងចក្រនៅទីនេះទេ៖ សូមចុចលើរោងចក្រមួយ ឬពង្រីក។</translation>
    </message>
    <message>
      <location filename="../../qgis_plugin/editing/mover.py" />
      <source>{count} factories here. Which one?</source>
      <translation>មានរោងចក្រ {count} នៅទីនេះ។ មួយណា?</translation>
    </message>
    <message>
      <location filename="../../qgis_plugin/editing/mover.py" />
      <source>Zoom in to see the others</source>
      <translation>ពង្រីកដើម្បីមើលអ្វីផ្សេងទៀត</translation>
    </message>
    <message>
      <location filename="../../qgis_plugin/editing/mover.py" />
      <source>The map has no such place.</source>
      <translation>ផែនទីគ្មានកន្លែងបែបនេះទេ។</translation>
    </message>
    <message>
      <location filename="../../qgis_plugin/editing/mover.py" />
      <source>{factory} was not moved: it is no longer in “{layer}”.</source>
      <translation>{factory} មិនត្រូវបានផ្លាស់ទីទេ៖ វាមិននៅក្នុង «{layer}» ទៀតទេ។</translation>
    </message>
    <message>
      <location filename="../../qgis_plugin/editing/mover.py" />
      <source>{factory} was moved by {metres} m. It is kept when you save “{layer}”.</source>
      <translation>{factory} ត្រូវបានផ្លាស់ទី {metres} m។ វានឹងត្រូវរក្សាទុកពេលអ្នករក្សាទុក «{layer}»។</translation>
    </message>
    <message>
      <location filename="../../qgis_plugin/editing/mover.py" />
      <location filename="../../qgis_plugin/panel/register/part.py" />
      <source>“{layer}” cannot be edited now.</source>
      <translation>មិនអាចកែសម្រួល «{layer}» ឥឡូវនេះទេ។</translation>
    </message>
    <message>
      <location filename="../../qgis_plugin/editing/mover.py" />
      <source>A factory without an id</source>
      <translation>រោងចក្រគ្មានលេខសម្គាល់</translation>
    </message>
    <message>
      <location filename="../../qgis_plugin/editing/part.py" />
      <source>Mo&amp;ve factory</source>
      <translation>ផ្លាស់ទីរោងចក្រ (&amp;V)</translation>
    </message>
    <message>
      <location filename="../../qgis_plugin/editing/part.py" />
      <source>Move a factory on the map, and say how its new place is known</source>
      <translation>ផ្លាស់ទីរោងចក្រលើផែនទី ហើយប្រាប់ពីរបៀបដែលស្គាល់កន្លែងថ្មី</translation>
    </message>
    <message>
      <location filename="../../qgis_plugin/editing/part.py" />
      <source>&amp;Undo changes…</source>
      <translation>ត្រឡប់ការកែប្រែវិញ (&amp;U)…</translation>
    </message>
    <message>
      <location filename="../../qgis_plugin/editing/part.py" />
      <source>1 factory changed, saved and logged.</source>
      <translation>រោងចក្រ 1 ត្រូវបានកែប្រែ រក្សាទុក និងកត់ត្រា។</translation>
    </message>
    <message>
      <location filename="../../qgis_plugin/editing/part.py" />
      <source>{count} factories changed, saved and logged.</source>
      <translation>រោងចក្រ {count} ត្រូវបានកែប្រែ រក្សាទុក និងកត់ត្រា។</translation>
    </message>
    <message>
      <location filename="../../qgis_plugin/editing/part.py" />
      <source>Take back…</source>
      <translation>ត្រឡប់វិញ…</translation>
    </message>
    <message>
      <location filename="../../qgis_plugin/editing/recorder.py" />
      <source>The project stores in transactions, and this one had begun before the layer was followed. Save and end editing, then start again.</source>
      <translation>គម្រោងរក្សាទុកជាប្រតិបត្តិការ (transaction) ហើយមួយនេះបានចាប់ផ្តើមមុនពេលតាមដានស្រទាប់។ សូមរក្សាទុក និងបញ្ចប់ការកែ រួចចាប់ផ្តើមឡើងវិញ។</translation>
    </message>
    <message>
      <location filename="../../qgis_plugin/editing/recorder.py" />
      <source>What you change by hand in “{layer}” is not logged and cannot be undone later. {why}</source>
      <translation>អ្វីដែលអ្នកកែដោយដៃក្នុង «{layer}» មិនត្រូវបានកត់ត្រា ហើយមិនអាចត្រឡប់វិញនៅពេលក្រោយទេ។ {why}</translation>
    </message>
    <message>
      <location filename="../../qgis_plugin/editing/recorder.py" />
      <source>The fields of a table in a database were changed in a transaction.</source>
      <translation>វាលនៃតារាងក្នុងមូលដ្ឋានទិន្នន័យ ត្រូវបានកែប្រែក្នុងប្រតិបត្តិការ (transaction) មួយ។</translation>
    </message>
    <message>
      <location filename="../../qgis_plugin/editing/recorder.py" />
      <source>The changes are saved, but could not be logged, and cannot be undone later: {factories}. {why}</source>
      <translation>ការកែប្រែត្រូវបានរក្សាទុក ប៉ុន្តែមិនអាចសរសេរក្នុងកំណត់ហេតុ និងមិនអាចត្រឡប់វិញនៅពេលក្រោយទេ៖ {factories}។ {why}</translation>
    </message>
    <message>
      <location filename="../../qgis_plugin/editing/recorder.py" />
      <location filename="../../qgis_plugin/panel/corrections/apply_dialog.py" />
      <location filename="../../qgis_plugin/panel/inputs.py" />
      <location filename="../../qgis_plugin/panel/outcome.py" />
      <location filename="../../qgis_plugin/project/part.py" />
      <source>{some} and {count} more</source>
      <translation>{some} និង {count} ទៀត</translation>
    </message>
    <message>
      <location filename="../../qgis_plugin/editing/undo_dialog.py" />
      <source>Reading the log of “{register}”…</source>
      <translation>កំពុងអានកំណត់ហេតុនៃ «{register}»…</translation>
    </message>
    <message>
      <location filename="../../qgis_plugin/editing/undo_dialog.py" />
      <source>&amp;Take back</source>
      <translation>ត្រឡប់វិញ (&amp;T)</translation>
    </message>
    <message>
      <location filename="../../qgis_plugin/editing/undo_dialog.py" />
      <source>Nothing stands in the log of “{register}” yet.</source>
      <translation>មិនទាន់មានអ្វីក្នុងកំណត់ហេតុនៃ «{register}» ទេ។</translation>
    </message>
    <message>
      <location filename="../../qgis_plugin/editing/undo_dialog.py" />
      <source>Changes of “{register}”, the latest first. Choose what to take back.</source>
      <translation>ការកែប្រែនៃ «{register}» ថ្មីបំផុតមុនគេ។ សូមជ្រើសអ្វីដែលត្រូវត្រឡប់វិញ។</translation>
    </message>
    <message>
      <location filename="../../qgis_plugin/editing/undo_dialog.py" />
      <source>Factories that will be as they were: {count}.</source>
      <translation>រោងចក្រដែលនឹងដូចមុនវិញ៖ {count}។</translation>
    </message>
    <message>
      <location filename="../../qgis_plugin/editing/undo_dialog.py" />
      <source>Nothing of it can be taken back.</source>
      <translation>មិនអាចត្រឡប់អ្វីវិញបានទេ។</translation>
    </message>
    <message>
      <location filename="../../qgis_plugin/editing/undo_dialog.py" />
      <source>Editing of “{layer}” ends first.</source>
      <translation>ការកែ «{layer}» នឹងបញ្ចប់ជាមុន។</translation>
    </message>
    <message>
      <location filename="../../qgis_plugin/editing/undo_dialog.py" />
      <location filename="../../qgis_plugin/panel/corrections/register_work.py" />
      <source>Left as they are: {count}</source>
      <translation>ទុកដដែល៖ {count}</translation>
    </message>
    <message>
      <location filename="../../qgis_plugin/editing/undo_dialog.py" />
      <source>&amp;Take back {count}</source>
      <translation>ត្រឡប់វិញ {count} (&amp;T)</translation>
    </message>
    <message>
      <location filename="../../qgis_plugin/editing/undo_dialog.py" />
      <location filename="../../qgis_plugin/panel/corrections/register_work.py" />
      <source>Taking back…</source>
      <translation>កំពុងត្រឡប់វិញ…</translation>
    </message>
    <message>
      <location filename="../../qgis_plugin/editing/undo_dialog.py" />
      <location filename="../../qgis_plugin/panel/corrections/register_work.py" />
      <source>Looking up what would change…</source>
      <translation>កំពុងរកមើលអ្វីដែលនឹងប្រែប្រួល…</translation>
    </message>
    <message>
      <location filename="../../qgis_plugin/editing/undo_dialog.py" />
      <source>Now</source>
      <translation>ឥឡូវ</translation>
    </message>
    <message>
      <location filename="../../qgis_plugin/editing/undo_dialog.py" />
      <source>Then</source>
      <translation>ក្រោយពីត្រឡប់វិញ</translation>
    </message>
    <message>
      <location filename="../../qgis_plugin/editing/undo_dialog.py" />
      <source>And {count} more.</source>
      <translation>និង {count} ទៀត។</translation>
    </message>
    <message>
      <location filename="../../qgis_plugin/editing/undo_dialog.py" />
      <location filename="../../qgis_plugin/panel/corrections/changes.py" />
      <location filename="../../qgis_plugin/panel/corrections/details.py" />
      <location filename="../../qgis_plugin/panel/corrections/model.py" />
      <source>(no id)</source>
      <translation>(គ្មានលេខសម្គាល់)</translation>
    </message>
    <message>
      <location filename="../../qgis_plugin/editing/undo_dialog.py" />
      <source>added</source>
      <translation>បានបន្ថែម</translation>
    </message>
    <message>
      <location filename="../../qgis_plugin/editing/undo_dialog.py" />
      <source>not there</source>
      <translation>គ្មាន</translation>
    </message>
    <message>
      <location filename="../../qgis_plugin/editing/undo_dialog.py" />
      <source>taken out</source>
      <translation>បានដកចេញ</translation>
    </message>
    <message>
      <location filename="../../qgis_plugin/editing/undo_dialog.py" />
      <location filename="../../qgis_plugin/options/page.py" />
      <source>there</source>
      <translation>មាន</translation>
    </message>
    <message>
      <location filename="../../qgis_plugin/editing/undo_dialog.py" />
      <source>The whole row</source>
      <translation>ជួរទាំងមូល</translation>
    </message>
    <message>
      <location filename="../../qgis_plugin/editing/undo_dialog.py" />
      <source>Changes that can be taken back</source>
      <translation>ការកែប្រែដែលអាចត្រឡប់វិញ</translation>
    </message>
    <message>
      <location filename="../../qgis_plugin/editing/undo_dialog.py" />
      <source>When</source>
      <translation>ពេល</translation>
    </message>
    <message>
      <location filename="../../qgis_plugin/editing/undo_dialog.py" />
      <source>Who</source>
      <translation>អ្នកណា</translation>
    </message>
    <message>
      <location filename="../../qgis_plugin/editing/undo_dialog.py" />
      <source>What</source>
      <translation>អ្វី</translation>
    </message>
    <message>
      <location filename="../../qgis_plugin/editing/undo_dialog.py" />
      <source>What would change</source>
      <translation>អ្វីដែលនឹងប្រែប្រួល</translation>
    </message>
    <message>
      <location filename="../../qgis_plugin/editing/undo_dialog.py" />
      <source>Edited by hand</source>
      <translation>កែដោយដៃ</translation>
    </message>
    <message>
      <location filename="../../qgis_plugin/editing/undo_dialog.py" />
      <location filename="../../qgis_plugin/panel/corrections/part.py" />
      <source>Corrections</source>
      <translation>ការកែតម្រូវ</translation>
    </message>
    <message>
      <location filename="../../qgis_plugin/editing/undo_dialog.py" />
      <source>Duplicates merged</source>
      <translation>បានបញ្ចូលកំណត់ត្រាស្ទួន</translation>
    </message>
    <message>
      <location filename="../../qgis_plugin/editing/undo_dialog.py" />
      <source>Imported</source>
      <translation>បាននាំចូល</translation>
    </message>
    <message>
      <location filename="../../qgis_plugin/editing/undo_dialog.py" />
      <source>Taken back</source>
      <translation>បានត្រឡប់វិញ</translation>
    </message>
    <message>
      <location filename="../../qgis_plugin/editing/undo_dialog.py" />
      <source>{what}, a part of it taken back since</source>
      <translation>{what} ដែលផ្នែកខ្លះបានត្រឡប់វិញ</translation>
    </message>
    <message>
      <location filename="../../qgis_plugin/editing/undo_dialog.py" />
      <source>another outline</source>
      <translation>ព្រំប្រទល់ផ្សេង</translation>
    </message>
    <message>
      <location filename="../../qgis_plugin/editing/undoer.py" />
      <location filename="../../qgis_plugin/panel/corrections/session.py" />
      <source>Read the log of the register</source>
      <translation>អានកំណត់ហេតុនៃបញ្ជីរោងចក្រ</translation>
    </message>
    <message>
      <location filename="../../qgis_plugin/editing/undoer.py" />
      <location filename="../../qgis_plugin/panel/corrections/register_work.py" />
      <source>Factories taken back: {count}.</source>
      <translation>រោងចក្រដែលបានត្រឡប់វិញ៖ {count}។</translation>
    </message>
    <message>
      <location filename="../../qgis_plugin/editing/undoer.py" />
      <source>Left as they are, because they were changed since: {factories}.</source>
      <translation>ទុកដដែល ព្រោះត្រូវបានកែក្រោយមក៖ {factories}។</translation>
    </message>
    <message>
      <location filename="../../qgis_plugin/editing/undoer.py" />
      <source>“{layer}” has edits that are not saved. Save them, or discard them, and then choose “Undo changes” again.</source>
      <translation>«{layer}» មានការកែដែលមិនទាន់រក្សាទុក។ សូមរក្សាទុក ឬបោះបង់ រួចជ្រើស «ត្រឡប់ការកែប្រែវិញ» ម្តងទៀត។</translation>
    </message>
    <message>
      <location filename="../../qgis_plugin/locator/activities.py" />
      <source>Activities (ISIC Rev. 4)</source>
      <translation>សកម្មភាព (ISIC កំណែទី ៤)</translation>
    </message>
    <message>
      <location filename="../../qgis_plugin/locator/activities.py" />
      <source>Activities by words of their titles (Khmer or English) or by code</source>
      <translation>សកម្មភាព តាមពាក្យក្នុងឈ្មោះ (ខ្មែរ ឬអង់គ្លេស) ឬតាមលេខកូដ</translation>
    </message>
    <message>
      <location filename="../../qgis_plugin/locator/factories.py" />
      <source>Factories of the register</source>
      <translation>រោងចក្រក្នុងបញ្ជីរោងចក្រ</translation>
    </message>
    <message>
      <location filename="../../qgis_plugin/locator/factories.py" />
      <source>Factories by name (Khmer or English), id or licence number</source>
      <translation>រោងចក្រ តាមឈ្មោះ (ខ្មែរ ឬអង់គ្លេស) លេខសម្គាល់ ឬលេខលិខិតអនុញ្ញាត</translation>
    </message>
    <message>
      <location filename="../../qgis_plugin/locator/factories.py" />
      <source>No layer with the factories in this project</source>
      <translation>គ្មានស្រទាប់រោងចក្រក្នុងគម្រោងនេះ</translation>
    </message>
    <message>
      <location filename="../../qgis_plugin/locator/factories.py" />
      <source>No factory with these words</source>
      <translation>គ្មានរោងចក្រដែលមានពាក្យទាំងនេះ</translation>
    </message>
    <message>
      <location filename="../../qgis_plugin/locator/part.py" />
      <source>This factory is no longer in the register.</source>
      <translation>រោងចក្រនេះលែងមានក្នុងបញ្ជីរោងចក្រ។</translation>
    </message>
    <message>
      <location filename="../../qgis_plugin/locator/part.py" />
      <source>This factory has no location in the register. It is selected.</source>
      <translation>រោងចក្រនេះគ្មានទីតាំងក្នុងបញ្ជីរោងចក្រទេ។ វាត្រូវបានជ្រើសរើស។</translation>
    </message>
    <message>
      <location filename="../../qgis_plugin/locator/part.py" />
      <source>{code} ({title}) is on the clipboard.</source>
      <translation>បានចម្លង {code} ({title}) ទុកសម្រាប់បិទភ្ជាប់ (clipboard)។</translation>
    </message>
    <message>
      <location filename="../../qgis_plugin/locator/part.py" />
      <source>The map’s CRS has no such place. Choose another CRS for the project.</source>
      <translation>CRS របស់ផែនទី មិនគ្របដណ្តប់កន្លែងនេះទេ។ សូមជ្រើសរើស CRS ផ្សេងសម្រាប់គម្រោង។</translation>
    </message>
    <message>
      <location filename="../../qgis_plugin/locator/places.py" />
      <source>Coordinates cannot be read here</source>
      <translation>មិនអាចអានកូអរដោនេនៅទីនេះបានទេ</translation>
    </message>
    <message>
      <location filename="../../qgis_plugin/locator/places.py" />
      <source>No place in or near Cambodia</source>
      <translation>មិនមែនជាកន្លែងក្នុង ឬនៅជិតប្រទេសកម្ពុជា</translation>
    </message>
    <message>
      <location filename="../../qgis_plugin/locator/places.py" />
      <source>Not read as a coordinate</source>
      <translation>មិនអាចអានជាកូអរដោនេ</translation>
    </message>
    <message>
      <location filename="../../qgis_plugin/locator/places.py" />
      <source>{km} km outside Cambodia’s outline</source>
      <translation>{km} km ក្រៅព្រំប្រទល់ប្រទេសកម្ពុជា</translation>
    </message>
    <message>
      <location filename="../../qgis_plugin/locator/places.py" />
      <source>converted from {datum}</source>
      <translation>បម្លែងពី {datum}</translation>
    </message>
    <message>
      <location filename="../../qgis_plugin/locator/places.py" />
      <source>northing written first</source>
      <translation>northing សរសេរមុន</translation>
    </message>
    <message>
      <location filename="../../qgis_plugin/locator/places.py" />
      <source>longitude written first</source>
      <translation>រយៈបណ្តោយ សរសេរមុន</translation>
    </message>
    <message>
      <location filename="../../qgis_plugin/locator/places.py" />
      <source>only the middle of the map</source>
      <translation>តែចំណុចកណ្តាលនៃផែនទី</translation>
    </message>
    <message>
      <location filename="../../qgis_plugin/locator/places.py" />
      <source>UTM {place}</source>
      <translation>ក្នុង UTM {place}</translation>
    </message>
    <message>
      <location filename="../../qgis_plugin/locator/places.py" />
      <source>{place} (WGS 84)</source>
      <translation>ទីតាំង {place} (WGS 84)</translation>
    </message>
    <message>
      <location filename="../../qgis_plugin/locator/places.py" />
      <source>Coordinates in any spelling: decimals, degrees and minutes, UTM 48N, Khmer digits; also after “xy”</source>
      <translation>កូអរដោនេ តាមរបៀបសរសេរណាក៏បាន៖ ខ្ទង់ទសភាគ ដឺក្រេ និងនាទី UTM 48N លេខខ្មែរ។ ក៏អាចសរសេរក្រោយ «xy»</translation>
    </message>
    <message>
      <location filename="../../qgis_plugin/options/page.py" />
      <source>Takes effect when QGIS is started again.</source>
      <translation>មានប្រសិទ្ធភាព នៅពេលបើក QGIS ឡើងវិញ។</translation>
    </message>
    <message>
      <location filename="../../qgis_plugin/options/page.py" />
      <source>Offer Open&amp;StreetMap, which needs a network, to new projects</source>
      <translation>ផ្តល់ OpenStreetMap ដែលត្រូវការបណ្តាញ ដល់គម្រោងថ្មី (&amp;S)</translation>
    </message>
    <message>
      <location filename="../../qgis_plugin/options/page.py" />
      <source>Say in the message bar &amp;what is wrong with a factory that is added or moved</source>
      <translation>ប្រាប់ក្នុងរបារសារនូវអ្វីដែលខុសចំពោះរោងចក្រដែលបានបន្ថែម ឬផ្លាស់ទី (&amp;W)</translation>
    </message>
    <message>
      <location filename="../../qgis_plugin/options/page.py" />
      <source>&amp;Check again</source>
      <translation>ពិនិត្យម្តងទៀត (&amp;C)</translation>
    </message>
    <message>
      <location filename="../../qgis_plugin/options/page.py" />
      <location filename="../../qgis_plugin/panel/reports/queue_view.py" />
      <source>Copy &amp;details</source>
      <translation>ចម្លងព័ត៌មានលម្អិត (&amp;D)</translation>
    </message>
    <message>
      <location filename="../../qgis_plugin/options/page.py" />
      <source>All of them are there.</source>
      <translation>មានគ្រប់ទាំងអស់។</translation>
    </message>
    <message>
      <location filename="../../qgis_plugin/options/page.py" />
      <source>For all projects</source>
      <translation>សម្រាប់គ្រប់គម្រោង</translation>
    </message>
    <message>
      <location filename="../../qgis_plugin/options/page.py" />
      <source>Your name, as it stands on decisions</source>
      <translation>ឈ្មោះរបស់អ្នក ដូចក្នុងសេចក្តីសម្រេច</translation>
    </message>
    <message>
      <location filename="../../qgis_plugin/options/page.py" />
      <source>Proposed when you record a decision. It stays on this computer.</source>
      <translation>ត្រូវបានស្នើ ពេលអ្នកកត់ត្រាសេចក្តីសម្រេច។ ឈ្មោះនេះរក្សាទុកតែក្នុងកុំព្យូទ័រនេះ។</translation>
    </message>
    <message>
      <location filename="../../qgis_plugin/options/page.py" />
      <source>The rules of projects in which none were chosen yet. A project keeps its own.</source>
      <translation>វិធានសម្រាប់គម្រោងដែលមិនទាន់បានជ្រើសរើសវិធាន។ គម្រោងដែលបានជ្រើសរើសរួច រក្សាវិធានរបស់ខ្លួន។</translation>
    </message>
    <message>
      <location filename="../../qgis_plugin/options/page.py" />
      <location filename="../../qgis_plugin/panel/site/place_field.py" />
      <source>exact</source>
      <translation>ពិតប្រាកដ</translation>
    </message>
    <message>
      <location filename="../../qgis_plugin/options/page.py" />
      <source>What the check in the panel assumes for factories that state no accuracy, and the site check for coordinates that are typed. The result says so.</source>
      <translation>ភាពត្រឹមត្រូវដែលត្រូវសន្មត៖ ក្នុងការពិនិត្យលើបន្ទះ សម្រាប់រោងចក្រដែលមិនបានបញ្ជាក់ភាពត្រឹមត្រូវ និងក្នុងការពិនិត្យទីតាំង សម្រាប់កូអរដោនេដែលវាយបញ្ចូល។ លទ្ធផលប្រាប់ពីការសន្មតនេះ។</translation>
    </message>
    <message>
      <location filename="../../qgis_plugin/options/page.py" />
      <location filename="../../qgis_plugin/panel/decision_dialog.py" />
      <source>&amp;Officer</source>
      <translation>មន្ត្រី (&amp;O)</translation>
    </message>
    <message>
      <location filename="../../qgis_plugin/options/page.py" />
      <location filename="../../qgis_plugin/panel/reports/form.py" />
      <source>&amp;Language</source>
      <translation>ភាសា (&amp;L)</translation>
    </message>
    <message>
      <location filename="../../qgis_plugin/options/page.py" />
      <source>&amp;Rules of new projects</source>
      <translation>វិធានសម្រាប់គម្រោងថ្មី (&amp;R)</translation>
    </message>
    <message>
      <location filename="../../qgis_plugin/options/page.py" />
      <source>&amp;Accuracy where none is stated</source>
      <translation>ភាពត្រឹមត្រូវ ពេលមិនបានបញ្ជាក់ (&amp;A)</translation>
    </message>
    <message>
      <location filename="../../qgis_plugin/options/page.py" />
      <location filename="../../qgis_plugin/project/layer_groups.py" />
      <location filename="../../qgis_plugin/project/setup.py" />
      <location filename="../../qgis_plugin/project/wizard.py" />
      <source>Base map</source>
      <translation>ផែនទីមូលដ្ឋាន</translation>
    </message>
    <message>
      <location filename="../../qgis_plugin/options/page.py" />
      <source>As QGIS</source>
      <translation>ដូច QGIS</translation>
    </message>
    <message>
      <location filename="../../qgis_plugin/options/page.py" />
      <source>The language of the plugin. The menus of QGIS itself keep theirs.</source>
      <translation>ភាសានៃកម្មវិធីជំនួយនេះ។ ម៉ឺនុយរបស់ QGIS ខ្លួនឯងនៅរក្សាភាសារបស់វា។</translation>
    </message>
    <message>
      <location filename="../../qgis_plugin/options/page.py" />
      <source>Python packages</source>
      <translation>កញ្ចប់ Python</translation>
    </message>
    <message>
      <location filename="../../qgis_plugin/options/page.py" />
      <source>How to install what is missing</source>
      <translation>របៀបដំឡើងអ្វីដែលខ្វះ</translation>
    </message>
    <message>
      <location filename="../../qgis_plugin/options/page.py" />
      <source>Look again after installing something, without starting QGIS anew</source>
      <translation>ពិនិត្យម្តងទៀត ក្រោយពេលដំឡើង ដោយមិនចាំបាច់បើក QGIS ឡើងវិញ</translation>
    </message>
    <message>
      <location filename="../../qgis_plugin/options/page.py" />
      <source>Copy versions and packages, for somebody who helps</source>
      <translation>ចម្លងលេខកំណែ និងកញ្ចប់ សម្រាប់អ្នកដែលជួយដោះស្រាយ</translation>
    </message>
    <message>
      <location filename="../../qgis_plugin/options/page.py" />
      <source>{version} is too old</source>
      <translation>{version} ចាស់ពេក</translation>
    </message>
    <message>
      <location filename="../../qgis_plugin/options/page.py" />
      <source>missing; some tools need it</source>
      <translation>ខ្វះ ក្បួនដោះស្រាយខ្លះត្រូវការ</translation>
    </message>
    <message>
      <location filename="../../qgis_plugin/options/page.py" />
      <source>missing</source>
      <translation>ខ្វះ</translation>
    </message>
    <message>
      <location filename="../../qgis_plugin/options/part.py" />
      <source>&amp;Options and language…</source>
      <translation>ជម្រើស និងភាសា… (&amp;O)</translation>
    </message>
    <message>
      <location filename="../../qgis_plugin/panel/check_reader.py" />
      <source>Read the findings</source>
      <translation>អានរបកគំហើញ</translation>
    </message>
    <message>
      <location filename="../../qgis_plugin/panel/check_reader.py" />
      <source>The findings cannot be read: {reason}</source>
      <translation>មិនអាចអានរបកគំហើញ៖ {reason}</translation>
    </message>
    <message>
      <location filename="../../qgis_plugin/panel/chips.py" />
      <source>{verdict}: {count}</source>
      <translation>{verdict}៖ {count}</translation>
    </message>
    <message>
      <location filename="../../qgis_plugin/panel/comparer.py" />
      <source>Not compared with the check of {when}: it was of another register.</source>
      <translation>មិនបានប្រៀបធៀបនឹងការពិនិត្យថ្ងៃ {when} ទេ៖ វាជារបស់បញ្ជីរោងចក្រផ្សេង។</translation>
    </message>
    <message>
      <location filename="../../qgis_plugin/panel/comparer.py" />
      <source>Compare with the check before</source>
      <translation>ប្រៀបធៀបនឹងការពិនិត្យមុន</translation>
    </message>
    <message>
      <location filename="../../qgis_plugin/panel/comparer.py" />
      <source>Not compared with the check of {when}: it went by other rules ({rules}).</source>
      <translation>មិនបានប្រៀបធៀបនឹងការពិនិត្យថ្ងៃ {when} ទេ៖ វាប្រើវិធានផ្សេង ({rules})។</translation>
    </message>
    <message>
      <location filename="../../qgis_plugin/panel/comparer.py" />
      <source>Comparing with the check of {when}…</source>
      <translation>កំពុងប្រៀបធៀបនឹងការពិនិត្យថ្ងៃ {when}…</translation>
    </message>
    <message>
      <location filename="../../qgis_plugin/panel/comparer.py" />
      <source>Not compared with the check of {when}: {reason}</source>
      <translation>មិនបានប្រៀបធៀបនឹងការពិនិត្យថ្ងៃ {when} ទេ៖ {reason}</translation>
    </message>
    <message>
      <location filename="../../qgis_plugin/panel/comparer.py" />
      <location filename="../../qgis_plugin/panel/corrections/told.py" />
      <source>d MMM yyyy</source>
      <translation>yyyy-MM-dd</translation>
    </message>
    <message>
      <location filename="../../qgis_plugin/panel/comparison.py" />
      <source>New since {when}</source>
      <translation>ថ្មីចាប់ពី {when}</translation>
    </message>
    <message>
      <location filename="../../qgis_plugin/panel/comparison.py" />
      <source>Changed since {when}</source>
      <translation>ប្រែប្រួលចាប់ពី {when}</translation>
    </message>
    <message>
      <location filename="../../qgis_plugin/panel/comparison.py" />
      <source>Resolved since {when}, as they were</source>
      <translation>បានដោះស្រាយចាប់ពី {when} បង្ហាញដូចមុនពេលដោះស្រាយ</translation>
    </message>
    <message>
      <location filename="../../qgis_plugin/panel/comparison.py" />
      <source>Factories that got worse since {when}</source>
      <translation>រោងចក្រដែលអន់ជាងមុន គិតពី {when}</translation>
    </message>
    <message>
      <location filename="../../qgis_plugin/panel/comparison.py" />
      <source>Factories that got better since {when}: what was found then</source>
      <translation>រោងចក្រដែលប្រសើរជាងមុន គិតពី {when}៖ អ្វីដែលបានរកឃើញនៅពេលនោះ</translation>
    </message>
    <message>
      <location filename="../../qgis_plugin/panel/corrections/apply_dialog.py" />
      <source>&amp;Apply {count}</source>
      <translation>អនុវត្ត {count} (&amp;A)</translation>
    </message>
    <message>
      <location filename="../../qgis_plugin/panel/corrections/apply_dialog.py" />
      <source>{count} factories of “{register}” will be corrected.</source>
      <translation>រោងចក្រ {count} ក្នុង «{register}» នឹងត្រូវបានកែតម្រូវ។</translation>
    </message>
    <message>
      <location filename="../../qgis_plugin/panel/corrections/apply_dialog.py" />
      <source>Nothing would change in “{register}”.</source>
      <translation>គ្មានអ្វីនឹងប្រែប្រួលក្នុង «{register}» ទេ។</translation>
    </message>
    <message>
      <location filename="../../qgis_plugin/panel/corrections/apply_dialog.py" />
      <source>The register says so already: {count}.</source>
      <translation>បញ្ជីរោងចក្របញ្ជាក់ដូច្នេះរួចហើយ៖ {count}។</translation>
    </message>
    <message>
      <location filename="../../qgis_plugin/panel/corrections/apply_dialog.py" />
      <source>Each change is logged, and Undo takes it back.</source>
      <translation>ការកែប្រែនីមួយៗត្រូវបានកត់ត្រា ហើយអាចត្រឡប់វិញបាន។</translation>
    </message>
    <message>
      <location filename="../../qgis_plugin/panel/corrections/apply_dialog.py" />
      <source>&amp;Who decides</source>
      <translation>អ្នកសម្រេច (&amp;W)</translation>
    </message>
    <message>
      <location filename="../../qgis_plugin/panel/corrections/apply_dialog.py" />
      <location filename="../../qgis_plugin/panel/decision_dialog.py" />
      <source>&amp;Reason</source>
      <translation>ហេតុផល (&amp;R)</translation>
    </message>
    <message>
      <location filename="../../qgis_plugin/panel/corrections/apply_dialog.py" />
      <source>The evidence of each proposal</source>
      <translation>ភស្តុតាងនៃសំណើនីមួយៗ</translation>
    </message>
    <message>
      <location filename="../../qgis_plugin/panel/corrections/apply_dialog.py" />
      <source>Accepted, but left: {count}</source>
      <translation>បានទទួលយក ប៉ុន្តែទុកដដែល៖ {count}</translation>
    </message>
    <message>
      <location filename="../../qgis_plugin/panel/corrections/apply_dialog.py" />
      <source>Say who decides: the log keeps the name.</source>
      <translation>សូមប្រាប់ថាអ្នកណាសម្រេច៖ កំណត់ហេតុរក្សាទុកឈ្មោះ។</translation>
    </message>
    <message>
      <location filename="../../qgis_plugin/panel/corrections/certainty.py" />
      <source>Certain</source>
      <translation>ប្រាកដ</translation>
    </message>
    <message>
      <location filename="../../qgis_plugin/panel/corrections/certainty.py" />
      <source>Likely</source>
      <translation>ទំនង</translation>
    </message>
    <message>
      <location filename="../../qgis_plugin/panel/corrections/certainty.py" />
      <source>Possible</source>
      <translation>អាចទៅរួច</translation>
    </message>
    <message>
      <location filename="../../qgis_plugin/panel/corrections/certainty.py" />
      <source>The numbers allow nothing else, or many factories say it together.</source>
      <translation>លេខមិនអនុញ្ញាតឱ្យមានអ្វីផ្សេង ឬរោងចក្រច្រើនបញ្ជាក់ដូចគ្នា។</translation>
    </message>
    <message>
      <location filename="../../qgis_plugin/panel/corrections/certainty.py" />
      <source>One explanation fits, and no other does as well.</source>
      <translation>មានការពន្យល់មួយត្រូវ ហើយគ្មានអ្វីផ្សេងត្រូវដូចគ្នាទេ។</translation>
    </message>
    <message>
      <location filename="../../qgis_plugin/panel/corrections/certainty.py" />
      <source>A person has to look.</source>
      <translation>ត្រូវមានមនុស្សពិនិត្យមើល។</translation>
    </message>
    <message>
      <location filename="../../qgis_plugin/panel/corrections/certainty.py" />
      <location filename="../../qgis_plugin/panel/details.py" />
      <source>Accepted</source>
      <translation>បានទទួលយក</translation>
    </message>
    <message>
      <location filename="../../qgis_plugin/panel/corrections/certainty.py" />
      <location filename="../../qgis_plugin/panel/details.py" />
      <source>Rejected</source>
      <translation>បានបដិសេធ</translation>
    </message>
    <message>
      <location filename="../../qgis_plugin/panel/corrections/certainty.py" />
      <source>Applied</source>
      <translation>បានអនុវត្ត</translation>
    </message>
    <message>
      <location filename="../../qgis_plugin/panel/corrections/changes.py" />
      <source>Try out corrections</source>
      <translation>សាកល្បងការកែតម្រូវ</translation>
    </message>
    <message>
      <location filename="../../qgis_plugin/panel/corrections/changes.py" />
      <source>Try out undoing changes</source>
      <translation>សាកល្បងត្រឡប់ការកែប្រែវិញ</translation>
    </message>
    <message>
      <location filename="../../qgis_plugin/panel/corrections/corrections.py" />
      <source>Looking for problems…</source>
      <translation>កំពុងស្វែងរកបញ្ហា…</translation>
    </message>
    <message>
      <location filename="../../qgis_plugin/panel/corrections/corrections.py" />
      <source>Problems with coordinates: {count}; see the tab Corrections.</source>
      <translation>បញ្ហាកូអរដោនេ៖ {count}; សូមមើលផ្ទាំង «ការកែតម្រូវ»។</translation>
    </message>
    <message>
      <location filename="../../qgis_plugin/panel/corrections/corrections.py" />
      <source>Open a result</source>
      <translation>បើកលទ្ធផល</translation>
    </message>
    <message>
      <location filename="../../qgis_plugin/panel/corrections/corrections.py" />
      <location filename="../../qgis_plugin/panel/inputs.py" />
      <location filename="../../qgis_plugin/project/wizard.py" />
      <source>GeoPackage (*.gpkg)</source>
      <translation>GeoPackage (*.gpkg)</translation>
    </message>
    <message>
      <location filename="../../qgis_plugin/panel/corrections/corrections.py" />
      <source>Reading the proposals…</source>
      <translation>កំពុងអានសំណើកែតម្រូវ…</translation>
    </message>
    <message>
      <location filename="../../qgis_plugin/panel/corrections/corrections.py" />
      <source>Corrections need a register: choose the layer with the factories in the tab Check, or</source>
      <translation>ការកែតម្រូវត្រូវការបញ្ជីរោងចក្រ៖ សូមជ្រើសស្រទាប់រោងចក្រក្នុងផ្ទាំង «ពិនិត្យ» ឬ</translation>
    </message>
    <message>
      <location filename="../../qgis_plugin/panel/corrections/corrections.py" />
      <source>begin with the demo project</source>
      <translation>ចាប់ផ្តើមដោយគម្រោងគំរូ</translation>
    </message>
    <message>
      <location filename="../../qgis_plugin/panel/corrections/corrections.py" />
      <source>Find problems looks for what is wrong with the coordinates of “{register}”, and proposes where the factories may really stand. Nothing is moved before you accept it and apply it.</source>
      <translation>«ស្វែងរកបញ្ហា» រកមើលអ្វីដែលខុសចំពោះកូអរដោនេនៃ «{register}» ហើយស្នើកន្លែងដែលរោងចក្រអាចស្ថិតនៅពិតប្រាកដ។ គ្មានអ្វីត្រូវបានផ្លាស់ទីទេ មុនពេលអ្នកទទួលយក និងអនុវត្តវា។</translation>
    </message>
    <message>
      <location filename="../../qgis_plugin/panel/corrections/corrections.py" />
      <source>Nothing is proposed for {factory}.</source>
      <translation>គ្មានសំណើសម្រាប់ {factory} ទេ។</translation>
    </message>
    <message>
      <location filename="../../qgis_plugin/panel/corrections/corrections.py" />
      <location filename="../../qgis_plugin/panel/findings_view.py" />
      <source>{shown} of {total}</source>
      <translation>{shown} ក្នុងចំណោម {total}</translation>
    </message>
    <message>
      <location filename="../../qgis_plugin/panel/corrections/corrections.py" />
      <location filename="../../qgis_plugin/panel/register/view.py" />
      <source>{count} selected</source>
      <translation>បានជ្រើសរើស {count}</translation>
    </message>
    <message>
      <location filename="../../qgis_plugin/panel/corrections/corrections.py" />
      <source>There is no place on the map to go to.</source>
      <translation>គ្មានកន្លែងលើផែនទីដើម្បីទៅទេ។</translation>
    </message>
    <message>
      <location filename="../../qgis_plugin/panel/corrections/corrections.py" />
      <source>Accept one proposal each for {count} factories?</source>
      <translation>តើទទួលយកសំណើមួយសម្រាប់រោងចក្រនីមួយៗក្នុងចំណោម {count} ឬ?</translation>
    </message>
    <message>
      <location filename="../../qgis_plugin/panel/corrections/corrections.py" />
      <source>Only those of the list as it is filtered now.</source>
      <translation>តែអ្វីដែលមានក្នុងបញ្ជីដែលបានត្រងឥឡូវនេះ។</translation>
    </message>
    <message>
      <location filename="../../qgis_plugin/panel/corrections/corrections.py" />
      <source>Left for you to look at: {count} factories for which several places are as good.</source>
      <translation>ទុកឱ្យអ្នកពិនិត្យ៖ រោងចក្រ {count} ដែលមានកន្លែងច្រើនល្អស្មើគ្នា។</translation>
    </message>
    <message>
      <location filename="../../qgis_plugin/panel/corrections/corrections.py" />
      <source>The register does not change before you apply it.</source>
      <translation>បញ្ជីរោងចក្រមិនប្រែប្រួលទេ មុនពេលអ្នកអនុវត្តវា។</translation>
    </message>
    <message>
      <location filename="../../qgis_plugin/panel/corrections/corrections.py" />
      <source>Accept several</source>
      <translation>ទទួលយកច្រើន</translation>
    </message>
    <message>
      <location filename="../../qgis_plugin/panel/corrections/corrections.py" />
      <location filename="../../qgis_plugin/panel/corrections/view.py" />
      <source>&amp;Accept</source>
      <translation>ទទួលយក (&amp;A)</translation>
    </message>
    <message>
      <location filename="../../qgis_plugin/panel/corrections/corrections.py" />
      <source>Compared with: {layers}.</source>
      <translation>បានធៀបនឹង៖ {layers}។</translation>
    </message>
    <message>
      <location filename="../../qgis_plugin/panel/corrections/corrections.py" />
      <source>A&amp;pply {count} accepted…</source>
      <translation>អនុវត្ត {count} ដែលបានទទួលយក… (&amp;P)</translation>
    </message>
    <message>
      <location filename="../../qgis_plugin/panel/corrections/corrections.py" />
      <source>Accept all {count} that are certain</source>
      <translation>ទទួលយកទាំង {count} ដែលប្រាកដ</translation>
    </message>
    <message>
      <location filename="../../qgis_plugin/panel/corrections/corrections.py" />
      <source>Accept all {count} that are certain or likely</source>
      <translation>ទទួលយកទាំង {count} ដែលប្រាកដ ឬទំនង</translation>
    </message>
    <message>
      <location filename="../../qgis_plugin/panel/corrections/corrections.py" />
      <source>Of what is listed: one proposal a factory. Where several places are as good, nothing is accepted.</source>
      <translation>ក្នុងចំណោមអ្វីដែលបានរាយ៖ សំណើមួយសម្រាប់រោងចក្រមួយ។ បើមានកន្លែងច្រើនល្អស្មើគ្នា គ្មានអ្វីត្រូវបានទទួលយកទេ។</translation>
    </message>
    <message>
      <location filename="../../qgis_plugin/panel/corrections/corrections.py" />
      <source>“{register}” is read-only in this project.</source>
      <translation>«{register}» អាចអានបានតែប៉ុណ្ណោះក្នុងគម្រោងនេះ។</translation>
    </message>
    <message>
      <location filename="../../qgis_plugin/panel/corrections/corrections.py" />
      <source>Allow changes</source>
      <translation>អនុញ្ញាតឱ្យកែប្រែ</translation>
    </message>
    <message>
      <location filename="../../qgis_plugin/panel/corrections/details.py" />
      <source>Choose a proposal: it is explained here, and shown on the map.</source>
      <translation>សូមជ្រើសសំណើមួយ៖ វាត្រូវបានពន្យល់នៅទីនេះ និងបង្ហាញលើផែនទី។</translation>
    </message>
    <message>
      <location filename="../../qgis_plugin/panel/corrections/details.py" />
      <source>Nothing is proposed: no coordinate has a problem that can be repaired.</source>
      <translation>គ្មានសំណើទេ៖ គ្មានកូអរដោនេណាមានបញ្ហាដែលអាចកែបានទេ។</translation>
    </message>
    <message>
      <location filename="../../qgis_plugin/panel/corrections/details.py" />
      <source>Problems found: {count}.</source>
      <translation>បញ្ហាដែលរកឃើញ៖ {count}។</translation>
    </message>
    <message>
      <location filename="../../qgis_plugin/panel/corrections/details.py" />
      <source>For {count} of them nothing can be proposed. Show these</source>
      <translation>មិនមានសំណើកែតម្រូវសម្រាប់ {count} ទេ។ បង្ហាញបញ្ហាទាំងនេះ</translation>
    </message>
    <message>
      <location filename="../../qgis_plugin/panel/corrections/details.py" />
      <source>Writes</source>
      <translation>សរសេរ</translation>
    </message>
    <message>
      <location filename="../../qgis_plugin/panel/corrections/details.py" />
      <source>{old}: the location is taken away.</source>
      <translation>{old}៖ ទីតាំងត្រូវបានដកចេញ។</translation>
    </message>
    <message>
      <location filename="../../qgis_plugin/panel/corrections/details.py" />
      <source>{old}: the point stays.</source>
      <translation>{old}៖ ចំណុចនៅដដែល។</translation>
    </message>
    <message>
      <location filename="../../qgis_plugin/panel/corrections/details.py" />
      <source>stands nowhere now → {new}</source>
      <translation>ឥឡូវគ្មានទីតាំង → {new}</translation>
    </message>
    <message>
      <location filename="../../qgis_plugin/panel/corrections/details.py" />
      <source>{old} → {new}: {moved}</source>
      <translation>{old} → {new}៖ {moved}</translation>
    </message>
    <message>
      <location filename="../../qgis_plugin/panel/corrections/details.py" />
      <source>no location</source>
      <translation>គ្មានទីតាំង</translation>
    </message>
    <message>
      <location filename="../../qgis_plugin/panel/corrections/details.py" />
      <source>emptied: {fields}</source>
      <translation>បានលុបឱ្យទទេ៖ {fields}</translation>
    </message>
    <message>
      <location filename="../../qgis_plugin/panel/corrections/details.py" />
      <source>{written}. Stays: {fields}.</source>
      <translation>{written}។ នៅដដែល៖ {fields}។</translation>
    </message>
    <message>
      <location filename="../../qgis_plugin/panel/corrections/details.py" />
      <source>method</source>
      <translation>វិធីសាស្ត្រ</translation>
    </message>
    <message>
      <location filename="../../qgis_plugin/panel/corrections/details.py" />
      <source>accuracy</source>
      <translation>ភាពត្រឹមត្រូវ</translation>
    </message>
    <message>
      <location filename="../../qgis_plugin/panel/corrections/details.py" />
      <source>reference point</source>
      <translation>ចំណុចយោង</translation>
    </message>
    <message>
      <location filename="../../qgis_plugin/panel/corrections/details.py" />
      <source>date</source>
      <translation>កាលបរិច្ឆេទ</translation>
    </message>
    <message>
      <location filename="../../qgis_plugin/panel/corrections/details.py" />
      <source>datum</source>
      <translation>ប្រព័ន្ធយោង (datum)</translation>
    </message>
    <message>
      <location filename="../../qgis_plugin/panel/corrections/details.py" />
      <source>source</source>
      <translation>ប្រភព</translation>
    </message>
    <message>
      <location filename="../../qgis_plugin/panel/corrections/details.py" />
      <source>the register has it</source>
      <translation>បញ្ជីរោងចក្រមានវា</translation>
    </message>
    <message>
      <location filename="../../qgis_plugin/panel/corrections/filter_bar.py" />
      <location filename="../../qgis_plugin/panel/register/filter_bar.py" />
      <source>{entry} ({count})</source>
      <translation>{entry} ({count})</translation>
    </message>
    <message>
      <location filename="../../qgis_plugin/panel/corrections/filter_bar.py" />
      <source>Kind of problem</source>
      <translation>ប្រភេទបញ្ហា</translation>
    </message>
    <message>
      <location filename="../../qgis_plugin/panel/corrections/filter_bar.py" />
      <source>All problems</source>
      <translation>បញ្ហាទាំងអស់</translation>
    </message>
    <message>
      <location filename="../../qgis_plugin/panel/corrections/filter_bar.py" />
      <source>All decisions</source>
      <translation>សេចក្តីសម្រេចទាំងអស់</translation>
    </message>
    <message>
      <location filename="../../qgis_plugin/panel/corrections/filter_bar.py" />
      <source>Search name or id</source>
      <translation>ស្វែងរកឈ្មោះ ឬលេខសម្គាល់</translation>
    </message>
    <message>
      <location filename="../../qgis_plugin/panel/corrections/hopeless.py" />
      <source>Problems without a proposal</source>
      <translation>បញ្ហាគ្មានសំណើកែតម្រូវ</translation>
    </message>
    <message>
      <location filename="../../qgis_plugin/panel/corrections/layers_box.py" />
      <location filename="../../qgis_plugin/panel/corrections/view.py" />
      <source>What is looked at</source>
      <translation>អ្វីដែលត្រូវពិនិត្យ</translation>
    </message>
    <message>
      <location filename="../../qgis_plugin/panel/corrections/layers_box.py" />
      <source>Every layer lets more be found. Communes are the strongest evidence.</source>
      <translation>ស្រទាប់នីមួយៗជួយឱ្យរកឃើញបានច្រើន។ ឃុំ-សង្កាត់ជាភស្តុតាងខ្លាំងបំផុត។</translation>
    </message>
    <message>
      <location filename="../../qgis_plugin/panel/corrections/layers_box.py" />
      <location filename="../../qgis_plugin/panel/more_layers.py" />
      <location filename="../../qgis_plugin/project/role_table.py" />
      <location filename="../../qgis_plugin/project/wizard.py" />
      <source>None</source>
      <translation>គ្មាន</translation>
    </message>
    <message>
      <location filename="../../qgis_plugin/panel/corrections/layers_box.py" />
      <source>Without a layer of communes most shifted coordinates cannot be told: add one to the project, then Find problems.</source>
      <translation>បើគ្មានស្រទាប់ឃុំ កូអរដោនេដែលរំកិលភាគច្រើនមិនអាចដឹងបានទេ៖ សូមបន្ថែមស្រទាប់ឃុំទៅក្នុងគម្រោង រួចស្វែងរកបញ្ហា។</translation>
    </message>
    <message>
      <location filename="../../qgis_plugin/panel/corrections/model.py" />
      <source>Move</source>
      <translation>ផ្លាស់ទី</translation>
    </message>
    <message>
      <location filename="../../qgis_plugin/panel/corrections/model.py" />
      <source>removed</source>
      <translation>បានដកចេញ</translation>
    </message>
    <message>
      <location filename="../../qgis_plugin/panel/corrections/model.py" />
      <source>new place</source>
      <translation>កន្លែងថ្មី</translation>
    </message>
    <message>
      <location filename="../../qgis_plugin/panel/corrections/model.py" />
      <source>stays</source>
      <translation>នៅដដែល</translation>
    </message>
    <message>
      <location filename="../../qgis_plugin/panel/corrections/model.py" />
      <source>NE</source>
      <translation>ឦសាន</translation>
    </message>
    <message>
      <location filename="../../qgis_plugin/panel/corrections/model.py" />
      <source>E</source>
      <translation>កើត</translation>
    </message>
    <message>
      <location filename="../../qgis_plugin/panel/corrections/model.py" />
      <source>SE</source>
      <translation>អាគ្នេយ៍</translation>
    </message>
    <message>
      <location filename="../../qgis_plugin/panel/corrections/model.py" />
      <source>S</source>
      <translation>ត្បូង</translation>
    </message>
    <message>
      <location filename="../../qgis_plugin/panel/corrections/model.py" />
      <source>SW</source>
      <translation>និរតី</translation>
    </message>
    <message>
      <location filename="../../qgis_plugin/panel/corrections/model.py" />
      <source>W</source>
      <translation>លិច</translation>
    </message>
    <message>
      <location filename="../../qgis_plugin/panel/corrections/model.py" />
      <source>NW</source>
      <translation>ពាយ័ព្យ</translation>
    </message>
    <message>
      <location filename="../../qgis_plugin/panel/corrections/model.py" />
      <source>place {number} of {places}</source>
      <translation>កន្លែង {number} ក្នុងចំណោម {places}</translation>
    </message>
    <message>
      <location filename="../../qgis_plugin/panel/corrections/preview.py" />
      <source>declared: {unit}</source>
      <translation>បានប្រកាស៖ {unit}</translation>
    </message>
    <message>
      <location filename="../../qgis_plugin/panel/corrections/register_work.py" />
      <source>Cancelled. The register is as it was.</source>
      <translation>បានបោះបង់។ បញ្ជីរោងចក្រនៅដដែល។</translation>
    </message>
    <message>
      <location filename="../../qgis_plugin/panel/corrections/register_work.py" />
      <source>Applying…</source>
      <translation>កំពុងអនុវត្ត…</translation>
    </message>
    <message>
      <location filename="../../qgis_plugin/panel/corrections/register_work.py" />
      <source>Applied: {count}. Undo takes it back.</source>
      <translation>បានអនុវត្ត៖ {count}។ អាចត្រឡប់វិញបាន។</translation>
    </message>
    <message>
      <location filename="../../qgis_plugin/panel/corrections/register_work.py" />
      <source>No corrections were applied to this register</source>
      <translation>មិនទាន់មានការកែតម្រូវណាត្រូវបានអនុវត្តលើបញ្ជីរោងចក្រនេះទេ</translation>
    </message>
    <message>
      <location filename="../../qgis_plugin/panel/corrections/register_work.py" />
      <source>Take back these corrections?</source>
      <translation>តើត្រឡប់ការកែតម្រូវទាំងនេះវិញឬ?</translation>
    </message>
    <message>
      <location filename="../../qgis_plugin/panel/corrections/register_work.py" />
      <source>Factories that have been changed since stay as they are. The proposals stay accepted.</source>
      <translation>រោងចក្រដែលបានកែប្រែក្រោយមកនៅដដែល។ សំណើនៅតែត្រូវបានទទួលយក។</translation>
    </message>
    <message>
      <location filename="../../qgis_plugin/panel/corrections/register_work.py" />
      <source>Undo corrections</source>
      <translation>ត្រឡប់ការកែតម្រូវវិញ</translation>
    </message>
    <message>
      <location filename="../../qgis_plugin/panel/corrections/register_work.py" />
      <location filename="../../qgis_plugin/panel/corrections/view.py" />
      <source>&amp;Undo</source>
      <translation>ត្រឡប់វិញ (&amp;U)</translation>
    </message>
    <message>
      <location filename="../../qgis_plugin/panel/corrections/results_file.py" />
      <source>{file} cannot be read now: {why}. Close whatever has it open, and open it again.</source>
      <translation>មិនអាចអាន {file} ឥឡូវនេះទេ៖ {why}។ សូមបិទកម្មវិធីដែលកំពុងបើកវា រួចបើកវាម្តងទៀត។</translation>
    </message>
    <message>
      <location filename="../../qgis_plugin/panel/corrections/results_file.py" />
      <source>{file} holds other proposals by now. Open it again, and decide again.</source>
      <translation>ឥឡូវនេះ {file} មានសំណើផ្សេង។ សូមបើកវាម្តងទៀត រួចសម្រេចម្តងទៀត។</translation>
    </message>
    <message>
      <location filename="../../qgis_plugin/panel/corrections/results_file.py" />
      <source>The decisions were not written to {file}: {why}. Close whatever has the file open, or see whether you may write to it, and decide again.</source>
      <translation>សេចក្តីសម្រេចមិនត្រូវបានសរសេរទៅ {file} ទេ៖ {why}។ សូមបិទកម្មវិធីដែលកំពុងបើកឯកសារ ឬពិនិត្យថាតើអ្នកអាចសរសេរបានឬទេ រួចសម្រេចម្តងទៀត។</translation>
    </message>
    <message>
      <location filename="../../qgis_plugin/panel/corrections/results_file.py" />
      <source>The file {file} is not there any more. Put it back, open another, or find the problems again.</source>
      <translation>ឯកសារ {file} លែងមានទៀតហើយ។ សូមដាក់វាវិញ បើកឯកសារផ្សេង ឬស្វែងរកបញ្ហាម្តងទៀត។</translation>
    </message>
    <message>
      <location filename="../../qgis_plugin/panel/corrections/results_file.py" />
      <source>{file} is no result of “Check coordinates”: choose the GeoPackage that it wrote.</source>
      <translation>{file} មិនមែនជាលទ្ធផលនៃ «ពិនិត្យកូអរដោនេ» ទេ៖ សូមជ្រើស GeoPackage ដែលវាបានសរសេរ។</translation>
    </message>
    <message>
      <location filename="../../qgis_plugin/panel/corrections/session.py" />
      <source>Layer “{layer}” of {file} is being edited. Save or discard its edits, then decide here.</source>
      <translation>ស្រទាប់ «{layer}» នៃ {file} កំពុងត្រូវបានកែសម្រួល។ សូមរក្សាទុក ឬបោះបង់ការកែសម្រួល រួចសម្រេចនៅទីនេះ។</translation>
    </message>
    <message>
      <location filename="../../qgis_plugin/panel/corrections/session.py" />
      <source>Read the proposals</source>
      <translation>អានសំណើកែតម្រូវ</translation>
    </message>
    <message>
      <location filename="../../qgis_plugin/panel/corrections/session.py" />
      <source>Write the decisions</source>
      <translation>សរសេរសេចក្តីសម្រេច</translation>
    </message>
    <message>
      <location filename="../../qgis_plugin/panel/corrections/table.py" />
      <location filename="../../qgis_plugin/panel/two_lines.py" />
      <source>Sort by {column}</source>
      <translation>តម្រៀបតាម {column}</translation>
    </message>
    <message>
      <location filename="../../qgis_plugin/panel/corrections/told.py" />
      <source>Problems were looked for in another register.</source>
      <translation>បញ្ហាត្រូវបានស្វែងរកក្នុងបញ្ជីរោងចក្រផ្សេង។</translation>
    </message>
    <message>
      <location filename="../../qgis_plugin/panel/corrections/told.py" />
      <source>{file} is of the register “{register}”. Choose that layer as the factories in the tab Check: its last result is shown then.</source>
      <translation>{file} ជារបស់បញ្ជីរោងចក្រ «{register}»។ សូមជ្រើសស្រទាប់នោះជារោងចក្រក្នុងផ្ទាំងពិនិត្យ៖ ពេលនោះលទ្ធផលចុងក្រោយរបស់វានឹងបង្ហាញ។</translation>
    </message>
    <message>
      <location filename="../../qgis_plugin/panel/corrections/told.py" />
      <source>{decision}: {count}.</source>
      <translation>{decision}៖ {count}។</translation>
    </message>
    <message>
      <location filename="../../qgis_plugin/panel/corrections/told.py" />
      <source>Accepted before, and now not decided, as a factory has one place: {count}.</source>
      <translation>បានទទួលយកពីមុន ហើយឥឡូវមិនទាន់សម្រេច ព្រោះរោងចក្រមានកន្លែងតែមួយ៖ {count}។</translation>
    </message>
    <message>
      <location filename="../../qgis_plugin/panel/corrections/told.py" />
      <source>Left, as several of their places are selected: {count} factories. Choose one of each.</source>
      <translation>ទុកដដែល ព្រោះបានជ្រើសកន្លែងច្រើន៖ រោងចក្រ {count}។ សូមជ្រើសកន្លែងមួយសម្រាប់រោងចក្រនីមួយៗ។</translation>
    </message>
    <message>
      <location filename="../../qgis_plugin/panel/corrections/told.py" />
      <source>Left, as the register has them already: {count}. Undo the correction first.</source>
      <translation>ទុកដដែល ព្រោះបញ្ជីរោងចក្រមានរួចហើយ៖ {count}។ សូមត្រឡប់ការកែតម្រូវវិញជាមុនសិន។</translation>
    </message>
    <message>
      <location filename="../../qgis_plugin/panel/corrections/told.py" />
      <source>Left, as they have no factory id: {count}. Give these factories ids, and find the problems again.</source>
      <translation>ទុកដដែល ព្រោះគ្មានលេខសម្គាល់រោងចក្រ៖ {count}។ សូមផ្តល់លេខសម្គាល់ឱ្យរោងចក្រទាំងនេះ រួចស្វែងរកបញ្ហាម្តងទៀត។</translation>
    </message>
    <message>
      <location filename="../../qgis_plugin/panel/corrections/told.py" />
      <source>{when}, {who}: {count} factories</source>
      <translation>{when}, {who}៖ រោងចក្រ {count}</translation>
    </message>
    <message>
      <location filename="../../qgis_plugin/panel/corrections/view.py" />
      <source>&amp;Find problems</source>
      <translation>ស្វែងរកបញ្ហា (&amp;F)</translation>
    </message>
    <message>
      <location filename="../../qgis_plugin/panel/corrections/view.py" />
      <source>&amp;Open…</source>
      <translation>បើក… (&amp;O)</translation>
    </message>
    <message>
      <location filename="../../qgis_plugin/panel/corrections/view.py" />
      <source>&amp;Cancel</source>
      <translation>បោះបង់ (&amp;C)</translation>
    </message>
    <message>
      <location filename="../../qgis_plugin/panel/corrections/view.py" />
      <source>Open the folder of {file}</source>
      <translation>បើកថតនៃ {file}</translation>
    </message>
    <message>
      <location filename="../../qgis_plugin/panel/corrections/view.py" />
      <location filename="../../qgis_plugin/panel/register/view.py" />
      <source>Zoom to</source>
      <translation>ពង្រីកទៅ</translation>
    </message>
    <message>
      <location filename="../../qgis_plugin/panel/corrections/view.py" />
      <source>Open the result of an earlier search</source>
      <translation>បើកលទ្ធផលនៃការស្វែងរកមុន</translation>
    </message>
    <message>
      <location filename="../../qgis_plugin/panel/corrections/view.py" />
      <source>Progress</source>
      <translation>វឌ្ឍនភាព</translation>
    </message>
    <message>
      <location filename="../../qgis_plugin/panel/corrections/view.py" />
      <source>The proposal</source>
      <translation>សំណើកែតម្រូវ</translation>
    </message>
    <message>
      <location filename="../../qgis_plugin/panel/corrections/view.py" />
      <source>Take back corrections that were applied to the register</source>
      <translation>ត្រឡប់ការកែតម្រូវដែលបានអនុវត្តលើបញ្ជីរោងចក្រវិញ</translation>
    </message>
    <message>
      <location filename="../../qgis_plugin/panel/corrections/view.py" />
      <location filename="../../qgis_plugin/panel/dock.py" />
      <source>Open the folder</source>
      <translation>បើកថត</translation>
    </message>
    <message>
      <location filename="../../qgis_plugin/panel/corrections/view.py" />
      <source>Accept what is selected (key A in the list)</source>
      <translation>ទទួលយកអ្វីដែលបានជ្រើស (គ្រាប់ចុច A ក្នុងបញ្ជី)</translation>
    </message>
    <message>
      <location filename="../../qgis_plugin/panel/corrections/view.py" />
      <source>&amp;Reject</source>
      <translation>បដិសេធ (&amp;R)</translation>
    </message>
    <message>
      <location filename="../../qgis_plugin/panel/corrections/view.py" />
      <source>Reject what is selected (key R in the list)</source>
      <translation>បដិសេធអ្វីដែលបានជ្រើស (គ្រាប់ចុច R ក្នុងបញ្ជី)</translation>
    </message>
    <message>
      <location filename="../../qgis_plugin/panel/corrections/view.py" />
      <source>&amp;Not decided</source>
      <translation>មិនទាន់សម្រេច (&amp;N)</translation>
    </message>
    <message>
      <location filename="../../qgis_plugin/panel/corrections/view.py" />
      <source>Take the decision back (key Delete in the list)</source>
      <translation>ដកសេចក្តីសម្រេចវិញ (គ្រាប់ចុច Delete ក្នុងបញ្ជី)</translation>
    </message>
    <message>
      <location filename="../../qgis_plugin/panel/corrections/work.py" />
      <source>A package is missing: {reason}</source>
      <translation>ខ្វះកញ្ចប់កម្មវិធី៖ {reason}</translation>
    </message>
    <message>
      <location filename="../../qgis_plugin/panel/corrections/work.py" />
      <source>It did not work: {reason}. The log “{name}” says more.</source>
      <translation>មិនបានសម្រេច៖ {reason}។ កំណត់ហេតុ «{name}» ប្រាប់បន្ថែម។</translation>
    </message>
    <message>
      <location filename="../../qgis_plugin/panel/decision_dialog.py" />
      <source>Record a decision</source>
      <translation>កត់ត្រាសេចក្តីសម្រេច</translation>
    </message>
    <message>
      <location filename="../../qgis_plugin/panel/decision_dialog.py" />
      <source>Holds until</source>
      <translation>មានសុពលភាពរហូតដល់</translation>
    </message>
    <message>
      <location filename="../../qgis_plugin/panel/decision_dialog.py" />
      <source>Choose the decision.</source>
      <translation>សូមជ្រើសសេចក្តីសម្រេច។</translation>
    </message>
    <message>
      <location filename="../../qgis_plugin/panel/decision_dialog.py" />
      <source>Write the reason: it is what the next officer has to go on.</source>
      <translation>សូមសរសេរមូលហេតុ៖ មន្ត្រីបន្ទាប់ត្រូវពឹងផ្អែកលើវា។</translation>
    </message>
    <message>
      <location filename="../../qgis_plugin/panel/decision_dialog.py" />
      <source>Write your name.</source>
      <translation>សូមសរសេរឈ្មោះរបស់អ្នក។</translation>
    </message>
    <message>
      <location filename="../../qgis_plugin/panel/decision_dialog.py" />
      <source>The last day is in the past.</source>
      <translation>ថ្ងៃចុងក្រោយបានកន្លងផុតហើយ។</translation>
    </message>
    <message>
      <location filename="../../qgis_plugin/panel/decision_dialog.py" />
      <location filename="../../qgis_plugin/panel/details.py" />
      <source>Unnamed factory</source>
      <translation>រោងចក្រគ្មានឈ្មោះ</translation>
    </message>
    <message>
      <location filename="../../qgis_plugin/panel/decision_dialog.py" />
      <source>An accepted finding is exempt from the next check on. This check and its map stay as they are.</source>
      <translation>របកគំហើញដែលបានទទួលយក ត្រូវលើកលែងចាប់ពីការពិនិត្យបន្ទាប់ទៅ។ ការពិនិត្យនេះ និងផែនទីរបស់វា នៅដដែល។</translation>
    </message>
    <message>
      <location filename="../../qgis_plugin/panel/decision_dialog.py" />
      <source>&amp;Decision</source>
      <translation>សេចក្តីសម្រេច (&amp;D)</translation>
    </message>
    <message>
      <location filename="../../qgis_plugin/panel/decision_dialog.py" />
      <source>Replaces the decision “{decision}” ({details}).</source>
      <translation>ជំនួសសេចក្តីសម្រេច «{decision}» ({details})។</translation>
    </message>
    <message>
      <location filename="../../qgis_plugin/panel/decision_dialog.py" />
      <source>Choose…</source>
      <translation>សូមជ្រើស…</translation>
    </message>
    <message>
      <location filename="../../qgis_plugin/panel/details.py" />
      <source>This factory has no usable location: the map cannot show it.</source>
      <translation>រោងចក្រនេះគ្មានទីតាំងដែលអាចប្រើបានទេ៖ ផែនទីមិនអាចបង្ហាញវាបានទេ។</translation>
    </message>
    <message>
      <location filename="../../qgis_plugin/panel/details.py" />
      <source>Under review</source>
      <translation>កំពុងពិនិត្យឡើងវិញ</translation>
    </message>
    <message>
      <location filename="../../qgis_plugin/panel/details.py" />
      <source>Decision: {decision}. {details}.</source>
      <translation>សេចក្តីសម្រេច៖ {decision}។ {details}។</translation>
    </message>
    <message>
      <location filename="../../qgis_plugin/panel/details.py" />
      <source>The next check takes it into account.</source>
      <translation>ការពិនិត្យបន្ទាប់នឹងគិតដល់សេចក្តីសម្រេចនេះ។</translation>
    </message>
    <message>
      <location filename="../../qgis_plugin/panel/details.py" />
      <source>Governed by</source>
      <translation>វិធានដែលមានអាទិភាព</translation>
    </message>
    <message>
      <location filename="../../qgis_plugin/panel/details.py" />
      <source>Found</source>
      <translation>បានរកឃើញ</translation>
    </message>
    <message>
      <location filename="../../qgis_plugin/panel/details.py" />
      <source>Margin</source>
      <translation>គម្លាត</translation>
    </message>
    <message>
      <location filename="../../qgis_plugin/panel/details.py" />
      <source>{pack} (from {included})</source>
      <translation>{pack} (ពី {included})</translation>
    </message>
    <message>
      <location filename="../../qgis_plugin/panel/details.py" />
      <source>{distance} inside</source>
      <translation>ចូលក្នុង {distance}</translation>
    </message>
    <message>
      <location filename="../../qgis_plugin/panel/details.py" />
      <source>border {distance} away</source>
      <translation>ព្រំនៅឆ្ងាយ {distance}</translation>
    </message>
    <message>
      <location filename="../../qgis_plugin/panel/details.py" />
      <source>Short by {distance}</source>
      <translation>ខ្វះ {distance}</translation>
    </message>
    <message>
      <location filename="../../qgis_plugin/panel/details.py" />
      <source>{distance} to spare</source>
      <translation>សល់ {distance}</translation>
    </message>
    <message>
      <location filename="../../qgis_plugin/panel/details.py" />
      <location filename="../../qgis_plugin/panel/site/place_field.py" />
      <source>as stated</source>
      <translation>តាមការបញ្ជាក់</translation>
    </message>
    <message>
      <location filename="../../qgis_plugin/panel/details.py" />
      <source>usual for the method of location</source>
      <translation>តាមធម្មតានៃវិធីកំណត់ទីតាំង</translation>
    </message>
    <message>
      <location filename="../../qgis_plugin/panel/details.py" />
      <source>assumed</source>
      <translation>តាមការសន្មត</translation>
    </message>
    <message>
      <location filename="../../qgis_plugin/panel/details.py" />
      <source>{layer}, as of {vintage}</source>
      <translation>{layer} គិតត្រឹម {vintage}</translation>
    </message>
    <message>
      <location filename="../../qgis_plugin/panel/dialogs.py" />
      <source>The algorithm {name} is not available.</source>
      <translation>មិនមានក្បួនដោះស្រាយ {name} ទេ។</translation>
    </message>
    <message>
      <location filename="../../qgis_plugin/panel/dialogs.py" />
      <source>Enable the plugin Processing (menu Plugins, Manage and Install Plugins).</source>
      <translation>សូមបើកកម្មវិធីជំនួយ Processing (ម៉ឺនុយ Plugins, Manage and Install Plugins)។</translation>
    </message>
    <message>
      <location filename="../../qgis_plugin/panel/dialogs.py" />
      <source>Help: Factory Locations</source>
      <translation>ជំនួយ៖ ទីតាំងរោងចក្រ</translation>
    </message>
    <message>
      <location filename="../../qgis_plugin/panel/dialogs.py" />
      <source>The help page is missing: {path}</source>
      <translation>បាត់ទំព័រជំនួយ៖ {path}</translation>
    </message>
    <message>
      <location filename="../../qgis_plugin/panel/dock.py" />
      <source>Check</source>
      <translation>ពិនិត្យ</translation>
    </message>
    <message>
      <location filename="../../qgis_plugin/panel/dock.py" />
      <location filename="../../qgis_plugin/panel/site/answer_box.py" />
      <source>Checking…</source>
      <translation>កំពុងពិនិត្យ…</translation>
    </message>
    <message>
      <location filename="../../qgis_plugin/panel/dock.py" />
      <location filename="../../qgis_plugin/panel/findings_view.py" />
      <source>Reading the findings…</source>
      <translation>កំពុងអានរបកគំហើញ…</translation>
    </message>
    <message>
      <location filename="../../qgis_plugin/panel/dock.py" />
      <source>Ru&amp;n check</source>
      <translation>ចាប់ផ្តើមពិនិត្យ (&amp;N)</translation>
    </message>
    <message>
      <location filename="../../qgis_plugin/panel/dock.py" />
      <location filename="../../qgis_plugin/panel/reports/queue_view.py" />
      <source>Ca&amp;ncel</source>
      <translation>បោះបង់ (&amp;N)</translation>
    </message>
    <message>
      <location filename="../../qgis_plugin/panel/dock.py" />
      <source>Report m&amp;ap…</source>
      <translation>ផែនទីរបាយការណ៍ (&amp;A)…</translation>
    </message>
    <message>
      <location filename="../../qgis_plugin/panel/dock.py" />
      <source>2  Check</source>
      <translation>2  ពិនិត្យ</translation>
    </message>
    <message>
      <location filename="../../qgis_plugin/panel/dock.py" />
      <source>3  Findings</source>
      <translation>3  របកគំហើញ</translation>
    </message>
    <message>
      <location filename="../../qgis_plugin/panel/dock.py" />
      <location filename="../../qgis_plugin/panel/register/view.py" />
      <location filename="../../qgis_plugin/plugin.py" />
      <source>Load &amp;demo project</source>
      <translation>បើកគម្រោងគំរូ (&amp;D)</translation>
    </message>
    <message>
      <location filename="../../qgis_plugin/panel/dock.py" />
      <location filename="../../qgis_plugin/panel/register/view.py" />
      <location filename="../../qgis_plugin/plugin.py" />
      <source>Create &amp;register…</source>
      <translation>បង្កើតបញ្ជីរោងចក្រ (&amp;R)…</translation>
    </message>
    <message>
      <location filename="../../qgis_plugin/panel/dock.py" />
      <location filename="../../qgis_plugin/plugin.py" />
      <source>&amp;Help</source>
      <translation>ជំនួយ (&amp;H)</translation>
    </message>
    <message>
      <location filename="../../qgis_plugin/panel/dock.py" />
      <location filename="../../qgis_plugin/panel/reports/queue_view.py" />
      <location filename="../../qgis_plugin/project/register_form.py" />
      <source>More</source>
      <translation>បន្ថែម</translation>
    </message>
    <message>
      <location filename="../../qgis_plugin/panel/findings_data.py" />
      <source>Rule not known</source>
      <translation>មិនស្គាល់វិធាន</translation>
    </message>
    <message>
      <location filename="../../qgis_plugin/panel/findings_data.py" />
      <source>Province not known</source>
      <translation>មិនស្គាល់រាជធានី-ខេត្ត</translation>
    </message>
    <message>
      <location filename="../../qgis_plugin/panel/findings_model.py" />
      <source>Findings: {findings}, factories: {factories}</source>
      <translation>របកគំហើញ៖ {findings}, រោងចក្រ៖ {factories}</translation>
    </message>
    <message>
      <location filename="../../qgis_plugin/panel/findings_model.py" />
      <source>open</source>
      <translation>បើក</translation>
    </message>
    <message>
      <location filename="../../qgis_plugin/panel/findings_model.py" />
      <source>closed</source>
      <translation>បិទ</translation>
    </message>
    <message>
      <location filename="../../qgis_plugin/panel/findings_table.py" />
      <location filename="../../qgis_plugin/panel/register/table.py" />
      <source>Usual column widths</source>
      <translation>ទទឹងជួរឈរធម្មតា</translation>
    </message>
    <message>
      <location filename="../../qgis_plugin/panel/findings_view.py" />
      <source>Record &amp;decision…</source>
      <translation>កត់ត្រាសេចក្តីសម្រេច… (&amp;D)</translation>
    </message>
    <message>
      <location filename="../../qgis_plugin/panel/findings_view.py" />
      <source>Factory {factory}</source>
      <translation>រោងចក្រ {factory}</translation>
    </message>
    <message>
      <location filename="../../qgis_plugin/panel/findings_view.py" />
      <source>No check has been run yet. Choose the layers and press Run check.</source>
      <translation>មិនទាន់បានពិនិត្យនៅឡើយទេ។ សូមជ្រើសរើសស្រទាប់ រួចចុច «ចាប់ផ្តើមពិនិត្យ»។</translation>
    </message>
    <message>
      <location filename="../../qgis_plugin/panel/findings_view.py" />
      <source>Set up a new factory project</source>
      <translation>រៀបចំគម្រោងថ្មីសម្រាប់រោងចក្រ</translation>
    </message>
    <message>
      <location filename="../../qgis_plugin/panel/findings_view.py" />
      <location filename="../../qgis_plugin/project/load_dialog.py" />
      <source>Load factory layers</source>
      <translation>ផ្ទុកស្រទាប់រោងចក្រ</translation>
    </message>
    <message>
      <location filename="../../qgis_plugin/panel/findings_view.py" />
      <source>Or begin with the demo project</source>
      <translation>ឬចាប់ផ្តើមដោយគម្រោងគំរូ</translation>
    </message>
    <message>
      <location filename="../../qgis_plugin/panel/findings_view.py" />
      <source>These findings are from an earlier run.</source>
      <translation>របកគំហើញទាំងនេះបានមកពីការពិនិត្យមុន។</translation>
    </message>
    <message>
      <location filename="../../qgis_plugin/panel/findings_view.py" />
      <source>Factory, rule or words</source>
      <translation>រោងចក្រ វិធាន ឬពាក្យ</translation>
    </message>
    <message>
      <location filename="../../qgis_plugin/panel/findings_view.py" />
      <source>Filter the findings</source>
      <translation>ត្រងរបកគំហើញ</translation>
    </message>
    <message>
      <location filename="../../qgis_plugin/panel/findings_view.py" />
      <source>No groups</source>
      <translation>គ្មានក្រុម</translation>
    </message>
    <message>
      <location filename="../../qgis_plugin/panel/findings_view.py" />
      <source>By rule</source>
      <translation>តាមវិធាន</translation>
    </message>
    <message>
      <location filename="../../qgis_plugin/panel/findings_view.py" />
      <source>By province</source>
      <translation>តាមរាជធានី-ខេត្ត</translation>
    </message>
    <message>
      <location filename="../../qgis_plugin/panel/findings_view.py" />
      <source>By severity</source>
      <translation>តាមកម្រិតធ្ងន់ធ្ងរ</translation>
    </message>
    <message>
      <location filename="../../qgis_plugin/panel/findings_view.py" />
      <source>Group the findings</source>
      <translation>ដាក់របកគំហើញជាក្រុម</translation>
    </message>
    <message>
      <location filename="../../qgis_plugin/panel/findings_view.py" />
      <source>Close all groups</source>
      <translation>បិទក្រុមទាំងអស់</translation>
    </message>
    <message>
      <location filename="../../qgis_plugin/panel/findings_view.py" />
      <source>Open all groups</source>
      <translation>បើកក្រុមទាំងអស់</translation>
    </message>
    <message>
      <location filename="../../qgis_plugin/panel/findings_view.py" />
      <source>About the finding</source>
      <translation>អំពីរបកគំហើញ</translation>
    </message>
    <message>
      <location filename="../../qgis_plugin/panel/findings_view.py" />
      <source>This finding is no longer in its layer. Run the check again.</source>
      <translation>របកគំហើញនេះ លែងមានក្នុងស្រទាប់របស់វាហើយ។ សូមពិនិត្យម្តងទៀត។</translation>
    </message>
    <message>
      <location filename="../../qgis_plugin/panel/findings_view.py" />
      <source>Click a finding to see it on the map and to read why.</source>
      <translation>ចុចលើរបកគំហើញ ដើម្បីមើលវាលើផែនទី និងអានមូលហេតុ។</translation>
    </message>
    <message>
      <location filename="../../qgis_plugin/panel/findings_view.py" />
      <source>Now: {message}</source>
      <translation>ឥឡូវនេះ៖ {message}</translation>
    </message>
    <message>
      <location filename="../../qgis_plugin/panel/group_head.py" />
      <source>Factories with findings: {count}</source>
      <translation>រោងចក្រដែលមានរបកគំហើញ៖ {count}</translation>
    </message>
    <message>
      <location filename="../../qgis_plugin/panel/group_head.py" />
      <source>With findings: {count}</source>
      <translation>មានរបកគំហើញ៖ {count}</translation>
    </message>
    <message>
      <location filename="../../qgis_plugin/panel/inputs.py" />
      <source>1  Layers</source>
      <translation>1  ស្រទាប់</translation>
    </message>
    <message>
      <location filename="../../qgis_plugin/panel/inputs.py" />
      <source>Choose a layer</source>
      <translation>ជ្រើសរើសស្រទាប់</translation>
    </message>
    <message>
      <location filename="../../qgis_plugin/panel/inputs.py" />
      <source>None: zoning is not checked</source>
      <translation>គ្មាន៖ មិនពិនិត្យតំបន់ប្រើប្រាស់ដី</translation>
    </message>
    <message>
      <location filename="../../qgis_plugin/panel/inputs.py" />
      <source>None: parks are not checked</source>
      <translation>គ្មាន៖ មិនពិនិត្យសួនឧស្សាហកម្ម</translation>
    </message>
    <message>
      <location filename="../../qgis_plugin/panel/inputs.py" />
      <source>Choose the layer with the factories.</source>
      <translation>សូមជ្រើសរើសស្រទាប់ដែលមានរោងចក្រ។</translation>
    </message>
    <message>
      <location filename="../../qgis_plugin/panel/inputs.py" />
      <source>Choose a zoning layer, a parks layer, or another that the rules are about.</source>
      <translation>សូមជ្រើសស្រទាប់តំបន់ប្រើប្រាស់ដី ស្រទាប់សួនឧស្សាហកម្ម ឬស្រទាប់ផ្សេងទៀតដែលវិធានត្រូវការ។</translation>
    </message>
    <message>
      <location filename="../../qgis_plugin/panel/inputs.py" />
      <location filename="../../qgis_plugin/project/wizard.py" />
      <source>Choose the file with the rules.</source>
      <translation>សូមជ្រើសឯកសារវិធាន។</translation>
    </message>
    <message>
      <location filename="../../qgis_plugin/panel/inputs.py" />
      <source>Choose a field: {field}.</source>
      <translation>សូមជ្រើសរើសវាល៖ {field}។</translation>
    </message>
    <message>
      <location filename="../../qgis_plugin/panel/inputs.py" />
      <source>The filter of “{layer}” leaves no factory to check: change the filter first.</source>
      <translation>តម្រងនៃ «{layer}» មិនទុករោងចក្រណាមួយសម្រាប់ពិនិត្យទេ៖ សូមប្តូរតម្រងជាមុនសិន។</translation>
    </message>
    <message>
      <location filename="../../qgis_plugin/panel/inputs.py" />
      <source>This register holds no factory yet: import a list or draw a factory in the tab Register.</source>
      <translation>បញ្ជីនេះមិនទាន់មានរោងចក្រទេ៖ សូមនាំចូលបញ្ជី ឬគូររោងចក្រ ក្នុងផ្ទាំង «បញ្ជីរោងចក្រ»។</translation>
    </message>
    <message>
      <location filename="../../qgis_plugin/panel/inputs.py" />
      <source>The usual place</source>
      <translation>កន្លែងធម្មតា</translation>
    </message>
    <message>
      <location filename="../../qgis_plugin/panel/inputs.py" />
      <source>&amp;Factories</source>
      <translation>រោងចក្រ (&amp;F)</translation>
    </message>
    <message>
      <location filename="../../qgis_plugin/panel/inputs.py" />
      <source>&amp;Zoning</source>
      <translation>តំបន់ប្រើប្រាស់ដី (&amp;Z)</translation>
    </message>
    <message>
      <location filename="../../qgis_plugin/panel/inputs.py" />
      <source>Par&amp;ks</source>
      <translation>សួនឧស្សាហកម្ម (&amp;K)</translation>
    </message>
    <message>
      <location filename="../../qgis_plugin/panel/inputs.py" />
      <source>R&amp;ules</source>
      <translation>វិធាន (&amp;U)</translation>
    </message>
    <message>
      <location filename="../../qgis_plugin/panel/inputs.py" />
      <source>Fields</source>
      <translation>វាល</translation>
    </message>
    <message>
      <location filename="../../qgis_plugin/panel/inputs.py" />
      <source>These layers have other field names than the register: say which field is which.</source>
      <translation>ស្រទាប់ទាំងនេះ មានឈ្មោះវាលខុសពីបញ្ជីរោងចក្រ៖ សូមបញ្ជាក់ថា វាលណាជាអ្វី។</translation>
    </message>
    <message>
      <location filename="../../qgis_plugin/panel/inputs.py" />
      <source>Save the findings</source>
      <translation>រក្សាទុករបកគំហើញ</translation>
    </message>
    <message>
      <location filename="../../qgis_plugin/panel/inputs.py" />
      <source>Save &amp;to</source>
      <translation>រក្សាទុកទៅ (&amp;T)</translation>
    </message>
    <message>
      <location filename="../../qgis_plugin/panel/inputs.py" />
      <source>These rules need no layer but the factories.</source>
      <translation>វិធានទាំងនេះត្រូវការតែស្រទាប់រោងចក្រប៉ុណ្ណោះ។</translation>
    </message>
    <message>
      <location filename="../../qgis_plugin/panel/inputs.py" />
      <source>All layers that these rules need are chosen.</source>
      <translation>ស្រទាប់ទាំងអស់ដែលវិធានទាំងនេះត្រូវការ បានជ្រើសរួចហើយ។</translation>
    </message>
    <message>
      <location filename="../../qgis_plugin/panel/inputs.py" />
      <location filename="../../qgis_plugin/panel/site/view.py" />
      <source>Choose them</source>
      <translation>ជ្រើសស្រទាប់ទាំងនេះ</translation>
    </message>
    <message>
      <location filename="../../qgis_plugin/panel/inputs.py" />
      <location filename="../../qgis_plugin/project/setup.py" />
      <source>{able} of {total} rules ({year}) can be checked.</source>
      <translation>វិធាន {able} ក្នុងចំណោម {total} ({year}) អាចពិនិត្យបាន។</translation>
    </message>
    <message>
      <location filename="../../qgis_plugin/panel/inputs.py" />
      <source>{able} of {total} rules ({year}) can be checked on {count} factories.</source>
      <translation>វិធាន {able} ក្នុងចំណោម {total} ({year}) អាចពិនិត្យបានលើរោងចក្រ {count}។</translation>
    </message>
    <message>
      <location filename="../../qgis_plugin/panel/inputs.py" />
      <source>Layers still missing: {layers}. Rules about them are not checked.</source>
      <translation>ស្រទាប់ដែលនៅខ្វះ៖ {layers}។ វិធានអំពីស្រទាប់ទាំងនេះ មិនត្រូវបានពិនិត្យទេ។</translation>
    </message>
    <message>
      <location filename="../../qgis_plugin/panel/inputs.py" />
      <source>{layer}: class</source>
      <translation>{layer}៖ ថ្នាក់</translation>
    </message>
    <message>
      <location filename="../../qgis_plugin/panel/more_layers.py" />
      <source>More layers</source>
      <translation>ស្រទាប់ផ្សេងទៀត</translation>
    </message>
    <message>
      <location filename="../../qgis_plugin/panel/more_layers.py" />
      <source>More layers: {count} chosen for these rules</source>
      <translation>ស្រទាប់ផ្សេងទៀត៖ បានជ្រើស {count} សម្រាប់វិធានទាំងនេះ</translation>
    </message>
    <message>
      <location filename="../../qgis_plugin/panel/more_layers.py" />
      <source>More layers: these rules need none</source>
      <translation>ស្រទាប់ផ្សេងទៀត៖ វិធានទាំងនេះមិនត្រូវការទេ</translation>
    </message>
    <message>
      <location filename="../../qgis_plugin/panel/more_layers.py" />
      <source>None, but needed</source>
      <translation>គ្មាន ប៉ុន្តែត្រូវការ</translation>
    </message>
    <message>
      <location filename="../../qgis_plugin/panel/more_layers.py" />
      <source>For maps, reports, and the answer about a site. No rule asks about it.</source>
      <translation>សម្រាប់ផែនទី របាយការណ៍ និងចម្លើយអំពីទីតាំង។ គ្មានវិធានណាសួរអំពីវាទេ។</translation>
    </message>
    <message>
      <location filename="../../qgis_plugin/panel/narrowing.py" />
      <source>List all findings again</source>
      <translation>រាយរបកគំហើញទាំងអស់ម្តងទៀត</translation>
    </message>
    <message>
      <location filename="../../qgis_plugin/panel/outcome.py" />
      <source>{passed} of {total} factories pass every rule that was checked.</source>
      <translation>រោងចក្រ {passed} ក្នុងចំណោម {total} អនុលោមតាមវិធានទាំងអស់ដែលបានពិនិត្យ។</translation>
    </message>
    <message>
      <location filename="../../qgis_plugin/panel/outcome.py" />
      <source>Rules not, or not wholly, checked: {count}. Layers missing: {layers}.</source>
      <translation>វិធានដែលមិនបានពិនិត្យ ឬពិនិត្យមិនទាំងស្រុង៖ {count}។ ស្រទាប់ដែលខ្វះ៖ {layers}។</translation>
    </message>
    <message>
      <location filename="../../qgis_plugin/panel/register/columns.py" />
      <source>Unknown code</source>
      <translation>លេខកូដមិនស្គាល់</translation>
    </message>
    <message>
      <location filename="../../qgis_plugin/panel/register/columns.py" />
      <location filename="../../qgis_plugin/panel/register/filter_bar.py" />
      <location filename="../../qgis_plugin/panel/register/lists.py" />
      <location filename="../../qgis_plugin/project/factory_looks.py" />
      <source>Not stated</source>
      <translation>មិនបានបញ្ជាក់</translation>
    </message>
    <message>
      <location filename="../../qgis_plugin/panel/register/filter_bar.py" />
      <source>Clear all</source>
      <translation>សម្អាតទាំងអស់</translation>
    </message>
    <message>
      <location filename="../../qgis_plugin/panel/register/filter_bar.py" />
      <source>There is no check in the project yet: run one in the tab Check.</source>
      <translation>មិនទាន់មានការពិនិត្យក្នុងគម្រោងទេ៖ សូមដំណើរការការពិនិត្យមួយ ក្នុងផ្ទាំង «ពិនិត្យ»។</translation>
    </message>
    <message>
      <location filename="../../qgis_plugin/panel/register/filter_bar.py" />
      <source>Name, id, licence or operator</source>
      <translation>ឈ្មោះ លេខសម្គាល់ លិខិតអនុញ្ញាត ឬប្រតិបត្តិករ</translation>
    </message>
    <message>
      <location filename="../../qgis_plugin/panel/register/filter_bar.py" />
      <source>Search the register</source>
      <translation>ស្វែងរកក្នុងបញ្ជីរោងចក្រ</translation>
    </message>
    <message>
      <location filename="../../qgis_plugin/panel/register/filter_bar.py" />
      <source>Only what is selected on the map</source>
      <translation>តែអ្វីដែលបានជ្រើសរើសលើផែនទី</translation>
    </message>
    <message>
      <location filename="../../qgis_plugin/panel/register/filter_bar.py" />
      <source>Saved filters</source>
      <translation>តម្រងដែលបានរក្សាទុក</translation>
    </message>
    <message>
      <location filename="../../qgis_plugin/panel/register/filter_bar.py" />
      <source>Look for everything again</source>
      <translation>បង្ហាញរោងចក្រទាំងអស់ឡើងវិញ</translation>
    </message>
    <message>
      <location filename="../../qgis_plugin/panel/register/filter_bar.py" />
      <location filename="../../qgis_plugin/panel/register/model.py" />
      <source>Verdict of the last check</source>
      <translation>លទ្ធផលពិនិត្យចុងក្រោយ</translation>
    </message>
    <message>
      <location filename="../../qgis_plugin/panel/register/filter_bar.py" />
      <source>Accuracy of the location</source>
      <translation>ភាពត្រឹមត្រូវនៃទីតាំង</translation>
    </message>
    <message>
      <location filename="../../qgis_plugin/panel/register/filter_bar.py" />
      <source>All provinces</source>
      <translation>គ្រប់រាជធានី-ខេត្ត</translation>
    </message>
    <message>
      <location filename="../../qgis_plugin/panel/register/filter_bar.py" />
      <source>All sectors</source>
      <translation>គ្រប់វិស័យ</translation>
    </message>
    <message>
      <location filename="../../qgis_plugin/panel/register/filter_bar.py" />
      <source>Any status</source>
      <translation>គ្រប់ស្ថានភាព</translation>
    </message>
    <message>
      <location filename="../../qgis_plugin/panel/register/filter_bar.py" />
      <source>Any verdict</source>
      <translation>គ្រប់លទ្ធផលពិនិត្យ</translation>
    </message>
    <message>
      <location filename="../../qgis_plugin/panel/register/filter_bar.py" />
      <source>Any accuracy</source>
      <translation>គ្រប់ភាពត្រឹមត្រូវ</translation>
    </message>
    <message>
      <location filename="../../qgis_plugin/panel/register/lists.py" />
      <source>Not checked</source>
      <translation>មិនទាន់ពិនិត្យ</translation>
    </message>
    <message>
      <location filename="../../qgis_plugin/panel/register/lists.py" />
      <source>Up to 15 m (surveyed)</source>
      <translation>រហូតដល់ 15 m (វាស់វែង)</translation>
    </message>
    <message>
      <location filename="../../qgis_plugin/panel/register/lists.py" />
      <source>15 to 100 m</source>
      <translation>15 ដល់ 100 m</translation>
    </message>
    <message>
      <location filename="../../qgis_plugin/panel/register/lists.py" />
      <source>100 to 500 m</source>
      <translation>100 ដល់ 500 m</translation>
    </message>
    <message>
      <location filename="../../qgis_plugin/panel/register/lists.py" />
      <source>Over 500 m</source>
      <translation>លើស 500 m</translation>
    </message>
    <message>
      <location filename="../../qgis_plugin/panel/register/part.py" />
      <source>The last check found nothing to say about {factory}.</source>
      <translation>ការពិនិត្យចុងក្រោយ មិនមានអ្វីត្រូវលើកឡើងអំពី {factory} ទេ។</translation>
    </message>
    <message>
      <location filename="../../qgis_plugin/panel/register/reader.py" />
      <source>Read the register</source>
      <translation>អានបញ្ជីរោងចក្រ</translation>
    </message>
    <message>
      <location filename="../../qgis_plugin/panel/register/reader.py" />
      <source>The register cannot be read: {reason}</source>
      <translation>មិនអាចអានបញ្ជីរោងចក្របានទេ៖ {reason}</translation>
    </message>
    <message>
      <location filename="../../qgis_plugin/panel/register/view.py" />
      <source>&amp;Zoom to</source>
      <translation>ពង្រីកទៅ (&amp;Z)</translation>
    </message>
    <message>
      <location filename="../../qgis_plugin/panel/register/view.py" />
      <source>Fl&amp;ash</source>
      <translation>ភ្លឹបភ្លែត (&amp;A)</translation>
    </message>
    <message>
      <location filename="../../qgis_plugin/panel/register/view.py" />
      <source>Open &amp;form</source>
      <translation>បើកបែបបទ (&amp;F)</translation>
    </message>
    <message>
      <location filename="../../qgis_plugin/panel/register/view.py" />
      <source>Reading the register…</source>
      <translation>កំពុងអានបញ្ជីរោងចក្រ…</translation>
    </message>
    <message>
      <location filename="../../qgis_plugin/panel/register/view.py" />
      <source>Reading the changes…</source>
      <translation>កំពុងអានការកែប្រែ…</translation>
    </message>
    <message>
      <location filename="../../qgis_plugin/panel/register/view.py" />
      <source>Reading was stopped.</source>
      <translation>ការអានត្រូវបានបញ្ឈប់។</translation>
    </message>
    <message>
      <location filename="../../qgis_plugin/panel/register/view.py" />
      <source>Read again</source>
      <translation>អានម្តងទៀត</translation>
    </message>
    <message>
      <location filename="../../qgis_plugin/panel/register/view.py" />
      <source>{shown} of {total} factories</source>
      <translation>រោងចក្រ {shown} ក្នុងចំណោម {total}</translation>
    </message>
    <message>
      <location filename="../../qgis_plugin/panel/register/view.py" />
      <source>No location is recorded for what is selected: there is no place on the map to go to.</source>
      <translation>មិនបានកត់ត្រាទីតាំង សម្រាប់អ្វីដែលបានជ្រើសរើសទេ៖ គ្មានកន្លែងលើផែនទីសម្រាប់ទៅទេ។</translation>
    </message>
    <message>
      <location filename="../../qgis_plugin/panel/register/view.py" />
      <source>Flash</source>
      <translation>ភ្លឹបភ្លែត</translation>
    </message>
    <message>
      <location filename="../../qgis_plugin/panel/register/view.py" />
      <source>Open form</source>
      <translation>បើកបែបបទ</translation>
    </message>
    <message>
      <location filename="../../qgis_plugin/panel/register/view.py" />
      <source>Move on the map</source>
      <translation>ផ្លាស់ទីលើផែនទី</translation>
    </message>
    <message>
      <location filename="../../qgis_plugin/panel/register/view.py" />
      <source>Copy ids</source>
      <translation>ចម្លងលេខសម្គាល់</translation>
    </message>
    <message>
      <location filename="../../qgis_plugin/panel/register/view.py" />
      <source>Copy id</source>
      <translation>ចម្លងលេខសម្គាល់</translation>
    </message>
    <message>
      <location filename="../../qgis_plugin/panel/register/view.py" />
      <source>Show its findings</source>
      <translation>បង្ហាញរបកគំហើញរបស់វា</translation>
    </message>
    <message>
      <location filename="../../qgis_plugin/panel/register/view.py" />
      <source>Undo changes…</source>
      <translation>ត្រឡប់ការកែប្រែវិញ…</translation>
    </message>
    <message>
      <location filename="../../qgis_plugin/panel/register/view.py" />
      <source>&amp;Save this filter…</source>
      <translation>រក្សាទុកតម្រងនេះ (&amp;S)…</translation>
    </message>
    <message>
      <location filename="../../qgis_plugin/panel/register/view.py" />
      <source>&amp;Delete</source>
      <translation>លុប (&amp;D)</translation>
    </message>
    <message>
      <location filename="../../qgis_plugin/panel/register/view.py" />
      <source>Save this filter</source>
      <translation>រក្សាទុកតម្រងនេះ</translation>
    </message>
    <message>
      <location filename="../../qgis_plugin/panel/register/view.py" />
      <source>Name (a filter of that name is replaced):</source>
      <translation>ឈ្មោះ (តម្រងដែលមានឈ្មោះនេះ នឹងត្រូវជំនួស)៖</translation>
    </message>
    <message>
      <location filename="../../qgis_plugin/panel/register/view.py" />
      <source>This register holds no factory yet.</source>
      <translation>បញ្ជីរោងចក្រនេះមិនទាន់មានរោងចក្រនៅឡើយទេ។</translation>
    </message>
    <message>
      <location filename="../../qgis_plugin/panel/register/view.py" />
      <source>Import a list…</source>
      <translation>នាំចូលបញ្ជី…</translation>
    </message>
    <message>
      <location filename="../../qgis_plugin/panel/register/view.py" />
      <source>Draw a factory</source>
      <translation>គូររោងចក្រ</translation>
    </message>
    <message>
      <location filename="../../qgis_plugin/panel/register/view.py" />
      <source>Reading the register</source>
      <translation>កំពុងអានបញ្ជីរោងចក្រ</translation>
    </message>
    <message>
      <location filename="../../qgis_plugin/panel/register/view.py" />
      <source>There is no register in this project. Add the layer with the factories, or choose it in the tab Check, and it is listed here.</source>
      <translation>គ្មានបញ្ជីរោងចក្រក្នុងគម្រោងនេះទេ។ សូមបន្ថែមស្រទាប់ដែលមានរោងចក្រ ឬជ្រើសរើសវាក្នុងផ្ទាំង «ពិនិត្យ» រួចវានឹងត្រូវបានរាយនៅទីនេះ។</translation>
    </message>
    <message>
      <location filename="../../qgis_plugin/panel/register/view.py" />
      <source>The register “{name}” cannot be opened: its file or database is not where the project expects it. Click the warning sign beside the layer to say where it is, or choose another layer in the tab Check.</source>
      <translation>មិនអាចបើកបញ្ជីរោងចក្រ «{name}» បានទេ៖ ឯកសារ ឬមូលដ្ឋានទិន្នន័យរបស់វា មិនស្ថិតនៅកន្លែងដែលគម្រោងបានកំណត់។ សូមចុចសញ្ញាព្រមានក្បែរស្រទាប់ ដើម្បីបញ្ជាក់កន្លែងរបស់វា ឬជ្រើសរើសស្រទាប់ផ្សេងក្នុងផ្ទាំង «ពិនិត្យ»។</translation>
    </message>
    <message>
      <location filename="../../qgis_plugin/panel/reports/copies.py" />
      <source>The table “{name}” cannot be opened.</source>
      <translation>មិនអាចបើកតារាង «{name}»។</translation>
    </message>
    <message>
      <location filename="../../qgis_plugin/panel/reports/copies.py" />
      <source>“{path}” cannot be written: {why}</source>
      <translation>មិនអាចសរសេរ «{path}» បានទេ៖ {why}</translation>
    </message>
    <message>
      <location filename="../../qgis_plugin/panel/reports/copies.py" />
      <source>A layer that the report needs is no longer in the project.</source>
      <translation>ស្រទាប់ដែលរបាយការណ៍ត្រូវការ លែងមានក្នុងគម្រោងទៀតហើយ។</translation>
    </message>
    <message>
      <location filename="../../qgis_plugin/panel/reports/copies.py" />
      <source>The layer “{name}” cannot be opened.</source>
      <translation>មិនអាចបើកស្រទាប់ «{name}» បានទេ។</translation>
    </message>
    <message>
      <location filename="../../qgis_plugin/panel/reports/copies.py" />
      <source>The layer “{name}” cannot be restricted.</source>
      <translation>ស្រទាប់ «{name}» មិនអាចកំណត់ដែនបានទេ។</translation>
    </message>
    <message>
      <location filename="../../qgis_plugin/panel/reports/form.py" />
      <location filename="../../qgis_plugin/panel/reports/templates.py" />
      <source>Check of {date}</source>
      <translation>ការពិនិត្យថ្ងៃ {date}</translation>
    </message>
    <message>
      <location filename="../../qgis_plugin/panel/reports/form.py" />
      <source>No earlier check</source>
      <translation>គ្មានការពិនិត្យមុន</translation>
    </message>
    <message>
      <location filename="../../qgis_plugin/panel/reports/form.py" />
      <source>{paper}, landscape</source>
      <translation>{paper} ផ្តេក</translation>
    </message>
    <message>
      <location filename="../../qgis_plugin/panel/reports/form.py" />
      <source>{paper}, portrait</source>
      <translation>{paper} បញ្ឈរ</translation>
    </message>
    <message>
      <location filename="../../qgis_plugin/panel/reports/form.py" />
      <source>Folder for the reports</source>
      <translation>ថតសម្រាប់របាយការណ៍</translation>
    </message>
    <message>
      <location filename="../../qgis_plugin/panel/reports/form.py" />
      <source>Paper</source>
      <translation>ក្រដាស</translation>
    </message>
    <message>
      <location filename="../../qgis_plugin/panel/reports/form.py" />
      <source>&amp;Which factories</source>
      <translation>រោងចក្រណា (&amp;W)</translation>
    </message>
    <message>
      <location filename="../../qgis_plugin/panel/reports/form.py" />
      <source>Com&amp;pare with</source>
      <translation>ប្រៀបធៀបនឹង (&amp;P)</translation>
    </message>
    <message>
      <location filename="../../qgis_plugin/panel/reports/form.py" />
      <source>Forma&amp;t</source>
      <translation>ទម្រង់ (&amp;T)</translation>
    </message>
    <message>
      <location filename="../../qgis_plugin/panel/reports/form.py" />
      <source>Fol&amp;der</source>
      <translation>ថត (&amp;D)</translation>
    </message>
    <message>
      <location filename="../../qgis_plugin/panel/reports/form.py" />
      <source>File n&amp;ame</source>
      <translation>ឈ្មោះឯកសារ (&amp;A)</translation>
    </message>
    <message>
      <location filename="../../qgis_plugin/panel/reports/form.py" />
      <source>PDF, to print</source>
      <translation>PDF សម្រាប់បោះពុម្ព</translation>
    </message>
    <message>
      <location filename="../../qgis_plugin/panel/reports/form.py" />
      <source>PNG, a picture</source>
      <translation>PNG រូបភាព</translation>
    </message>
    <message>
      <location filename="../../qgis_plugin/panel/reports/form.py" />
      <source>SVG, a drawing</source>
      <translation>SVG គំនូរ</translation>
    </message>
    <message>
      <location filename="../../qgis_plugin/panel/reports/form.py" />
      <source>XLSX, Excel</source>
      <translation>XLSX សម្រាប់ Excel</translation>
    </message>
    <message>
      <location filename="../../qgis_plugin/panel/reports/form.py" />
      <source>ODS, LibreOffice</source>
      <translation>ODS សម្រាប់ LibreOffice</translation>
    </message>
    <message>
      <location filename="../../qgis_plugin/panel/reports/form.py" />
      <source>CSV, plain text</source>
      <translation>CSV អត្ថបទធម្មតា</translation>
    </message>
    <message>
      <location filename="../../qgis_plugin/panel/reports/form.py" />
      <source>HTML, a page for the browser</source>
      <translation>HTML ទំព័រសម្រាប់កម្មវិធីរុករក</translation>
    </message>
    <message>
      <location filename="../../qgis_plugin/panel/reports/form.py" />
      <source>Both, two files</source>
      <translation>ទាំងពីរ ឯកសារពីរ</translation>
    </message>
    <message>
      <location filename="../../qgis_plugin/panel/reports/form.py" />
      <source>{language}, as the panel</source>
      <translation>{language} ដូចបន្ទះនេះ</translation>
    </message>
    <message>
      <location filename="../../qgis_plugin/panel/reports/form.py" />
      <source>Every province, one file each ({count})</source>
      <translation>រាជធានី-ខេត្តទាំងអស់ ឯកសារមួយសម្រាប់នីមួយៗ ({count})</translation>
    </message>
    <message>
      <location filename="../../qgis_plugin/panel/reports/form.py" />
      <source>Selected factories (none)</source>
      <translation>រោងចក្រដែលបានជ្រើស (គ្មាន)</translation>
    </message>
    <message>
      <location filename="../../qgis_plugin/panel/reports/jobs.py" />
      <source>A layer that it reads has left the project.</source>
      <translation>ស្រទាប់ដែលវាអានបានចេញពីគម្រោងហើយ។</translation>
    </message>
    <message>
      <location filename="../../qgis_plugin/panel/reports/names.py" />
      <source>Choose a folder for the reports.</source>
      <translation>សូមជ្រើសថតសម្រាប់របាយការណ៍។</translation>
    </message>
    <message>
      <location filename="../../qgis_plugin/panel/reports/names.py" />
      <location filename="../../qgis_plugin/project/results.py" />
      <location filename="../../qgis_plugin/project/setup.py" />
      <source>There is no folder “{folder}”.</source>
      <translation>គ្មានថត «{folder}» ទេ។</translation>
    </message>
    <message>
      <location filename="../../qgis_plugin/panel/reports/names.py" />
      <source>Nothing can be written into “{folder}”: choose another folder.</source>
      <translation>មិនអាចសរសេរអ្វីទៅក្នុង «{folder}» ទេ៖ សូមជ្រើសថតផ្សេង។</translation>
    </message>
    <message>
      <location filename="../../qgis_plugin/panel/reports/names.py" />
      <source>Give the file a name.</source>
      <translation>សូមដាក់ឈ្មោះឱ្យឯកសារ។</translation>
    </message>
    <message>
      <location filename="../../qgis_plugin/panel/reports/names.py" />
      <source>A name cannot hold any of these: {signs}</source>
      <translation>ឈ្មោះមិនអាចមានសញ្ញាទាំងនេះ៖ {signs}</translation>
    </message>
    <message>
      <location filename="../../qgis_plugin/panel/reports/names.py" />
      <location filename="../../qgis_plugin/project/writing.py" />
      <source>The name is too long: at most {count} characters.</source>
      <translation>ឈ្មោះវែងពេក៖ យ៉ាងច្រើន {count} តួអក្សរ។</translation>
    </message>
    <message>
      <location filename="../../qgis_plugin/panel/reports/needs.py" />
      <source>The program qgis_process, which comes with QGIS, is missing: install QGIS with it.</source>
      <translation>ខ្វះកម្មវិធី qgis_process ដែលមកជាមួយ QGIS៖ សូមដំឡើង QGIS ដែលមានវា។</translation>
    </message>
    <message>
      <location filename="../../qgis_plugin/panel/reports/ordering.py" />
      <source>map view</source>
      <translation>ទិដ្ឋភាពផែនទី</translation>
    </message>
    <message>
      <location filename="../../qgis_plugin/panel/reports/ordering.py" />
      <source>The layer has no field “{field}”, which says which factories are meant.</source>
      <translation>ស្រទាប់គ្មានវាល «{field}» ដែលប្រាប់ថាសំដៅលើរោងចក្រណា។</translation>
    </message>
    <message>
      <location filename="../../qgis_plugin/panel/reports/part.py" />
      <source>Reports that failed: {failed}; made: {done}. The tab Reports says why.</source>
      <translation>របាយការណ៍ដែលបរាជ័យ៖ {failed}; បានបង្កើត៖ {done}។ ផ្ទាំង «របាយការណ៍» ប្រាប់មូលហេតុ។</translation>
    </message>
    <message>
      <location filename="../../qgis_plugin/panel/reports/part.py" />
      <source>Reports made: {done}.</source>
      <translation>របាយការណ៍ដែលបានបង្កើត៖ {done}។</translation>
    </message>
    <message>
      <location filename="../../qgis_plugin/panel/reports/program.py" />
      <source>The program qgis_process, which comes with QGIS, is missing.</source>
      <translation>ខ្វះកម្មវិធី qgis_process ដែលមកជាមួយ QGIS។</translation>
    </message>
    <message>
      <location filename="../../qgis_plugin/panel/reports/program.py" />
      <source>The program qgis_process cannot be started: {why}</source>
      <translation>មិនអាចចាប់ផ្តើមកម្មវិធី qgis_process៖ {why}</translation>
    </message>
    <message>
      <location filename="../../qgis_plugin/panel/reports/program.py" />
      <source>It ended with status {status}.</source>
      <translation>វាបានបញ្ចប់ដោយស្ថានភាព {status}។</translation>
    </message>
    <message>
      <location filename="../../qgis_plugin/panel/reports/queue_view.py" />
      <source>&amp;Open</source>
      <translation>បើក (&amp;O)</translation>
    </message>
    <message>
      <location filename="../../qgis_plugin/panel/reports/queue_view.py" />
      <source>Open &amp;folder</source>
      <translation>បើកថត (&amp;F)</translation>
    </message>
    <message>
      <location filename="../../qgis_plugin/panel/reports/queue_view.py" />
      <source>The file is no longer there: {path}</source>
      <translation>ឯកសារលែងមានទៀតហើយ៖ {path}</translation>
    </message>
    <message>
      <location filename="../../qgis_plugin/panel/reports/queue_view.py" />
      <source>State</source>
      <translation>ស្ថានភាព</translation>
    </message>
    <message>
      <location filename="../../qgis_plugin/panel/reports/queue_view.py" />
      <source>Queue of reports</source>
      <translation>ជួររង់ចាំនៃរបាយការណ៍</translation>
    </message>
    <message>
      <location filename="../../qgis_plugin/panel/reports/queue_view.py" />
      <source>Progress of the queue</source>
      <translation>វឌ្ឍនភាពនៃជួររង់ចាំ</translation>
    </message>
    <message>
      <location filename="../../qgis_plugin/panel/reports/queue_view.py" />
      <source>Cancel &amp;all</source>
      <translation>បោះបង់ទាំងអស់ (&amp;A)</translation>
    </message>
    <message>
      <location filename="../../qgis_plugin/panel/reports/queue_view.py" />
      <source>C&amp;lear the list</source>
      <translation>សម្អាតបញ្ជី (&amp;L)</translation>
    </message>
    <message>
      <location filename="../../qgis_plugin/panel/reports/queue_view.py" />
      <source>{over} of {count} finished</source>
      <translation>រួចរាល់ {over} ក្នុងចំណោម {count}</translation>
    </message>
    <message>
      <location filename="../../qgis_plugin/panel/reports/queue_view.py" />
      <source>Nothing was made yet.</source>
      <translation>មិនទាន់បង្កើតអ្វីនៅឡើយទេ។</translation>
    </message>
    <message>
      <location filename="../../qgis_plugin/panel/reports/queue_view.py" />
      <source>{percent} %</source>
      <translation>{percent} %</translation>
    </message>
    <message>
      <location filename="../../qgis_plugin/panel/reports/queue_view.py" />
      <source>Waiting</source>
      <translation>កំពុងរង់ចាំ</translation>
    </message>
    <message>
      <location filename="../../qgis_plugin/panel/reports/queue_view.py" />
      <source>Done</source>
      <translation>រួចរាល់</translation>
    </message>
    <message>
      <location filename="../../qgis_plugin/panel/reports/queue_view.py" />
      <source>Failed</source>
      <translation>បរាជ័យ</translation>
    </message>
    <message>
      <location filename="../../qgis_plugin/panel/reports/queue_view.py" />
      <source>Cancelled</source>
      <translation>បានបោះបង់</translation>
    </message>
    <message>
      <location filename="../../qgis_plugin/panel/reports/runner.py" />
      <source>Make a report</source>
      <translation>បង្កើតរបាយការណ៍</translation>
    </message>
    <message>
      <location filename="../../qgis_plugin/panel/reports/runner.py" />
      <source>The report cannot be written: {why}</source>
      <translation>មិនអាចសរសេររបាយការណ៍បានទេ៖ {why}</translation>
    </message>
    <message>
      <location filename="../../qgis_plugin/panel/reports/runner.py" />
      <source>nothing was made</source>
      <translation>មិនបានបង្កើតអ្វីទេ</translation>
    </message>
    <message>
      <location filename="../../qgis_plugin/panel/reports/scopes.py" />
      <source>Selected factories: {count}</source>
      <translation>រោងចក្រដែលបានជ្រើស៖ {count}</translation>
    </message>
    <message>
      <location filename="../../qgis_plugin/panel/reports/scopes.py" />
      <source>What the map shows</source>
      <translation>អ្វីដែលផែនទីបង្ហាញ</translation>
    </message>
    <message>
      <location filename="../../qgis_plugin/panel/reports/scopes.py" />
      <source>Whole register</source>
      <translation>បញ្ជីរោងចក្រទាំងមូល</translation>
    </message>
    <message>
      <location filename="../../qgis_plugin/panel/reports/sheets.py" />
      <source>Finding</source>
      <translation>របកគំហើញ</translation>
    </message>
    <message>
      <location filename="../../qgis_plugin/panel/reports/sheets.py" />
      <source>What the rule says</source>
      <translation>អ្វីដែលវិធានចែង</translation>
    </message>
    <message>
      <location filename="../../qgis_plugin/panel/reports/sheets.py" />
      <source>Nearest or affected</source>
      <translation>ជិតបំផុត ឬរងផលប៉ះពាល់</translation>
    </message>
    <message>
      <location filename="../../qgis_plugin/panel/reports/sheets.py" />
      <source>Layer of</source>
      <translation>ស្រទាប់នៃ</translation>
    </message>
    <message>
      <location filename="../../qgis_plugin/panel/reports/sheets.py" />
      <source>Source of the rule</source>
      <translation>ប្រភពនៃវិធាន</translation>
    </message>
    <message>
      <location filename="../../qgis_plugin/panel/reports/sheets.py" />
      <source>Row</source>
      <translation>ជួរ</translation>
    </message>
    <message>
      <location filename="../../qgis_plugin/panel/reports/sheets.py" />
      <source>What it is</source>
      <translation>វាជាអ្វី</translation>
    </message>
    <message>
      <location filename="../../qgis_plugin/panel/reports/sheets.py" />
      <source>Quality</source>
      <translation>គុណភាព</translation>
    </message>
    <message>
      <location filename="../../qgis_plugin/panel/reports/sheets.py" />
      <source>Measures</source>
      <translation>រង្វាស់</translation>
    </message>
    <message>
      <location filename="../../qgis_plugin/panel/reports/templates.py" />
      <source>Map of verdicts</source>
      <translation>ផែនទីលទ្ធផលពិនិត្យ</translation>
    </message>
    <message>
      <location filename="../../qgis_plugin/panel/reports/templates.py" />
      <source>Table of findings</source>
      <translation>តារាងរបកគំហើញ</translation>
    </message>
    <message>
      <location filename="../../qgis_plugin/panel/reports/templates.py" />
      <source>Location certificates</source>
      <translation>វិញ្ញាបនបត្រទីតាំង</translation>
    </message>
    <message>
      <location filename="../../qgis_plugin/panel/reports/templates.py" />
      <source>Monthly report</source>
      <translation>របាយការណ៍ប្រចាំខែ</translation>
    </message>
    <message>
      <location filename="../../qgis_plugin/panel/reports/templates.py" />
      <source>One page with the factories by verdict over zoning and parks, to print or to put into a paper.</source>
      <translation>មួយទំព័រដែលមានរោងចក្រតាមលទ្ធផលពិនិត្យ លើតំបន់ប្រើប្រាស់ដី និងសួនឧស្សាហកម្ម សម្រាប់បោះពុម្ព ឬដាក់ក្នុងឯកសារ។</translation>
    </message>
    <message>
      <location filename="../../qgis_plugin/panel/reports/templates.py" />
      <source>What the last check found, one row for each factory and rule, to sort, filter and send on.</source>
      <translation>អ្វីដែលការពិនិត្យចុងក្រោយរកឃើញ មួយជួរសម្រាប់រោងចក្រ និងវិធាននីមួយៗ សម្រាប់តម្រៀប ត្រង និងផ្ញើបន្ត។</translation>
    </message>
    <message>
      <location filename="../../qgis_plugin/panel/reports/templates.py" />
      <source>One A4 page for each factory with the answer of every rule, to sign and to file.</source>
      <translation>មួយទំព័រ A4 សម្រាប់រោងចក្រនីមួយៗ ដែលមានចម្លើយនៃវិធានទាំងអស់ សម្រាប់ចុះហត្ថលេខា និងតម្កល់ទុក។</translation>
    </message>
    <message>
      <location filename="../../qgis_plugin/panel/reports/templates.py" />
      <source>Every rule of the rule pack in words, with its source, to read and to hand out.</source>
      <translation>វិធានទាំងអស់នៃកញ្ចប់វិធានជាពាក្យ ជាមួយប្រភព សម្រាប់អាន និងចែកជូន។</translation>
    </message>
    <message>
      <location filename="../../qgis_plugin/panel/reports/templates.py" />
      <source>What is missing or inaccurate in the register, for the country, its provinces and districts.</source>
      <translation>អ្វីដែលខ្វះ ឬមិនត្រឹមត្រូវក្នុងបញ្ជីរោងចក្រ សម្រាប់ប្រទេស រាជធានី-ខេត្ត និងស្រុក។</translation>
    </message>
    <message>
      <location filename="../../qgis_plugin/panel/reports/templates.py" />
      <source>Checks the register anew, draws safety zones and clusters, and prints all of it on one map; the tables lie beside it.</source>
      <translation>ពិនិត្យបញ្ជីរោងចក្រជាថ្មី គូសតំបន់សុវត្ថិភាព និងចង្កោម ហើយបោះពុម្ពទាំងអស់លើផែនទីមួយ ដោយមានតារាងនៅជាមួយ។</translation>
    </message>
    <message>
      <location filename="../../qgis_plugin/panel/reports/templates.py" />
      <source>map</source>
      <translation>ផែនទី</translation>
    </message>
    <message>
      <location filename="../../qgis_plugin/panel/reports/templates.py" />
      <source>findings</source>
      <translation>របកគំហើញ</translation>
    </message>
    <message>
      <location filename="../../qgis_plugin/panel/reports/templates.py" />
      <source>certificates</source>
      <translation>វិញ្ញាបនបត្រ</translation>
    </message>
    <message>
      <location filename="../../qgis_plugin/panel/reports/templates.py" />
      <source>rules</source>
      <translation>វិធាន</translation>
    </message>
    <message>
      <location filename="../../qgis_plugin/panel/reports/templates.py" />
      <source>quality</source>
      <translation>គុណភាព</translation>
    </message>
    <message>
      <location filename="../../qgis_plugin/panel/reports/templates.py" />
      <source>report</source>
      <translation>របាយការណ៍</translation>
    </message>
    <message>
      <location filename="../../qgis_plugin/panel/reports/templates.py" />
      <source>There is no layer of factories: choose it in the tab Check.</source>
      <translation>គ្មានស្រទាប់រោងចក្រទេ៖ សូមជ្រើសវាក្នុងផ្ទាំង «ពិនិត្យ»។</translation>
    </message>
    <message>
      <location filename="../../qgis_plugin/panel/reports/templates.py" />
      <source>There are no findings yet: run a check in the tab Check.</source>
      <translation>មិនទាន់មានរបកគំហើញទេ៖ សូមដំណើរការពិនិត្យក្នុងផ្ទាំង «ពិនិត្យ»។</translation>
    </message>
    <message>
      <location filename="../../qgis_plugin/panel/reports/templates.py" />
      <source>There is nothing to check against: choose a zoning or a parks layer in the tab Check.</source>
      <translation>គ្មានអ្វីសម្រាប់ពិនិត្យធៀបទេ៖ សូមជ្រើសស្រទាប់តំបន់ប្រើប្រាស់ដី ឬសួនឧស្សាហកម្មក្នុងផ្ទាំង «ពិនិត្យ»។</translation>
    </message>
    <message>
      <location filename="../../qgis_plugin/panel/reports/templates.py" />
      <source>There is no zoning layer: choose it in the tab Check.</source>
      <translation>គ្មានស្រទាប់តំបន់ប្រើប្រាស់ដីទេ៖ សូមជ្រើសវាក្នុងផ្ទាំង «ពិនិត្យ»។</translation>
    </message>
    <message>
      <location filename="../../qgis_plugin/panel/reports/templates.py" />
      <source>The monthly report needs factories as points, and these are areas.</source>
      <translation>របាយការណ៍ប្រចាំខែត្រូវការរោងចក្រជាចំណុច ប៉ុន្តែទាំងនេះជាផ្ទៃ។</translation>
    </message>
    <message>
      <location filename="../../qgis_plugin/panel/reports/templates.py" />
      <source>The monthly report needs the register’s own field names, and these layers have others.</source>
      <translation>របាយការណ៍ប្រចាំខែត្រូវការឈ្មោះវាលរបស់បញ្ជីរោងចក្រ ប៉ុន្តែស្រទាប់ទាំងនេះមានឈ្មោះផ្សេង។</translation>
    </message>
    <message>
      <location filename="../../qgis_plugin/panel/reports/templates.py" />
      <source>The model of the monthly report did not come with the plugin.</source>
      <translation>ម៉ូដែលនៃរបាយការណ៍ប្រចាំខែមិនបានមកជាមួយកម្មវិធីជំនួយទេ។</translation>
    </message>
    <message>
      <location filename="../../qgis_plugin/panel/reports/templates.py" />
      <source>chosen area</source>
      <translation>ផ្ទៃដែលបានជ្រើស</translation>
    </message>
    <message>
      <location filename="../../qgis_plugin/panel/reports/templates.py" />
      <source>Factories by verdict: {scope}</source>
      <translation>រោងចក្រតាមលទ្ធផលពិនិត្យ៖ {scope}</translation>
    </message>
    <message>
      <location filename="../../qgis_plugin/panel/reports/templates.py" />
      <source>Factories: {scope}</source>
      <translation>រោងចក្រ៖ {scope}</translation>
    </message>
    <message>
      <location filename="../../qgis_plugin/panel/reports/templates.py" />
      <source>Register of {date}, not checked</source>
      <translation>បញ្ជីរោងចក្រថ្ងៃ {date} មិនទាន់ពិនិត្យ</translation>
    </message>
    <message>
      <location filename="../../qgis_plugin/panel/reports/templates.py" />
      <source>Rules, safety zones and clusters, {date}</source>
      <translation>វិធាន តំបន់សុវត្ថិភាព និងចង្កោម {date}</translation>
    </message>
    <message>
      <location filename="../../qgis_plugin/panel/reports/templates.py" />
      <source>Not compared with an earlier check.</source>
      <translation>មិនបានប្រៀបធៀបនឹងការពិនិត្យមុនទេ។</translation>
    </message>
    <message>
      <location filename="../../qgis_plugin/panel/reports/templates.py" />
      <source>The earlier check went by other rules ({rules}): choose another one to compare with, or none.</source>
      <translation>ការពិនិត្យមុនប្រើវិធានផ្សេង ({rules})៖ សូមជ្រើសរើសការពិនិត្យផ្សេងសម្រាប់ប្រៀបធៀប ឬកុំជ្រើសរើស។</translation>
    </message>
    <message>
      <location filename="../../qgis_plugin/panel/reports/view.py" />
      <source>&amp;Make report</source>
      <translation>បង្កើតរបាយការណ៍ (&amp;M)</translation>
    </message>
    <message>
      <location filename="../../qgis_plugin/panel/reports/view.py" />
      <source>More settings…</source>
      <translation>ការកំណត់បន្ថែម…</translation>
    </message>
    <message>
      <location filename="../../qgis_plugin/panel/reports/view.py" />
      <source>Opens the dialog of the algorithm, filled in, with every setting.</source>
      <translation>បើកប្រអប់នៃក្បួនដោះស្រាយ ដែលបានបំពេញរួច ជាមួយការកំណត់ទាំងអស់។</translation>
    </message>
    <message>
      <location filename="../../qgis_plugin/panel/reports/view.py" />
      <source>Choose which factories.</source>
      <translation>សូមជ្រើសរោងចក្រ។</translation>
    </message>
    <message>
      <location filename="../../qgis_plugin/panel/reports/view.py" />
      <source>&amp;Make reports</source>
      <translation>បង្កើតរបាយការណ៍ (&amp;M)</translation>
    </message>
    <message>
      <location filename="../../qgis_plugin/panel/reports/view.py" />
      <source>{count} files, the first: {name}</source>
      <translation>ឯកសារ {count}, ទីមួយ៖ {name}</translation>
    </message>
    <message>
      <location filename="../../qgis_plugin/panel/reports/view.py" />
      <source>That file is there already: this one will be {name}</source>
      <translation>មានឯកសារនោះរួចហើយ៖ ឯកសារនេះនឹងមានឈ្មោះ {name}</translation>
    </message>
    <message>
      <location filename="../../qgis_plugin/panel/rules_chooser.py" />
      <location filename="../../qgis_plugin/panel/site/answer_box.py" />
      <location filename="../../qgis_plugin/project/setup.py" />
      <source>Rules</source>
      <translation>វិធាន</translation>
    </message>
    <message>
      <location filename="../../qgis_plugin/panel/rules_chooser.py" />
      <source>Other file…</source>
      <translation>ឯកសារផ្សេង…</translation>
    </message>
    <message>
      <location filename="../../qgis_plugin/panel/rules_chooser.py" />
      <source>A rule pack of your own</source>
      <translation>កញ្ចប់វិធានផ្ទាល់ខ្លួន</translation>
    </message>
    <message>
      <location filename="../../qgis_plugin/panel/since_line.py" />
      <source>{count} new</source>
      <translation>ថ្មី {count}</translation>
    </message>
    <message>
      <location filename="../../qgis_plugin/panel/since_line.py" />
      <source>{count} changed</source>
      <translation>ប្រែប្រួល {count}</translation>
    </message>
    <message>
      <location filename="../../qgis_plugin/panel/since_line.py" />
      <source>{count} resolved</source>
      <translation>ដោះស្រាយ {count}</translation>
    </message>
    <message>
      <location filename="../../qgis_plugin/panel/since_line.py" />
      <source>{count} worse</source>
      <translation>អន់ជាងមុន {count}</translation>
    </message>
    <message>
      <location filename="../../qgis_plugin/panel/since_line.py" />
      <source>{count} better</source>
      <translation>ប្រសើរជាងមុន {count}</translation>
    </message>
    <message>
      <location filename="../../qgis_plugin/panel/since_line.py" />
      <source>Since {when}: {findings}. Factories: {factories}.</source>
      <translation>ចាប់ពី {when}៖ {findings}។ រោងចក្រ៖ {factories}។</translation>
    </message>
    <message>
      <location filename="../../qgis_plugin/panel/site/activity_field.py" />
      <source>What it makes, in Khmer or English, or the ISIC code</source>
      <translation>អ្វីដែលផលិត ជាភាសាខ្មែរ ឬអង់គ្លេស ឬលេខកូដ ISIC</translation>
    </message>
    <message>
      <location filename="../../qgis_plugin/panel/site/activity_field.py" />
      <source>“{text}” is not yet an activity: choose one from the list.</source>
      <translation>«{text}» មិនទាន់ជាសកម្មភាពទេ៖ សូមជ្រើសរើសមួយពីបញ្ជី។</translation>
    </message>
    <message>
      <location filename="../../qgis_plugin/panel/site/activity_field.py" />
      <source>Type a word or an ISIC code, and choose from the list.</source>
      <translation>សូមវាយពាក្យ ឬលេខកូដ ISIC ហើយជ្រើសរើសពីបញ្ជី។</translation>
    </message>
    <message>
      <location filename="../../qgis_plugin/panel/site/answer.py" />
      <source>Kept</source>
      <translation>បានគោរព</translation>
    </message>
    <message>
      <location filename="../../qgis_plugin/panel/site/answer.py" />
      <source>{measured} m</source>
      <translation>{measured} m</translation>
    </message>
    <message>
      <location filename="../../qgis_plugin/panel/site/answer.py" />
      <source>{measured} m; rule: {required} m</source>
      <translation>{measured} m (វិធាន៖ {required} m)</translation>
    </message>
    <message>
      <location filename="../../qgis_plugin/panel/site/answer.py" />
      <source>{name}, {distance} away</source>
      <translation>{name} ចម្ងាយ {distance}</translation>
    </message>
    <message>
      <location filename="../../qgis_plugin/panel/site/answer.py" />
      <source>Park with room</source>
      <translation>សួនឧស្សាហកម្មមានកន្លែងទំនេរ</translation>
    </message>
    <message>
      <location filename="../../qgis_plugin/panel/site/answer.py" />
      <source>Zone that permits it</source>
      <translation>តំបន់ដែលអនុញ្ញាត</translation>
    </message>
    <message>
      <location filename="../../qgis_plugin/panel/site/answer.py" />
      <source>nothing left to assess</source>
      <translation>គ្មានអ្វីត្រូវវាយតម្លៃទៀត</translation>
    </message>
    <message>
      <location filename="../../qgis_plugin/panel/site/answer_box.py" />
      <source>What every rule says</source>
      <translation>លទ្ធផលតាមវិធាននីមួយៗ</translation>
    </message>
    <message>
      <location filename="../../qgis_plugin/panel/site/answer_box.py" />
      <source>Other places</source>
      <translation>ទីតាំងផ្សេងទៀត</translation>
    </message>
    <message>
      <location filename="../../qgis_plugin/panel/site/answer_box.py" />
      <source>&amp;Move the site here</source>
      <translation>ផ្លាស់ទីតាំងមកទីនេះ (&amp;M)</translation>
    </message>
    <message>
      <location filename="../../qgis_plugin/panel/site/answer_box.py" />
      <source>Rules ({count})</source>
      <translation>វិធាន ({count})</translation>
    </message>
    <message>
      <location filename="../../qgis_plugin/panel/site/answer_box.py" />
      <source>Other places are looked for where the site breaks a rule. This one does not.</source>
      <translation>ទីតាំងផ្សេងទៀតត្រូវបានស្វែងរក ពេលទីតាំងមិនគោរពវិធានណាមួយ។ ទីតាំងនេះមិនមែនដូច្នោះទេ។</translation>
    </message>
    <message>
      <location filename="../../qgis_plugin/panel/site/answer_box.py" />
      <source>No other place was found.</source>
      <translation>រកមិនឃើញទីតាំងផ្សេងទៀតទេ។</translation>
    </message>
    <message>
      <location filename="../../qgis_plugin/panel/site/answer_box.py" />
      <source>Looking for other places…</source>
      <translation>កំពុងស្វែងរកទីតាំងផ្សេងទៀត…</translation>
    </message>
    <message>
      <location filename="../../qgis_plugin/panel/site/answer_box.py" />
      <source>Look for the nearest places that keep every prohibition</source>
      <translation>ស្វែងរកកន្លែងជិតបំផុត ដែលគោរពតាមការហាមឃាត់ទាំងអស់</translation>
    </message>
    <message>
      <location filename="../../qgis_plugin/panel/site/answer_box.py" />
      <source>Rules, or other places</source>
      <translation>វិធាន ឬទីតាំងផ្សេងទៀត</translation>
    </message>
    <message>
      <location filename="../../qgis_plugin/panel/site/answer_box.py" />
      <source>About the rule</source>
      <translation>អំពីវិធាន</translation>
    </message>
    <message>
      <location filename="../../qgis_plugin/panel/site/asker.py" />
      <source>Check a site</source>
      <translation>ពិនិត្យទីតាំងមួយ</translation>
    </message>
    <message>
      <location filename="../../qgis_plugin/panel/site/asker.py" />
      <source>Prepare the site check</source>
      <translation>រៀបចំការពិនិត្យទីតាំង</translation>
    </message>
    <message>
      <location filename="../../qgis_plugin/panel/site/certificate_dialog.py" />
      <source>Save the certificate</source>
      <translation>រក្សាទុកវិញ្ញាបនបត្រ</translation>
    </message>
    <message>
      <location filename="../../qgis_plugin/panel/site/certificate_dialog.py" />
      <source>File of the certificate</source>
      <translation>ឯកសារវិញ្ញាបនបត្រ</translation>
    </message>
    <message>
      <location filename="../../qgis_plugin/panel/site/certificate_dialog.py" />
      <source>&amp;Applicant</source>
      <translation>អ្នកស្នើសុំ (&amp;A)</translation>
    </message>
    <message>
      <location filename="../../qgis_plugin/panel/site/certificate_dialog.py" />
      <source>&amp;Number of the application</source>
      <translation>លេខពាក្យស្នើសុំ (&amp;N)</translation>
    </message>
    <message>
      <location filename="../../qgis_plugin/panel/site/certificate_dialog.py" />
      <source>&amp;Save to</source>
      <translation>រក្សាទុកទៅ (&amp;S)</translation>
    </message>
    <message>
      <location filename="../../qgis_plugin/panel/site/certificate_dialog.py" />
      <source>&amp;Write certificate</source>
      <translation>សរសេរវិញ្ញាបនបត្រ (&amp;W)</translation>
    </message>
    <message>
      <location filename="../../qgis_plugin/panel/site/certificate_dialog.py" />
      <source>certificate</source>
      <translation>វិញ្ញាបនបត្រ</translation>
    </message>
    <message>
      <location filename="../../qgis_plugin/panel/site/certificate_dialog.py" />
      <source>The name must end in .pdf.</source>
      <translation>ឈ្មោះត្រូវបញ្ចប់ដោយ .pdf។</translation>
    </message>
    <message>
      <location filename="../../qgis_plugin/panel/site/certificate_dialog.py" />
      <source>There is no folder {path}.</source>
      <translation>គ្មានថត {path} ទេ។</translation>
    </message>
    <message>
      <location filename="../../qgis_plugin/panel/site/certificate_dialog.py" />
      <source>“{path}” cannot be written: {why}. Close whatever has it open, or choose another name.</source>
      <translation>មិនអាចសរសេរ «{path}» បានទេ៖ {why}។ សូមបិទអ្វីដែលកំពុងបើកវា ឬជ្រើសឈ្មោះផ្សេង។</translation>
    </message>
    <message>
      <location filename="../../qgis_plugin/panel/site/part.py" />
      <source>Site check</source>
      <translation>ពិនិត្យទីតាំង</translation>
    </message>
    <message>
      <location filename="../../qgis_plugin/panel/site/place_field.py" />
      <source>not stated: as the options assume</source>
      <translation>មិនបានបញ្ជាក់៖ តាមដែលជម្រើសសន្មត</translation>
    </message>
    <message>
      <location filename="../../qgis_plugin/panel/site/place_field.py" />
      <source>click on the map</source>
      <translation>ចុចលើផែនទី</translation>
    </message>
    <message>
      <location filename="../../qgis_plugin/panel/site/place_field.py" />
      <source>GPS or phone, on site</source>
      <translation>GPS ឬទូរសព្ទ នៅទីតាំងផ្ទាល់</translation>
    </message>
    <message>
      <location filename="../../qgis_plugin/panel/site/place_field.py" />
      <source>land survey</source>
      <translation>ការវាស់វែងដី</translation>
    </message>
    <message>
      <location filename="../../qgis_plugin/panel/site/place_field.py" />
      <source>not stated: as for a GPS or phone on site</source>
      <translation>មិនបានបញ្ជាក់៖ ដូច GPS ឬទូរសព្ទ នៅទីតាំងផ្ទាល់</translation>
    </message>
    <message>
      <location filename="../../qgis_plugin/panel/site/place_field.py" />
      <source>Datum of the coordinate</source>
      <translation>ប្រព័ន្ធយោង (datum) នៃកូអរដោនេ</translation>
    </message>
    <message>
      <location filename="../../qgis_plugin/panel/site/place_field.py" />
      <source>Old topographic maps are in Indian 1960; web maps in WGS 84. They are 400 to 500 m apart.</source>
      <translation>ផែនទីសណ្ឋានដីចាស់ៗប្រើ Indian 1960 ចំណែកផែនទីលើអ៊ីនធឺណិតប្រើ WGS 84។ ទីតាំងក្នុងប្រព័ន្ធទាំងពីរ ឃ្លាតពីគ្នា 400 ដល់ 500 m។</translation>
    </message>
    <message>
      <location filename="../../qgis_plugin/panel/site/place_field.py" />
      <source>Coordinate, or click the map</source>
      <translation>កូអរដោនេ ឬចុចលើផែនទី</translation>
    </message>
    <message>
      <location filename="../../qgis_plugin/panel/site/place_field.py" />
      <source>Coordinate of the site</source>
      <translation>កូអរដោនេនៃទីតាំង</translation>
    </message>
    <message>
      <location filename="../../qgis_plugin/panel/site/place_field.py" />
      <source>Latitude, longitude in decimals, degrees and minutes, or UTM zone 48N metres; Khmer digits too. Enter checks the place.</source>
      <translation>រយៈទទឹង រយៈបណ្តោយ ជាខ្ទង់ទសភាគ ជាដឺក្រេ និងនាទី ឬជាម៉ែត្រនៃ UTM តំបន់ 48N។ លេខខ្មែរក៏បាន។ ចុច Enter ដើម្បីពិនិត្យទីតាំង។</translation>
    </message>
    <message>
      <location filename="../../qgis_plugin/panel/site/place_field.py" />
      <source>Pick on map</source>
      <translation>ជ្រើសលើផែនទី</translation>
    </message>
    <message>
      <location filename="../../qgis_plugin/panel/site/place_field.py" />
      <source>Click the place on the map; drag it to another one; Esc ends</source>
      <translation>ចុចទីតាំងលើផែនទី អូសវាទៅកន្លែងផ្សេង ចុច Esc ដើម្បីបញ្ចប់</translation>
    </message>
    <message>
      <location filename="../../qgis_plugin/panel/site/place_field.py" />
      <source>Pick the site on the map</source>
      <translation>ជ្រើសរើសទីតាំងលើផែនទី</translation>
    </message>
    <message>
      <location filename="../../qgis_plugin/panel/site/place_field.py" />
      <source>Click on the map</source>
      <translation>ចុចលើផែនទី</translation>
    </message>
    <message>
      <location filename="../../qgis_plugin/panel/site/place_field.py" />
      <source>Land survey</source>
      <translation>ការវាស់វែងដី</translation>
    </message>
    <message>
      <location filename="../../qgis_plugin/panel/site/place_field.py" />
      <source>As stated</source>
      <translation>តាមការបញ្ជាក់</translation>
    </message>
    <message>
      <location filename="../../qgis_plugin/panel/site/place_field.py" />
      <source>Not known</source>
      <translation>មិនដឹង</translation>
    </message>
    <message>
      <location filename="../../qgis_plugin/panel/site/place_field.py" />
      <source>How the place is known: it sets the accuracy to what is usual. Not known: that of the options, or else that of a GPS or phone; the certificate says so.</source>
      <translation>របៀបដឹងទីតាំង៖ វាកំណត់ភាពត្រឹមត្រូវតាមធម្មតា។ មិនដឹង៖ យកតាមជម្រើស ឬបើគ្មាន យកតាម GPS ឬទូរសព្ទ ហើយវិញ្ញាបនបត្របញ្ជាក់អំពីវា។</translation>
    </message>
    <message>
      <location filename="../../qgis_plugin/panel/site/place_field.py" />
      <source>Accuracy of the place in metres</source>
      <translation>ភាពត្រឹមត្រូវនៃកន្លែង គិតជាម៉ែត្រ</translation>
    </message>
    <message>
      <location filename="../../qgis_plugin/panel/site/place_field.py" />
      <source>Radius within which the true place lies. A verdict is given only when it is the same everywhere in it.</source>
      <translation>កាំនៃរង្វង់ ដែលទីតាំងពិតស្ថិតនៅខាងក្នុង។ លទ្ធផលពិនិត្យត្រូវបានផ្តល់ លុះត្រាតែវាដូចគ្នាគ្រប់កន្លែង ក្នុងរង្វង់នោះ។</translation>
    </message>
    <message>
      <location filename="../../qgis_plugin/panel/site/reading.py" />
      <source>Taken as latitude {lat}, longitude {lon}: what was typed has them the other way round.</source>
      <translation>យកជារយៈទទឹង {lat} រយៈបណ្តោយ {lon}៖ អ្វីដែលបានវាយមានលំដាប់បញ្ច្រាស។</translation>
    </message>
    <message>
      <location filename="../../qgis_plugin/panel/site/reading.py" />
      <source>Write it so</source>
      <translation>សរសេរបែបនេះ</translation>
    </message>
    <message>
      <location filename="../../qgis_plugin/panel/site/reading.py" />
      <source>Latitude {lat}, longitude {lon} in WGS 84.</source>
      <translation>រយៈទទឹង {lat} រយៈបណ្តោយ {lon} ក្នុង WGS 84។</translation>
    </message>
    <message>
      <location filename="../../qgis_plugin/panel/site/reading.py" />
      <source>The link says only where the middle of the map was, which may be beside the place.</source>
      <translation>តំណនេះប្រាប់តែចំណុចកណ្តាលនៃផែនទី ដែលអាចនៅក្បែរទីតាំងពិត។</translation>
    </message>
    <message>
      <location filename="../../qgis_plugin/panel/site/reading.py" />
      <source>Moved from {datum} to WGS 84, which is good to {metres} m.</source>
      <translation>បានបម្លែងពី {datum} ទៅ WGS 84 ដែលត្រឹមត្រូវដល់ {metres} m។</translation>
    </message>
    <message>
      <location filename="../../qgis_plugin/panel/site/reading.py" />
      <source>Its digits tell the place to {metres} m at best.</source>
      <translation>ចំនួនខ្ទង់របស់វា បញ្ជាក់ទីតាំងបានត្រឹមត្រូវបំផុតត្រឹម {metres} m ប៉ុណ្ណោះ។</translation>
    </message>
    <message>
      <location filename="../../qgis_plugin/panel/site/reading.py" />
      <location filename="../../qgis_plugin/panel/site/site_check.py" />
      <source>Read it as {datum}</source>
      <translation>អានជា {datum}</translation>
    </message>
    <message>
      <location filename="../../qgis_plugin/panel/site/reading.py" />
      <source>Use {coordinate}</source>
      <translation>ប្រើ {coordinate}</translation>
    </message>
    <message>
      <location filename="../../qgis_plugin/panel/site/reading.py" />
      <source>“{text}” names the datum {named}, but it is read as {datum}.</source>
      <translation>«{text}» បញ្ជាក់ប្រព័ន្ធយោង (datum) {named} តែត្រូវបានអានជា {datum}។</translation>
    </message>
    <message>
      <location filename="../../qgis_plugin/panel/site/site_check.py" />
      <source>The place is checked as known to ± {metres} m: the accuracy that is stated, and what its digits and its datum leave open.</source>
      <translation>ទីកន្លែងត្រូវបានពិនិត្យដោយចាត់ទុកថាដឹងត្រឹម ± {metres} ម៖ ភាពត្រឹមត្រូវដែលបានបញ្ជាក់ រួមនឹងអ្វីដែលចំនួនខ្ទង់ និងប្រព័ន្ធយោង (datum) មិនអាចប្រាប់បាន។</translation>
    </message>
    <message>
      <location filename="../../qgis_plugin/panel/site/site_check.py" />
      <source>{source}; with what its digits and its datum leave open</source>
      <translation>{source} រួមនឹងអ្វីដែលចំនួនខ្ទង់ និងប្រព័ន្ធយោង (datum) មិនអាចប្រាប់បាន</translation>
    </message>
    <message>
      <location filename="../../qgis_plugin/panel/site/site_check.py" />
      <source>Choose the activity: the rules depend on it.</source>
      <translation>សូមជ្រើសរើសសកម្មភាព៖ វិធានអាស្រ័យលើសកម្មភាពនេះ។</translation>
    </message>
    <message>
      <location filename="../../qgis_plugin/panel/site/site_check.py" />
      <source>The place is in no province: outside of Cambodia, or in the sea.</source>
      <translation>ទីតាំងមិនស្ថិតក្នុងរាជធានី-ខេត្តណាទេ៖ នៅក្រៅប្រទេសកម្ពុជា ឬក្នុងសមុទ្រ។</translation>
    </message>
    <message>
      <location filename="../../qgis_plugin/panel/site/site_check.py" />
      <source>Type the coordinate, or pick the place on the map.</source>
      <translation>សូមវាយកូអរដោនេ ឬជ្រើសរើសទីតាំងលើផែនទី។</translation>
    </message>
    <message>
      <location filename="../../qgis_plugin/panel/site/site_check.py" />
      <source>{place}: {verdict}</source>
      <translation>ទីតាំង {place}៖ {verdict}</translation>
    </message>
    <message>
      <location filename="../../qgis_plugin/panel/site/site_check.py" />
      <source>The certificate is written: {path}</source>
      <translation>បានសរសេរវិញ្ញាបនបត្រ៖ {path}</translation>
    </message>
    <message>
      <location filename="../../qgis_plugin/panel/site/view.py" />
      <source>C&amp;ertificate…</source>
      <translation>វិញ្ញាបនបត្រ (&amp;E)…</translation>
    </message>
    <message>
      <location filename="../../qgis_plugin/panel/site/view.py" />
      <source>C&amp;lear</source>
      <translation>សម្អាត (&amp;L)</translation>
    </message>
    <message>
      <location filename="../../qgis_plugin/panel/site/view.py" />
      <source>Say for a place and an activity whether a factory may stand there. There are no layers to check by.</source>
      <translation>ប្រាប់ថា រោងចក្រដែលមានសកម្មភាពមួយ អាចស្ថិតនៅកន្លែងមួយបានឬទេ។ គ្មានស្រទាប់សម្រាប់ពិនិត្យទេ។</translation>
    </message>
    <message>
      <location filename="../../qgis_plugin/panel/site/view.py" />
      <source>Load demo project</source>
      <translation>បើកគម្រោងគំរូ</translation>
    </message>
    <message>
      <location filename="../../qgis_plugin/panel/site/view.py" />
      <source>Choose layers</source>
      <translation>ជ្រើសរើសស្រទាប់</translation>
    </message>
    <message>
      <location filename="../../qgis_plugin/panel/site/view.py" />
      <source>Size of the factory</source>
      <translation>ទំហំរោងចក្រ</translation>
    </message>
    <message>
      <location filename="../../qgis_plugin/panel/site/view.py" />
      <source>A&amp;ctivity</source>
      <translation>សកម្មភាព (&amp;C)</translation>
    </message>
    <message>
      <location filename="../../qgis_plugin/panel/site/view.py" />
      <source>Si&amp;ze</source>
      <translation>ទំហំ (&amp;Z)</translation>
    </message>
    <message>
      <location filename="../../qgis_plugin/panel/site/view.py" />
      <source>Decimal degrees</source>
      <translation>ដឺក្រេទសភាគ</translation>
    </message>
    <message>
      <location filename="../../qgis_plugin/panel/site/view.py" />
      <source>Degrees, minutes, seconds</source>
      <translation>ដឺក្រេ នាទី វិនាទី</translation>
    </message>
    <message>
      <location filename="../../qgis_plugin/panel/site/view.py" />
      <source>UTM zone 48N</source>
      <translation>UTM តំបន់ 48N</translation>
    </message>
    <message>
      <location filename="../../qgis_plugin/panel/site/view.py" />
      <source>Copy</source>
      <translation>ចម្លង</translation>
    </message>
    <message>
      <location filename="../../qgis_plugin/panel/site/view.py" />
      <source>Copy coordinates</source>
      <translation>ចម្លងកូអរដោនេ</translation>
    </message>
    <message>
      <location filename="../../qgis_plugin/panel/site/view.py" />
      <source>Write a page to sign and to file, as PDF</source>
      <translation>សរសេរទំព័រសម្រាប់ចុះហត្ថលេខា និងតម្កល់ទុក ជា PDF</translation>
    </message>
    <message>
      <location filename="../../qgis_plugin/panel/verdicts.py" />
      <source>Assessment</source>
      <translation>ការវាយតម្លៃ</translation>
    </message>
    <message>
      <location filename="../../qgis_plugin/panel/verdicts.py" />
      <source>Pass on condition</source>
      <translation>អនុលោមដោយមានលក្ខខណ្ឌ</translation>
    </message>
    <message>
      <location filename="../../qgis_plugin/panel/verdicts.py" />
      <source>The place breaks the rule, wherever the factory lies within its accuracy.</source>
      <translation>ទីតាំងនេះមិនគោរពវិធាន ទោះរោងចក្រស្ថិតនៅកន្លែងណា ក្នុងរង្វង់ភាពត្រឹមត្រូវក៏ដោយ។</translation>
    </message>
    <message>
      <location filename="../../qgis_plugin/panel/verdicts.py" />
      <source>The rule asks for an assessment here; the place is not prohibited.</source>
      <translation>វិធានទាមទារការវាយតម្លៃនៅទីនេះ។ ទីតាំងនេះមិនត្រូវបានហាមឃាត់ទេ។</translation>
    </message>
    <message>
      <location filename="../../qgis_plugin/panel/verdicts.py" />
      <source>A recommendation is not kept. The factory does not fail for it.</source>
      <translation>អនុសាសន៍មួយមិនត្រូវបានគោរព។ រោងចក្រមិនក្លាយជាមិនអនុលោមដោយសារវាទេ។</translation>
    </message>
    <message>
      <location filename="../../qgis_plugin/panel/verdicts.py" />
      <source>The answer changes within the accuracy of the coordinates: survey the place.</source>
      <translation>ចម្លើយប្រែប្រួល ក្នុងរង្វង់ភាពត្រឹមត្រូវនៃកូអរដោនេ៖ សូមវាស់វែងទីតាំងនេះ។</translation>
    </message>
    <message>
      <location filename="../../qgis_plugin/panel/verdicts.py" />
      <source>No layer says anything about this place or activity. This is not compliance.</source>
      <translation>គ្មានស្រទាប់ណា បញ្ជាក់អំពីទីតាំង ឬសកម្មភាពនេះទេ។ នេះមិនមានន័យថា អនុលោមទេ។</translation>
    </message>
    <message>
      <location filename="../../qgis_plugin/panel/verdicts.py" />
      <source>An exemption of the rule applies.</source>
      <translation>មានការលើកលែងនៃវិធាន ត្រូវបានអនុវត្ត។</translation>
    </message>
    <message>
      <location filename="../../qgis_plugin/panel/verdicts.py" />
      <source>Allowed, on a condition that the finding names.</source>
      <translation>អនុញ្ញាត ដោយមានលក្ខខណ្ឌ ដែលរបកគំហើញបញ្ជាក់។</translation>
    </message>
    <message>
      <location filename="../../qgis_plugin/plugin.py" />
      <source>Factory &amp;Locations</source>
      <translation>ទីតាំងរោងចក្រ (&amp;L)</translation>
    </message>
    <message>
      <location filename="../../qgis_plugin/plugin.py" />
      <source>Factory Locations &amp;panel</source>
      <translation>បន្ទះទីតាំងរោងចក្រ (&amp;P)</translation>
    </message>
    <message>
      <location filename="../../qgis_plugin/plugin.py" />
      <source>Show or hide the Factory Locations panel</source>
      <translation>បង្ហាញ ឬលាក់បន្ទះទីតាំងរោងចក្រ</translation>
    </message>
    <message>
      <location filename="../../qgis_plugin/plugin.py" />
      <source>Report &amp;map…</source>
      <translation>ផែនទីរបាយការណ៍ (&amp;M)…</translation>
    </message>
    <message>
      <location filename="../../qgis_plugin/project/activities.py" />
      <source>No activity is called “{text}”</source>
      <translation>គ្មានសកម្មភាពណាមានឈ្មោះ «{text}» ទេ</translation>
    </message>
    <message>
      <location filename="../../qgis_plugin/project/base_map.py" />
      <source>Countries</source>
      <translation>ប្រទេស</translation>
    </message>
    <message>
      <location filename="../../qgis_plugin/project/bookmarks.py" />
      <location filename="../../qgis_plugin/project/setup.py" />
      <source>Bookmarks…</source>
      <translation>ចំណាំទីតាំង…</translation>
    </message>
    <message>
      <location filename="../../qgis_plugin/project/broken.py" />
      <source>The layer chosen for this is no longer in the project: choose another.</source>
      <translation>ស្រទាប់ដែលបានជ្រើសរើស លែងមានក្នុងគម្រោង៖ សូមជ្រើសរើសស្រទាប់ផ្សេង។</translation>
    </message>
    <message>
      <location filename="../../qgis_plugin/project/broken.py" />
      <source>{place} cannot be reached: open the project again when it can, or choose another layer.</source>
      <translation>មិនអាចភ្ជាប់ទៅ {place} បានទេ៖ សូមបើកគម្រោងម្តងទៀតពេលអាចភ្ជាប់បាន ឬជ្រើសរើសស្រទាប់ផ្សេង។</translation>
    </message>
    <message>
      <location filename="../../qgis_plugin/project/broken.py" />
      <source>The file {name} is not there: choose another, or put it back and open the project again.</source>
      <translation>គ្មានឯកសារ {name} ទេ៖ សូមជ្រើសរើសឯកសារផ្សេង ឬដាក់វាមកវិញ រួចបើកគម្រោងម្តងទៀត។</translation>
    </message>
    <message>
      <location filename="../../qgis_plugin/project/broken.py" />
      <source>The layer “{name}” cannot be read from {file}: choose another.</source>
      <translation>មិនអាចអានស្រទាប់ «{name}» ពី {file} បានទេ៖ សូមជ្រើសរើសស្រទាប់ផ្សេង។</translation>
    </message>
    <message>
      <location filename="../../qgis_plugin/project/decisions.py" />
      <source>{file} has no table of decisions: run the check again, then record the decision.</source>
      <translation>{file} គ្មានតារាងសេចក្តីសម្រេចទេ៖ សូមពិនិត្យម្តងទៀត រួចកត់ត្រាសេចក្តីសម្រេច។</translation>
    </message>
    <message>
      <location filename="../../qgis_plugin/project/decisions.py" />
      <source>it cannot be changed</source>
      <translation>មិនអាចកែប្រែបានទេ</translation>
    </message>
    <message>
      <location filename="../../qgis_plugin/project/decisions.py" />
      <source>The decision was not recorded in {file}: {why}. Close whatever has the file open.</source>
      <translation>សេចក្តីសម្រេចមិនត្រូវបានកត់ត្រាក្នុង {file} ទេ៖ {why}។ សូមបិទកម្មវិធីដែលកំពុងបើកឯកសារនេះ។</translation>
    </message>
    <message>
      <location filename="../../qgis_plugin/project/demo.py" />
      <source>Cambodia</source>
      <translation>កម្ពុជា</translation>
    </message>
    <message>
      <location filename="../../qgis_plugin/project/demo.py" />
      <source>The demo GeoPackage is missing: {path}</source>
      <translation>បាត់ GeoPackage គំរូ៖ {path}</translation>
    </message>
    <message>
      <location filename="../../qgis_plugin/project/demo.py" />
      <source>The demo cannot be copied to {path}: {reason}</source>
      <translation>មិនអាចចម្លងគំរូទៅ {path} បានទេ៖ {reason}</translation>
    </message>
    <message>
      <location filename="../../qgis_plugin/project/demo.py" />
      <source>Factory Locations demo (illustrative data)</source>
      <translation>គម្រោងគំរូ ទីតាំងរោងចក្រ (ទិន្នន័យសម្រាប់បង្ហាញ)</translation>
    </message>
    <message>
      <location filename="../../qgis_plugin/project/demo.py" />
      <source>The demo GeoPackage {path} holds no factories.</source>
      <translation>GeoPackage គំរូ {path} គ្មានរោងចក្រទេ។</translation>
    </message>
    <message>
      <location filename="../../qgis_plugin/project/factory_looks.py" />
      <source>Other activities</source>
      <translation>សកម្មភាពផ្សេងទៀត</translation>
    </message>
    <message>
      <location filename="../../qgis_plugin/project/factory_looks.py" />
      <source>Verdict of a check</source>
      <translation>លទ្ធផលពិនិត្យ</translation>
    </message>
    <message>
      <location filename="../../qgis_plugin/project/finding_form.py" />
      <source>Verdict: {verdict}</source>
      <translation>លទ្ធផលពិនិត្យ៖ {verdict}</translation>
    </message>
    <message>
      <location filename="../../qgis_plugin/project/form_hints.py" />
      <source>stated, because the activity decides which rules apply</source>
      <translation>ត្រូវបានបញ្ជាក់ ព្រោះសកម្មភាពកំណត់វិធានដែលត្រូវអនុវត្ត</translation>
    </message>
    <message>
      <location filename="../../qgis_plugin/project/form_hints.py" />
      <source>stated, because how a place was found tells how far it can be trusted</source>
      <translation>ត្រូវបានបញ្ជាក់ ព្រោះវិធីសាស្ត្រកំណត់ទីតាំងប្រាប់ថាអាចទុកចិត្តបានកម្រិតណា</translation>
    </message>
    <message>
      <location filename="../../qgis_plugin/project/form_hints.py" />
      <source>stated, because no check can know otherwise how far off the place may be</source>
      <translation>ត្រូវបានបញ្ជាក់ ព្រោះបើគ្មានទេ ការពិនិត្យមិនអាចដឹងថាកន្លែងអាចលម្អៀងប៉ុណ្ណាឡើយ</translation>
    </message>
    <message>
      <location filename="../../qgis_plugin/project/form_hints.py" />
      <source>of a factory that breaks no rule in the last check</source>
      <translation>នៃរោងចក្រដែលមិនបំពានវិធានណាក្នុងការពិនិត្យចុងក្រោយ</translation>
    </message>
    <message>
      <location filename="../../qgis_plugin/project/form_hints.py" />
      <source>not a code of ISIC Rev. 4</source>
      <translation>មិនមែនជាកូដ ISIC កំណែទី ៤ ទេ</translation>
    </message>
    <message>
      <location filename="../../qgis_plugin/project/form_hints.py" />
      <source>a code of the list</source>
      <translation>កូដក្នុងបញ្ជី</translation>
    </message>
    <message>
      <location filename="../../qgis_plugin/project/form_hints.py" />
      <source>of the unit that the place is in</source>
      <translation>នៃឯកតារដ្ឋបាលដែលកន្លែងស្ថិតនៅ</translation>
    </message>
    <message>
      <location filename="../../qgis_plugin/project/form_hints.py" />
      <source>with a place in Cambodia</source>
      <translation>ដែលមានកន្លែងក្នុងប្រទេសកម្ពុជា</translation>
    </message>
    <message>
      <location filename="../../qgis_plugin/project/layer_groups.py" />
      <source>Surroundings</source>
      <translation>តំបន់ជុំវិញ</translation>
    </message>
    <message>
      <location filename="../../qgis_plugin/project/layer_groups.py" />
      <source>Plans</source>
      <translation>ប្លង់</translation>
    </message>
    <message>
      <location filename="../../qgis_plugin/project/load_dialog.py" />
      <source>De&amp;mo layers</source>
      <translation>ស្រទាប់គំរូ (&amp;M)</translation>
    </message>
    <message>
      <location filename="../../qgis_plugin/project/load_dialog.py" />
      <location filename="../../qgis_plugin/project/wizard.py" />
      <source>Factories close &amp;together as one sign with their number</source>
      <translation>រោងចក្រនៅជិតគ្នា បង្ហាញជាសញ្ញាតែមួយ ជាមួយចំនួន (&amp;T)</translation>
    </message>
    <message>
      <location filename="../../qgis_plugin/project/load_dialog.py" />
      <source>&amp;Load</source>
      <translation>បើក (&amp;L)</translation>
    </message>
    <message>
      <location filename="../../qgis_plugin/project/load_dialog.py" />
      <source>Choose the files; then look whether each layer stands beside what it is for.</source>
      <translation>សូមជ្រើសរើសឯកសារ រួចពិនិត្យមើលថា ស្រទាប់នីមួយៗស្ថិតនៅទល់នឹងតួនាទីត្រឹមត្រូវរបស់វាឬទេ។</translation>
    </message>
    <message>
      <location filename="../../qgis_plugin/project/load_dialog.py" />
      <source>Draw factories &amp;by</source>
      <translation>គូសរោងចក្រតាម (&amp;B)</translation>
    </message>
    <message>
      <location filename="../../qgis_plugin/project/load_dialog.py" />
      <source>Draw factories by</source>
      <translation>គូសរោងចក្រតាម</translation>
    </message>
    <message>
      <location filename="../../qgis_plugin/project/loading.py" />
      <source>The layer for “{role}” cannot be opened any more: {place}. Choose another.</source>
      <translation>មិនអាចបើកស្រទាប់សម្រាប់ «{role}» បានទៀតទេ៖ {place}។ សូមជ្រើសរើសស្រទាប់ផ្សេង។</translation>
    </message>
    <message>
      <location filename="../../qgis_plugin/project/loading.py" />
      <source>“{layer}” cannot be opened any more: {place}.</source>
      <translation>មិនអាចបើក «{layer}» បានទៀតទេ៖ {place}។</translation>
    </message>
    <message>
      <location filename="../../qgis_plugin/project/loading.py" />
      <location filename="../../qgis_plugin/project/setup.py" />
      <source>Opening {layer}…</source>
      <translation>កំពុងបើក {layer}…</translation>
    </message>
    <message>
      <location filename="../../qgis_plugin/project/loading.py" />
      <source>Drawing the factories…</source>
      <translation>កំពុងគូសរោងចក្រ…</translation>
    </message>
    <message>
      <location filename="../../qgis_plugin/project/packs.py" />
      <source> or </source>
      <translation> ឬ </translation>
    </message>
    <message>
      <location filename="../../qgis_plugin/project/packs.py" />
      <source>The rule pack {path} cannot be read: {reason}</source>
      <translation>មិនអាចអានកញ្ចប់វិធាន {path} បានទេ៖ {reason}</translation>
    </message>
    <message>
      <location filename="../../qgis_plugin/project/packs.py" />
      <source>{layers} drawn as areas</source>
      <translation>{layers} ដែលគូសជាផ្ទៃ</translation>
    </message>
    <message>
      <location filename="../../qgis_plugin/project/part.py" />
      <source>&amp;New factory project…</source>
      <translation>បង្កើតគម្រោងរោងចក្រ (&amp;N)…</translation>
    </message>
    <message>
      <location filename="../../qgis_plugin/project/part.py" />
      <source>Load factory &amp;layers…</source>
      <translation>បើកស្រទាប់រោងចក្រ (&amp;L)…</translation>
    </message>
    <message>
      <location filename="../../qgis_plugin/project/part.py" />
      <source>The project {name} is ready.</source>
      <translation>គម្រោង {name} រួចរាល់ហើយ។</translation>
    </message>
    <message>
      <location filename="../../qgis_plugin/project/part.py" />
      <source>The project is made, and not opened: {path}</source>
      <translation>បានបង្កើតគម្រោង តែមិនបានបើក៖ {path}</translation>
    </message>
    <message>
      <location filename="../../qgis_plugin/project/part.py" />
      <source>{layer}: {told}</source>
      <translation>ស្រទាប់ {layer}៖ {told}</translation>
    </message>
    <message>
      <location filename="../../qgis_plugin/project/part.py" />
      <source>Layers of this project cannot be read: {layers}. The panel says what to do, under Check.</source>
      <translation>មិនអាចអានស្រទាប់នៃគម្រោងនេះបានទេ៖ {layers}។ បន្ទះប្រាប់ពីអ្វីដែលត្រូវធ្វើ ក្នុងផ្ទាំង «ពិនិត្យ»។</translation>
    </message>
    <message>
      <location filename="../../qgis_plugin/project/register_form.py" />
      <source>Location</source>
      <translation>ទីតាំង</translation>
    </message>
    <message>
      <location filename="../../qgis_plugin/project/register_form.py" />
      <source>(not stated)</source>
      <translation>(មិនបានបញ្ជាក់)</translation>
    </message>
    <message>
      <location filename="../../qgis_plugin/project/register_form.py" />
      <source>written like {examples}</source>
      <translation>សរសេរដូចជា {examples}</translation>
    </message>
    <message>
      <location filename="../../qgis_plugin/project/register_form.py" />
      <source>at least {number}</source>
      <translation>យ៉ាងតិច {number}</translation>
    </message>
    <message>
      <location filename="../../qgis_plugin/project/register_form.py" />
      <source>at most {number}</source>
      <translation>យ៉ាងច្រើន {number}</translation>
    </message>
    <message>
      <location filename="../../qgis_plugin/project/register_form.py" />
      <source>beginning with the code of the unit it lies in</source>
      <translation>ចាប់ផ្តើមដោយលេខកូដនៃឯកតារដ្ឋបាលដែលវាស្ថិតក្នុង</translation>
    </message>
    <message>
      <location filename="../../qgis_plugin/project/register_form.py" />
      <source>not before the day it began</source>
      <translation>មិនមុនថ្ងៃចាប់ផ្តើម</translation>
    </message>
    <message>
      <location filename="../../qgis_plugin/project/relations.py" />
      <source>Decisions</source>
      <translation>សេចក្តីសម្រេច</translation>
    </message>
    <message>
      <location filename="../../qgis_plugin/project/results.py" />
      <source>“{path}” is a folder: add a file name, such as findings.gpkg.</source>
      <translation>«{path}» ជាថត៖ សូមបន្ថែមឈ្មោះឯកសារ ដូចជា findings.gpkg។</translation>
    </message>
    <message>
      <location filename="../../qgis_plugin/project/results.py" />
      <source>Findings are a GeoPackage: give a name that ends in .gpkg, not “{name}”.</source>
      <translation>របកគំហើញជា GeoPackage៖ សូមដាក់ឈ្មោះដែលបញ្ចប់ដោយ .gpkg មិនមែន «{name}» ទេ។</translation>
    </message>
    <message>
      <location filename="../../qgis_plugin/project/results.py" />
      <source>Check {when}</source>
      <translation>ការពិនិត្យ {when}</translation>
    </message>
    <message>
      <location filename="../../qgis_plugin/project/results.py" />
      <source>The table {table} in {file} cannot be opened.</source>
      <translation>មិនអាចបើកតារាង {table} ក្នុង {file} បានទេ។</translation>
    </message>
    <message>
      <location filename="../../qgis_plugin/project/role_table.py" />
      <source>The rules are about this layer.</source>
      <translation>វិធានពាក់ព័ន្ធនឹងស្រទាប់នេះ។</translation>
    </message>
    <message>
      <location filename="../../qgis_plugin/project/role_table.py" />
      <source>stays: {layer}</source>
      <translation>ទុកដដែល៖ {layer}</translation>
    </message>
    <message>
      <location filename="../../qgis_plugin/project/role_table.py" />
      <location filename="../../qgis_plugin/project/wizard.py" />
      <source>Reading layers…</source>
      <translation>កំពុងអានស្រទាប់…</translation>
    </message>
    <message>
      <location filename="../../qgis_plugin/project/role_table.py" />
      <source>Add the files with the layers, or drop them here. What each one is for is proposed then.</source>
      <translation>សូមបន្ថែមឯកសារដែលមានស្រទាប់ ឬអូសវាមកទម្លាក់ទីនេះ។ បន្ទាប់មក តួនាទីនៃស្រទាប់នីមួយៗនឹងត្រូវបានស្នើ។</translation>
    </message>
    <message>
      <location filename="../../qgis_plugin/project/role_table.py" />
      <source>{known} layers known, {chosen} chosen. Please look through the list; change what is wrong.</source>
      <translation>ស្គាល់ស្រទាប់ {known} បានជ្រើសរើស {chosen}។ សូមពិនិត្យមើលបញ្ជី ហើយកែអ្វីដែលមិនត្រឹមត្រូវ។</translation>
    </message>
    <message>
      <location filename="../../qgis_plugin/project/role_table.py" />
      <source>For the tab Corrections, and switched off at first, these are added too: {names}.</source>
      <translation>សម្រាប់ផ្ទាំងការកែតម្រូវ ស្រទាប់ទាំងនេះក៏ត្រូវបន្ថែមដែរ ដោយបិទសិន៖ {names}។</translation>
    </message>
    <message>
      <location filename="../../qgis_plugin/project/role_table.py" />
      <source>With more than some ten thousand factories this makes the map slow: leave it off then.</source>
      <translation>បើមានរោងចក្រលើសពីប្រហែលមួយម៉ឺន ជម្រើសនេះធ្វើឱ្យផែនទីយឺត៖ ពេលនោះ សូមកុំប្រើវា។</translation>
    </message>
    <message>
      <location filename="../../qgis_plugin/project/setup.py" />
      <source>Choose the folder for the project.</source>
      <translation>សូមជ្រើសរើសថតសម្រាប់គម្រោង។</translation>
    </message>
    <message>
      <location filename="../../qgis_plugin/project/setup.py" />
      <source>Give the whole path of the folder, such as {example}.</source>
      <translation>សូមបញ្ចូលទីតាំងពេញលេញនៃថត ដូចជា {example}។</translation>
    </message>
    <message>
      <location filename="../../qgis_plugin/project/setup.py" />
      <source>“{path}” is a file: choose a folder.</source>
      <translation>«{path}» ជាឯកសារ៖ សូមជ្រើសរើសថត។</translation>
    </message>
    <message>
      <location filename="../../qgis_plugin/project/setup.py" />
      <source>Give it a name.</source>
      <translation>សូមដាក់ឈ្មោះ។</translation>
    </message>
    <message>
      <location filename="../../qgis_plugin/project/setup.py" />
      <source>A file name cannot contain any of {signs}</source>
      <translation>ឈ្មោះឯកសារមិនអាចមានសញ្ញាណាមួយក្នុងចំណោម {signs}</translation>
    </message>
    <message>
      <location filename="../../qgis_plugin/project/setup.py" />
      <source>“{name}” is already in this folder and will not be replaced: choose another name.</source>
      <translation>«{name}» មានក្នុងថតនេះរួចហើយ ហើយនឹងមិនត្រូវបានជំនួសទេ៖ សូមជ្រើសរើសឈ្មោះផ្សេង។</translation>
    </message>
    <message>
      <location filename="../../qgis_plugin/project/setup.py" />
      <source>A register is a GeoPackage: give a name that ends in .gpkg, not “{name}”.</source>
      <translation>បញ្ជីរោងចក្រត្រូវរក្សាទុកជា GeoPackage៖ សូមដាក់ឈ្មោះដែលបញ្ចប់ដោយ .gpkg មិនមែន «{name}» ទេ។</translation>
    </message>
    <message>
      <location filename="../../qgis_plugin/project/setup.py" />
      <source>None of its fields is known to hold the id, the activity or the name of factories.</source>
      <translation>គ្មានវាលណាមួយត្រូវបានស្គាល់ថាមានលេខសម្គាល់ សកម្មភាព ឬឈ្មោះរោងចក្រទេ។</translation>
    </message>
    <message>
      <location filename="../../qgis_plugin/project/setup.py" />
      <source>“{layer}” does not look like a register.</source>
      <translation>«{layer}» មិនមានលក្ខណៈជាបញ្ជីរោងចក្រទេ។</translation>
    </message>
    <message>
      <location filename="../../qgis_plugin/project/setup.py" />
      <source>“{layer}” looks like the layer for “{role}”, not like a register.</source>
      <translation>«{layer}» មើលទៅជាស្រទាប់សម្រាប់ «{role}» មិនមែនជាបញ្ជីរោងចក្រទេ។</translation>
    </message>
    <message>
      <location filename="../../qgis_plugin/project/setup.py" />
      <source>There is no file “{path}”.</source>
      <translation>គ្មានឯកសារ «{path}» ទេ។</translation>
    </message>
    <message>
      <location filename="../../qgis_plugin/project/setup.py" />
      <source>“{path}” does not hold the findings of a check.</source>
      <translation>«{path}» គ្មានរបកគំហើញនៃការពិនិត្យទេ។</translation>
    </message>
    <message>
      <location filename="../../qgis_plugin/project/setup.py" />
      <source>Choose a coordinate system, such as {crs}.</source>
      <translation>សូមជ្រើសរើសប្រព័ន្ធយោងកូអរដោនេ ដូចជា {crs}។</translation>
    </message>
    <message>
      <location filename="../../qgis_plugin/project/setup.py" />
      <source>“{crs}” is in degrees: choose one in metres, such as {usual}.</source>
      <translation>«{crs}» គិតជាដឺក្រេ៖ សូមជ្រើសរើសប្រព័ន្ធយោងដែលគិតជាម៉ែត្រ ដូចជា {usual}។</translation>
    </message>
    <message>
      <location filename="../../qgis_plugin/project/setup.py" />
      <source>Project</source>
      <translation>គម្រោង</translation>
    </message>
    <message>
      <location filename="../../qgis_plugin/project/setup.py" />
      <source>new and empty, {count} fields: {path}</source>
      <translation>ថ្មី និងទទេ មានវាល {count}៖ {path}</translation>
    </message>
    <message>
      <location filename="../../qgis_plugin/project/setup.py" />
      <source>{name}, stays where it is: {place}</source>
      <translation>{name} នៅកន្លែងដដែល៖ {place}</translation>
    </message>
    <message>
      <location filename="../../qgis_plugin/project/setup.py" />
      <source>Form</source>
      <translation>ទម្រង់បែបបទ</translation>
    </message>
    <message>
      <location filename="../../qgis_plugin/project/setup.py" />
      <source>titles, lists to choose from and hints, in this language</source>
      <translation>ចំណងជើង បញ្ជីសម្រាប់ជ្រើសរើស និងការណែនាំ ជាភាសានេះ</translation>
    </message>
    <message>
      <location filename="../../qgis_plugin/project/setup.py" />
      <source>{path}, related to the register</source>
      <translation>{path} មានទំនាក់ទំនងជាមួយបញ្ជីរោងចក្រ</translation>
    </message>
    <message>
      <location filename="../../qgis_plugin/project/setup.py" />
      <source>{name}, for corrections, switched off</source>
      <translation>{name} សម្រាប់ការកែតម្រូវ បិទ</translation>
    </message>
    <message>
      <location filename="../../qgis_plugin/project/setup.py" />
      <source>Coordinates</source>
      <translation>កូអរដោនេ</translation>
    </message>
    <message>
      <location filename="../../qgis_plugin/project/setup.py" />
      <source>map of the world (works offline)</source>
      <translation>ផែនទីពិភពលោក (មិនត្រូវការបណ្តាញ)</translation>
    </message>
    <message>
      <location filename="../../qgis_plugin/project/setup.py" />
      <source>OpenStreetMap (needs a network)</source>
      <translation>OpenStreetMap (ត្រូវការបណ្តាញ)</translation>
    </message>
    <message>
      <location filename="../../qgis_plugin/project/setup.py" />
      <source>drawn by: {what}</source>
      <translation>គូសតាម៖ {what}</translation>
    </message>
    <message>
      <location filename="../../qgis_plugin/project/setup.py" />
      <source>all drawn alike</source>
      <translation>គូសដូចគ្នាទាំងអស់</translation>
    </message>
    <message>
      <location filename="../../qgis_plugin/project/setup.py" />
      <source>Bookmarks</source>
      <translation>ចំណាំទីតាំង (Bookmarks)</translation>
    </message>
    <message>
      <location filename="../../qgis_plugin/project/setup.py" />
      <source>one for each province</source>
      <translation>មួយសម្រាប់រាជធានី-ខេត្តនីមួយៗ</translation>
    </message>
    <message>
      <location filename="../../qgis_plugin/project/setup.py" />
      <source>No rule of these asks about: {layers}.</source>
      <translation>គ្មានវិធានណាក្នុងនេះសួរអំពី៖ {layers}។</translation>
    </message>
    <message>
      <location filename="../../qgis_plugin/project/setup.py" />
      <source>Styles, form and relations…</source>
      <translation>រចនាប័ទ្ម ទម្រង់បែបបទ និងទំនាក់ទំនង…</translation>
    </message>
    <message>
      <location filename="../../qgis_plugin/project/setup.py" />
      <source>Saving the project…</source>
      <translation>កំពុងរក្សាទុកគម្រោង…</translation>
    </message>
    <message>
      <location filename="../../qgis_plugin/project/setup.py" />
      <source>The project cannot be saved as {path}: {why}</source>
      <translation>មិនអាចរក្សាទុកគម្រោងជា {path} បានទេ៖ {why}</translation>
    </message>
    <message>
      <location filename="../../qgis_plugin/project/setup.py" />
      <source>You may not write into “{folder}”: choose another folder.</source>
      <translation>អ្នកគ្មានសិទ្ធិសរសេរក្នុងថត «{folder}» ទេ៖ សូមជ្រើសរើសថតផ្សេង។</translation>
    </message>
    <message>
      <location filename="../../qgis_plugin/project/setup.py" />
      <source>“{path}” cannot be written: {why}.</source>
      <translation>មិនអាចសរសេរ «{path}» បានទេ៖ {why}។</translation>
    </message>
    <message>
      <location filename="../../qgis_plugin/project/setup.py" />
      <source>The project</source>
      <translation>គម្រោង</translation>
    </message>
    <message>
      <location filename="../../qgis_plugin/project/source_pool.py" />
      <source>No layer could be read from: {names}</source>
      <translation>មិនអាចអានស្រទាប់ណាមួយបានទេ ពី៖ {names}</translation>
    </message>
    <message>
      <location filename="../../qgis_plugin/project/source_pool.py" />
      <source>No layer could be read from: {names}. A table of factories comes in with the tool “Import into the register”; a table of other places, as CSV, is added in QGIS itself: Layer ▸ Add Layer ▸ Add Delimited Text Layer.</source>
      <translation>មិនអាចអានស្រទាប់ណាមួយបានទេ ពី៖ {names}។ តារាងរោងចក្រត្រូវនាំចូលដោយឧបករណ៍ «នាំចូលទៅក្នុងបញ្ជីរោងចក្រ»។ តារាងទីកន្លែងផ្សេងទៀត ជា CSV ត្រូវបន្ថែមនៅក្នុង QGIS ផ្ទាល់៖ Layer ▸ Add Layer ▸ Add Delimited Text Layer។</translation>
    </message>
    <message>
      <location filename="../../qgis_plugin/project/source_pool.py" />
      <source>Add &amp;files…</source>
      <translation>បន្ថែមឯកសារ (&amp;F)…</translation>
    </message>
    <message>
      <location filename="../../qgis_plugin/project/source_pool.py" />
      <source>Add f&amp;older…</source>
      <translation>បន្ថែមថត (&amp;O)…</translation>
    </message>
    <message>
      <location filename="../../qgis_plugin/project/source_pool.py" />
      <source>Add from a &amp;database…</source>
      <translation>ពីមូលដ្ឋានទិន្នន័យ (&amp;D)…</translation>
    </message>
    <message>
      <location filename="../../qgis_plugin/project/source_pool.py" />
      <source>Folder with layers</source>
      <translation>ថតដែលមានស្រទាប់</translation>
    </message>
    <message>
      <location filename="../../qgis_plugin/project/source_pool.py" />
      <source>Choose a table</source>
      <translation>ជ្រើសរើសតារាង</translation>
    </message>
    <message>
      <location filename="../../qgis_plugin/project/source_pool.py" />
      <source>Choose a layer of a database, such as PostGIS, or of any other connection of QGIS.</source>
      <translation>ជ្រើសរើសស្រទាប់ពីមូលដ្ឋានទិន្នន័យ ដូចជា PostGIS ឬពីការតភ្ជាប់ផ្សេងទៀតរបស់ QGIS។</translation>
    </message>
    <message>
      <location filename="../../qgis_plugin/project/source_pool.py" />
      <source>Layers (*.gpkg *.shp *.geojson *.json *.fgb *.kml *.gml *.tab *.sqlite);;All files (*)</source>
      <translation>ស្រទាប់ (*.gpkg *.shp *.geojson *.json *.fgb *.kml *.gml *.tab *.sqlite);;ឯកសារទាំងអស់ (*)</translation>
    </message>
    <message>
      <location filename="../../qgis_plugin/project/sources.py" />
      <source>Reading layers</source>
      <translation>កំពុងអានស្រទាប់</translation>
    </message>
    <message>
      <location filename="../../qgis_plugin/project/wizard.py" />
      <source>Finis&amp;h</source>
      <translation>បញ្ចប់ (&amp;H)</translation>
    </message>
    <message>
      <location filename="../../qgis_plugin/project/wizard.py" />
      <source>Where</source>
      <translation>កន្លែងរក្សាទុក</translation>
    </message>
    <message>
      <location filename="../../qgis_plugin/project/wizard.py" />
      <source>The project, and a new register, go into one folder that can be moved or copied as a whole.</source>
      <translation>គម្រោង និងបញ្ជីរោងចក្រថ្មី ត្រូវដាក់ក្នុងថតតែមួយ ដែលអាចផ្លាស់ទី ឬចម្លងទាំងមូលបាន។</translation>
    </message>
    <message>
      <location filename="../../qgis_plugin/project/wizard.py" />
      <source>Folder of the project</source>
      <translation>ថតគម្រោង</translation>
    </message>
    <message>
      <location filename="../../qgis_plugin/project/wizard.py" />
      <source>&amp;Folder</source>
      <translation>ថត (&amp;F)</translation>
    </message>
    <message>
      <location filename="../../qgis_plugin/project/wizard.py" />
      <source>&amp;Name of the project</source>
      <translation>ឈ្មោះគម្រោង (&amp;N)</translation>
    </message>
    <message>
      <location filename="../../qgis_plugin/project/wizard.py" />
      <source>A new folder. </source>
      <translation>ថតថ្មី។ </translation>
    </message>
    <message>
      <location filename="../../qgis_plugin/project/wizard.py" />
      <source>The project file will be {path}</source>
      <translation>ឯកសារគម្រោងនឹងជា {path}</translation>
    </message>
    <message>
      <location filename="../../qgis_plugin/project/wizard.py" />
      <source>The table of the factories: begin an empty one, or use the one that you have.</source>
      <translation>តារាងរោងចក្រ៖ សូមចាប់ផ្តើមតារាងទទេ ឬប្រើតារាងដែលអ្នកមានស្រាប់។</translation>
    </message>
    <message>
      <location filename="../../qgis_plugin/project/wizard.py" />
      <source>A &amp;new, empty register</source>
      <translation>បញ្ជីរោងចក្រទទេ ថ្មី (&amp;N)</translation>
    </message>
    <message>
      <location filename="../../qgis_plugin/project/wizard.py" />
      <source>An ex&amp;isting register</source>
      <translation>បញ្ជីរោងចក្រដែលមានស្រាប់ (&amp;I)</translation>
    </message>
    <message>
      <location filename="../../qgis_plugin/project/wizard.py" />
      <source>It is a &amp;register, under other field names</source>
      <translation>វាជាបញ្ជីរោងចក្រ ដែលមានឈ្មោះវាលផ្សេង (&amp;R)</translation>
    </message>
    <message>
      <location filename="../../qgis_plugin/project/wizard.py" />
      <source>It stays where it is: {place}</source>
      <translation>វានៅកន្លែងដដែល៖ {place}</translation>
    </message>
    <message>
      <location filename="../../qgis_plugin/project/wizard.py" />
      <source>Choose a layer, or add the file that it is in.</source>
      <translation>សូមជ្រើសរើសស្រទាប់ ឬបន្ថែមឯកសារដែលមានស្រទាប់នោះ។</translation>
    </message>
    <message>
      <location filename="../../qgis_plugin/project/wizard.py" />
      <source>Which field holds what is chosen later: tab Check, Layers, Fields.</source>
      <translation>វាលណាមានអ្វី នឹងជ្រើសរើសនៅពេលក្រោយ៖ ផ្ទាំងពិនិត្យ ស្រទាប់ វាល។</translation>
    </message>
    <message>
      <location filename="../../qgis_plugin/project/wizard.py" />
      <source>Findings of an earlier check</source>
      <translation>របកគំហើញនៃការពិនិត្យមុន</translation>
    </message>
    <message>
      <location filename="../../qgis_plugin/project/wizard.py" />
      <source>Fil&amp;e</source>
      <translation>ឯកសារ (&amp;E)</translation>
    </message>
    <message>
      <location filename="../../qgis_plugin/project/wizard.py" />
      <source>&amp;Layer</source>
      <translation>ស្រទាប់ (&amp;L)</translation>
    </message>
    <message>
      <location filename="../../qgis_plugin/project/wizard.py" />
      <source>Findings of an earlier &amp;check</source>
      <translation>របកគំហើញនៃការពិនិត្យមុន (&amp;C)</translation>
    </message>
    <message>
      <location filename="../../qgis_plugin/project/wizard.py" />
      <source>Rules and map</source>
      <translation>វិធាន និងផែនទី</translation>
    </message>
    <message>
      <location filename="../../qgis_plugin/project/wizard.py" />
      <source>What factories are checked by, and what the map looks like.</source>
      <translation>វិធានសម្រាប់ពិនិត្យរោងចក្រ និងរូបរាងផែនទី។</translation>
    </message>
    <message>
      <location filename="../../qgis_plugin/project/wizard.py" />
      <source>Map of the &amp;world (comes with QGIS, works offline)</source>
      <translation>ផែនទីពិភពលោក (មកជាមួយ QGIS មិនត្រូវការបណ្តាញ) (&amp;W)</translation>
    </message>
    <message>
      <location filename="../../qgis_plugin/project/wizard.py" />
      <source>&amp;OpenStreetMap (needs a network)</source>
      <translation>OpenStreetMap (ត្រូវការបណ្តាញ) (&amp;O)</translation>
    </message>
    <message>
      <location filename="../../qgis_plugin/project/wizard.py" />
      <source>&amp;Rules</source>
      <translation>វិធាន (&amp;R)</translation>
    </message>
    <message>
      <location filename="../../qgis_plugin/project/wizard.py" />
      <source>&amp;Coordinate system</source>
      <translation>ប្រព័ន្ធយោងកូអរដោនេ (&amp;C)</translation>
    </message>
    <message>
      <location filename="../../qgis_plugin/project/wizard.py" />
      <source>&amp;Draw factories by</source>
      <translation>គូសរោងចក្រតាម (&amp;D)</translation>
    </message>
    <message>
      <location filename="../../qgis_plugin/project/wizard.py" />
      <source>All alike: this register has neither activity nor status</source>
      <translation>ដូចគ្នាទាំងអស់៖ បញ្ជីរោងចក្រនេះគ្មានសកម្មភាព ហើយក៏គ្មានស្ថានភាព</translation>
    </message>
    <message>
      <location filename="../../qgis_plugin/project/wizard.py" />
      <source>What factories are checked against. The rules are about the layers in bold; others may be left out.</source>
      <translation>ស្រទាប់ដែលប្រើសម្រាប់ពិនិត្យរោងចក្រ។ វិធានពាក់ព័ន្ធនឹងស្រទាប់ដែលសរសេរជាអក្សរដិត។ ស្រទាប់ផ្សេងទៀត មិនបាច់ដាក់ក៏បាន។</translation>
    </message>
    <message>
      <location filename="../../qgis_plugin/project/wizard.py" />
      <source>Summary</source>
      <translation>សេចក្តីសង្ខេប</translation>
    </message>
    <message>
      <location filename="../../qgis_plugin/project/wizard.py" />
      <source>Nothing has been written so far. “{finish}” makes this:</source>
      <translation>មកដល់ពេលនេះ មិនទាន់បានសរសេរអ្វីទេ។ ប៊ូតុង «{finish}» នឹងបង្កើត៖</translation>
    </message>
    <message>
      <location filename="../../qgis_plugin/project/wizard.py" />
      <source>New factory project</source>
      <translation>បង្កើតគម្រោងរោងចក្រ</translation>
    </message>
    <message>
      <location filename="../../qgis_plugin/project/wizard.py" />
      <source>&amp;Back</source>
      <translation>ថយក្រោយ (&amp;B)</translation>
    </message>
    <message>
      <location filename="../../qgis_plugin/project/wizard.py" />
      <source>Ne&amp;xt</source>
      <translation>បន្ទាប់ (&amp;X)</translation>
    </message>
    <message>
      <location filename="../../qgis_plugin/project/wizard.py" />
      <source>Making the files…</source>
      <translation>កំពុងបង្កើតឯកសារ…</translation>
    </message>
    <message>
      <location filename="../../qgis_plugin/trouble.py" />
      <source>Copy details</source>
      <translation>ចម្លងព័ត៌មានលម្អិត</translation>
    </message>
    <message>
      <location filename="../../qgis_plugin/trouble.py" />
      <source>Copy what happened, with versions and settings but without passwords, to send it on</source>
      <translation>ចម្លងអ្វីដែលបានកើតឡើង ជាមួយកំណែ និងការកំណត់ ប៉ុន្តែគ្មានពាក្យសម្ងាត់ សម្រាប់ផ្ញើបន្ត</translation>
    </message>
    <message>
      <location filename="../../qgis_plugin/trouble.py" />
      <source>Copied</source>
      <translation>បានចម្លង</translation>
    </message>
  </context>
</TS>