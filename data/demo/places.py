"""What the demo is drawn from: published facts about special economic zones, and hand-made sketches of everything else.

Coordinates of sketches are kilometres in EPSG:32648 (WGS 84 / UTM zone 48N), placed by eye at about 0.5 km where a
town, road or river plausibly lies. They are no survey and copy no map. The zones' facts are published ones.
"""

from __future__ import annotations

from typing import Any

# -- provinces ----------------------------------------------------------------------------------------

# Natural Earth's FIPS code -> code, English and Khmer name. 24 provinces: Tboung Khmum (25) left Kampong Cham at
# the end of 2013 and is not in the source.
PROVINCES = {
    "CB25": ("01", "Banteay Meanchey", "បន្ទាយមានជ័យ"),
    "CB29": ("02", "Battambang", "បាត់ដំបង"),
    "CB02": ("03", "Kampong Cham", "កំពង់ចាម"),
    "CB03": ("04", "Kampong Chhnang", "កំពង់ឆ្នាំង"),
    "CB04": ("05", "Kampong Speu", "កំពង់ស្ពឺ"),
    "CB05": ("06", "Kampong Thom", "កំពង់ធំ"),
    "CB21": ("07", "Kampot", "កំពត"),
    "CB07": ("08", "Kandal", "កណ្ដាល"),
    "CB08": ("09", "Koh Kong", "កោះកុង"),
    "CB09": ("10", "Kratie", "ក្រចេះ"),
    "CB10": ("11", "Mondulkiri", "មណ្ឌលគិរី"),
    "CB22": ("12", "Phnom Penh", "ភ្នំពេញ"),
    "CB13": ("13", "Preah Vihear", "ព្រះវិហារ"),
    "CB14": ("14", "Prey Veng", "ព្រៃវែង"),
    "CB12": ("15", "Pursat", "ពោធិ៍សាត់"),
    "CB23": ("16", "Ratanakiri", "រតនគិរី"),
    "CB24": ("17", "Siem Reap", "សៀមរាប"),
    "CB28": ("18", "Preah Sihanouk", "ព្រះសីហនុ"),
    "CB17": ("19", "Stung Treng", "ស្ទឹងត្រែង"),
    "CB18": ("20", "Svay Rieng", "ស្វាយរៀង"),
    "CB19": ("21", "Takeo", "តាកែវ"),
    "CB27": ("22", "Oddar Meanchey", "ឧត្ដរមានជ័យ"),
    "CB26": ("23", "Kep", "កែប"),
    "CB30": ("24", "Pailin", "ប៉ៃលិន"),
}
PROVINCES_VINTAGE = 2013

# The source shows Phnom Penh before it was enlarged in 2010. This outline adds the enlargement, roughly.
PHNOM_PENH_SINCE_2010 = [
    (476.6, 1266.9), (473.4, 1267.2), (474.9, 1270.4), (475.2, 1274.0), (470.6, 1276.4), (469.6, 1279.4),
    (472.2, 1281.5), (472.6, 1284.0), (473.4, 1288.8), (480.0, 1289.9), (480.6, 1293.4), (482.6, 1293.4),
    (484.2, 1291.4), (492.0, 1293.2), (495.0, 1292.0), (493.6, 1289.2), (492.5, 1286.2), (492.2, 1282.5),
    (494.2, 1277.8), (498.0, 1276.2), (503.8, 1275.2), (503.4, 1268.0), (496.8, 1267.4), (494.0, 1269.8),
    (491.6, 1263.5), (488.0, 1264.4), (484.6, 1264.2), (480.0, 1264.8),
]  # fmt: skip

# -- special economic zones ----------------------------------------------------------------------------

# Published by Open Development (2014 vintage; source: CDC list of 22 April 2013 and sub-decrees): name, province,
# hectares, longitude and latitude of the label point, sub-decree, status of February 2014. The shape is ours:
# turn (degrees), length : width, shift of its centre from the label point (metres east, north), note.
# Khmer names are our transliterations.
DEVELOPING = "Infrastructure developing (2014)"
SEZ = [
    ("TKCSEZ", "Thary Kampong Cham SEZ", "ធារី កំពង់ចាម", "03", 142.14, 106.06696, 11.82463, "74", DEVELOPING,
     20, 1.4, (0, 0), "Province as published; the place has belonged to Tboung Khmum (25) since the end of 2013."),
    ("TSBSEZ", "Tai Seng Bavet SEZ", "តៃសេង បាវិត", "20", 99.0, 106.10783, 11.04123, "29", DEVELOPING,
     12, 1.5, (0, 0), None),
    ("MHSEZ", "Manhattan (Svay Rieng) SEZ", "ម៉ាន់ហាតាន់ ស្វាយរៀង", "20", 157.0, 106.15114, 11.05425, "135", DEVELOPING,
     62, 1.9, (-1100, -100), "Shape moved 1.1 km from the published point, to lie inside this coarse outline."),
    ("GPSSEZ", "Goldfame Pak Shun SEZ", "ហ្គោលហ្វេម ប៉ាក់ស៊ុន", "08", 80.0, 105.02673, 11.22840, "30", DEVELOPING,
     100, 1.4, (0, 0), None),
    ("PDSEZ", "Doung Chhiv Phnom Den SEZ", "ដួងឈីវ ភ្នំដិន", "21", 79.0, 104.80320, 10.61814, "40", DEVELOPING,
     35, 1.3, (0, 0), "The source gives CDC licence 268 to this zone and to Phnom Penh SEZ."),
    ("DMSEZ", "D&M Bavet SEZ", "ឌី អេន អឹម បាវិត", "20", 117.95, 106.16687, 11.05022, None, DEVELOPING,
     118, 1.8, (-1600, -2300), "Shape moved 2.8 km from the published point, to lie inside this coarse outline."),
    ("KPSEZ", "Kampot SEZ", "កំពត", "07", 145.0, 104.07871, 10.56950, "03", DEVELOPING, 170, 1.5, (0, 300), None),
    ("PPSEZ", "Phnom Penh SEZ", "ភ្នំពេញ", "12", 360.0, 104.78433, 11.48355, "33",
     "Fenced; roads, power, water and administration built (2014)", 75, 1.6, (600, 500),
     "The source gives CDC licence 268 to this zone and to Doung Chhiv Phnom Den SEZ."),
    ("ONSEZ", "Poi Pet O Neang SEZ", "អូរនាង ប៉ោយប៉ែត", "01", 467.0, 102.64790, 13.66902, None, DEVELOPING,
     25, 1.7, (0, 0), None),
    ("NKSEZ", "Neang Kok Koh Kong SEZ", "នាងកុក កោះកុង", "09", 335.43, 102.96467, 11.62834, None, DEVELOPING,
     80, 1.5, (-2700, 2700), "Shape moved 3.8 km from the published point, to lie inside this coarse outline."),
    ("SCSEZ", "Suoy Chheng SEZ", "ស៊ុយឆេង", "09", 100.0, 102.95947, 11.62848, None, DEVELOPING,
     60, 1.4, (-2300, 3900), "Moved with Neang Kok SEZ, which it overlaps: the published points are 0.6 km apart."),
    ("OMSEZ", "Oknha Mong SEZ", "ឧកញ៉ាម៉ុង", "09", 100.0, 103.72559, 11.09899, None, DEVELOPING, 140, 1.3, (0, 0), None),
    ("KSSEZ", "Kampong Saom SEZ", "កំពង់សោម", "18", 255.0, 103.60842, 10.71817, None, DEVELOPING,
     100, 2.6, (-350, -200), None),
    ("PICSEZ", "P (SEZ) I C", "ភី (SEZ) អាយ ស៊ី", "20", 107.55, 106.02982, 11.05578, None, DEVELOPING,
     95, 1.4, (0, 0), None),
    ("KSKSEZ", "Kiri Sakor Koh Kong SEZ", "គិរីសាគរ កោះកុង", "09", 1750.0, 103.22264, 11.18245, None, DEVELOPING,
     120, 1.5, (0, 0), None),
    ("SNCSEZ", "SNC SEZ", "អេស អិន ស៊ី", "18", 150.0, 103.61193, 10.61593, None, DEVELOPING, 15, 1.3, (-300, 0), None),
    ("SHSEZ", "Stung Hav SEZ", "ស្ទឹងហាវ", "18", 196.0, 103.60582, 10.69327, None, DEVELOPING, 65, 1.4, (0, 0), None),
    ("SSEZ1", "Sihanoukville SEZ 1", "ក្រុងព្រះសីហនុ ១", "18", 178.0, 103.61678, 10.71354, None, DEVELOPING,
     100, 2.2, (400, 100), None),
    ("SSEZ", "Sihanoukville SEZ 2", "ក្រុងព្រះសីហនុ ២", "18", 1688.0, 103.64091, 10.60190, None,
     "Fenced; roads, power, water and administration built (2014)", 30, 1.5, (500, 300),
     "Area as published in 2014; other sources give 1,113 ha."),
    ("SPSEZ", "Sihanoukville Port SEZ", "កំពង់ផែក្រុងព្រះសីហនុ", "18", 70.0, 103.53786, 10.65018, None, DEVELOPING,
     50, 1.4, (0, 0), None),
    ("MDSSEZ", "MDS Thmorda SEZ", "អឹម ឌី អេស ថ្មដា", "15", 2265.0, 102.81240, 12.20231, None, DEVELOPING,
     40, 1.4, (0, 0), None),
    ("NLCSEZ", "NLC SEZ", "អិន អិល ស៊ី", "20", 105.0, 106.06594, 11.07005, None, DEVELOPING, 20, 1.4, (-300, -700), None),
    ("TPSEZ", "Try Pheap Ou Ya Dav", "ទ្រី ភាព អូរយ៉ាដាវ", "16", 136.0, 107.52720, 13.66235, "219", None,
     80, 1.5, (-900, 0), None),
    ("HPSEZ", "Hi-Park SEZ", "ហៃផាក", "20", 263.13, 105.99177, 11.04301, None, None, 100, 2.0, (-300, 250), None),
    ("SDSEZ", "Shandong Sunshell Svay Rieng SEZ", "សានតុង ស៊ុនសែល ស្វាយរៀង", "20", 96.14, 106.00286, 11.03616, "462", None,
     100, 1.6, (250, -300), None),
    ("ZJSEZ", "Zhong Jian Jin Bian Jing Ji Te Qu SEZ", "ចុងជាន ជិនប៉ៀន ជិងជី ធឺឈី", "04", 470.28, 104.72116, 12.02227,
     "466", None, 60, 1.5, (0, 0), None),
    ("SASEZ", "Sanco Cambo SEZ", "សាន់កូ ខេមបូ", "01", None, 102.62465, 13.65471, "481", None,
     30, 1.3, (0, 0), "Published area 0.066502 ha cannot be right; area left empty, shape illustrative."),
    ("DKSEZ", "Dragon King Bavet SEZ", "ដ្រាហ្គោនឃីង បាវិត", "20", None, 106.04001, 11.03264, None, None,
     105, 1.3, (0, 0), "Published area 0 ha means not known; area left empty, shape illustrative."),
    ("SVSEZ", "Sovannaphum SEZ", "សុវណ្ណភូមិ", "08", 204.58, 105.24866, 11.36994, "60", None, 125, 1.6, (-600, 0), None),
]  # fmt: skip
SEZ_VINTAGE = 2014
SHAPE_WITHOUT_AREA_HA = 50.0
OVERLAPPING_SEZ = ("NKSEZ", "SCSEZ")

# -- roads and rivers ------------------------------------------------------------------------------------

ROADS = {
    "NR1": [(493.5, 1276.4), (497.2, 1275.0), (500.5, 1274.6), (505.5, 1272.6), (511, 1270.2), (515.5, 1267.2),
            (519.5, 1262.6), (524.8, 1258.6)],
    "NR1-SR": [(579, 1229), (587, 1226), (592.5, 1224.5), (597, 1221.9), (602, 1220.3), (609, 1220.7),
               (616, 1221.3), (620.5, 1222.2), (624.6, 1223.4)],
    "NR2": [(491.8, 1274.5), (492.6, 1270.5), (492.0, 1266.5), (491.8, 1261.8), (488.5, 1255.0), (484.5, 1249.5),
            (480.8, 1241.5), (477.5, 1232.0), (476.6, 1221.0), (476.3, 1214.8)],
    "NR3": [(487.5, 1276.5), (484.3, 1272.4), (481.0, 1268.3), (478.6, 1264.4), (473.8, 1258.2), (468.8, 1252.2),
            (466.6, 1240.0)],
    "NR3-KP": [(385.5, 1171.2), (394, 1169.0), (400, 1168.4), (405, 1169.2), (409.3, 1172.6), (411, 1176.8),
               (415, 1180), (422, 1184.5), (430, 1187.5)],
    "NR33": [(410.8, 1173.3), (415.6, 1173.1), (419.2, 1169.9), (422.4, 1166.6), (426, 1165.2), (429.5, 1164),
             (434, 1165.3)],
    "NR4": [(490.5, 1277.2), (486.0, 1276.2), (480.0, 1275.0), (474.0, 1274.6), (468.4, 1272.4), (463.0, 1270.6),
            (456.0, 1269.2), (448.5, 1266.8), (441.0, 1262.2), (436.5, 1258.8), (430.5, 1256.3), (424.0, 1252.6)],
    "NR4-SH": [(360.6, 1188.6), (357.2, 1184.6), (352.8, 1183.0), (348.6, 1180.8), (348.0, 1176.8), (345.2, 1173.2),
               (342.0, 1175.2), (338.6, 1176.2)],
    "REAM": [(345.2, 1173.2), (348.2, 1171.2), (352.0, 1170.2), (356.5, 1170.4)],
    "STUNG-HAV": [(343.0, 1184.6), (346.2, 1185.4), (350.0, 1185.6), (352.8, 1183.0)],
    "NR5": [(490.6, 1281.0), (487.6, 1284.8), (485.0, 1288.6), (482.6, 1294.0), (481.0, 1300.0), (475.0, 1309.0),
            (471.0, 1322.0), (462.0, 1340.0)],
    "NR6": [(491.6, 1283.5), (492.9, 1288.0), (496.6, 1293.6), (500.4, 1298.6)],
    "VENG-SRENG": [(488.4, 1275.2), (484.6, 1273.4), (481.0, 1271.4)],
    "RING-S": [(480.6, 1266.6), (486.0, 1265.6), (491.8, 1265.4), (496.6, 1266.2)],
    "RING-W": [(480.4, 1275.2), (480.6, 1280.0), (482.8, 1284.4), (485.6, 1287.4)],
}  # fmt: skip

# Rivers at about their place, drawn by hand.
RIVERS = {
    "Mekong (illustrative)": [(603.0, 1540.0), (606.0, 1518.0), (602.0, 1496.0), (609.0, 1470.0), (605.0, 1440.0),
                              (612.0, 1410.0), (610.0, 1381.0), (613.0, 1365.0), (604.0, 1354.5), (586.0, 1357.0),
                              (563.0, 1357.5), (556.0, 1342.0), (549.0, 1326.0), (532.0, 1318.0), (518.0, 1308.5),
                              (508.0, 1310.5), (499.5, 1304.5), (501.6, 1300.8), (499.0, 1296.4), (495.8, 1293.0),
                              (494.6, 1287.5), (495.3, 1282.0), (496.0, 1278.8), (500.0, 1276.9), (504.5, 1275.6),
                              (510.0, 1272.6), (516.5, 1268.8), (522.0, 1263.6), (527.4, 1258.8), (531.0, 1246.0),
                              (528.0, 1236.0), (525.0, 1224.0), (522.0, 1209.5)],
    "Tonle Sap river (illustrative)": [(446.0, 1381.0), (455.0, 1368.0), (464.0, 1355.5), (466.5, 1340.0),
                                       (473.0, 1324.0), (478.0, 1310.0), (480.6, 1302.0), (483.6, 1294.4),
                                       (486.0, 1289.6), (490.0, 1286.6), (493.0, 1282.4), (495.0, 1279.6),
                                       (496.0, 1278.8)],
    "Bassac (illustrative)": [(496.0, 1278.8), (495.0, 1276.4), (493.9, 1273.4), (494.9, 1269.9), (497.8, 1267.6),
                              (503.6, 1266.8), (505.6, 1263.6), (502.4, 1259.0), (503.4, 1254.6), (506.6, 1249.4),
                              (505.0, 1242.0), (507.6, 1234.0),
                              (509.5, 1222.0), (508.8, 1211.5)],
    "Prek Thnot (illustrative)": [(428.0, 1262.5), (436.0, 1264.8), (445.0, 1264.6), (451.0, 1262.8), (460.0, 1265.0),
                                  (468.0, 1264.2), (476.0, 1263.6), (484.0, 1262.8), (490.5, 1266.0), (495.0, 1268.6)],
    "Kampot river (illustrative)": [(407.0, 1188.0), (408.4, 1183.0), (407.2, 1178.0), (409.8, 1174.6), (409.6, 1171.0),
                                    (408.2, 1168.4)],
    "Waiko river (illustrative)": [(583.0, 1241.0),
                                   (585.5, 1234.0), (587.2, 1228.0), (588.4, 1224.6), (586.6, 1219.0)],
    "Prek Toek Sap (illustrative)": [(360.5, 1181.0),
                                     (357.6, 1177.2), (356.6, 1173.2), (354.8, 1169.2), (351.6, 1165.6)],
}  # fmt: skip

# -- zoning plans --------------------------------------------------------------------------------------

# A plan is an area (buffered line or ring, kilometres) and rules tried in order: zone, what it lies near, how near.
# ("near", zone, [points or road names], kilometres), ("parks", zone, kilometres), ("salt", zone), ("protected", zone),
# ("river", zone, kilometres). A distance is stretched by smooth noise so that borders wander.
PLANS = {
    "KK": {
        "name": "Illustrative land-use plan Kampot and Kep",
        "vintage": 2023,
        "provinces": ("07", "23"),
        "spacing": 0.55,
        "area": {"line": [(398.8, 1169.6), (405, 1170), (410.5, 1172.5), (415.5, 1171.8), (419.5, 1169.0),
                          (422.6, 1164.5), (426.0, 1161.8), (432.5, 1160.5)], "width": 4.4},
        "rules": [
            ("parks", "HIND", 0.45),
            ("salt", "CON", 0.35),
            ("protected", "CON", 0.0),
            ("near", "COM", [(410.4, 1173.0)], 0.9),
            ("near", "COM", [(425.6, 1160.6)], 0.8),
            ("near", "MIX", [(410.4, 1173.0)], 1.9),
            ("near", "LIND", [(404.6, 1170.6), (416.0, 1174.4), (430.6, 1163.4)], 1.6),
            ("near", "RES", [(410.8, 1174.0)], 3.4),
            ("near", "RES", [(425.6, 1161.2), (423.6, 1166.0)], 1.7),
            ("near", "MIX", ["NR33", "NR3-KP"], 0.7),
            ("river", "CON", 0.35),
        ],
    },
    "KS": {
        "name": "Illustrative corridor plan National Road 4, Kampong Speu",
        "vintage": 2022,
        "provinces": ("05",),
        "spacing": 0.6,
        "area": {"line": [(459.4, 1269.6), (456.0, 1269.2), (448.5, 1266.8), (441.0, 1262.2), (436.5, 1258.8),
                          (430.5, 1256.3)], "width": 4.2},
        "rules": [
            ("near", "COM", [(448.2, 1267.4)], 0.9),
            ("near", "MIX", [(448.2, 1267.2)], 1.8),
            ("near", "HIND", [(457.2, 1270.2), (437.4, 1258.6)], 1.7),
            ("near", "SPZ", [(444.4, 1263.0)], 1.1),
            ("near", "RES", [(448.0, 1268.0)], 3.3),
            ("near", "LIND", ["NR4"], 1.25),
            ("near", "RES", [(453.0, 1271.4), (433.0, 1259.4)], 1.3),
            ("river", "CON", 0.5),
        ],
    },
    "PP": {
        "name": "Illustrative land-use plan Phnom Penh and surroundings",
        "vintage": 2021,
        "provinces": ("08", "12"),
        "spacing": 0.72,
        "area": {"ellipse": (486.0, 1276.0, 20.0, 16.0)},
        "rules": [
            ("parks", "HIND", 0.5),
            ("near", "CON", [(481.4, 1286.2)], 2.0),
            ("near", "CON", [(488.8, 1268.8)], 1.5),
            ("near", "CON", [(500.2, 1271.2)], 1.6),
            ("near", "COM", [(491.6, 1278.6)], 2.2),
            ("near", "COM", [(484.4, 1280.2), (480.9, 1270.6), (493.6, 1268.2), (488.0, 1282.6), (498.4, 1274.4)],
             0.95),
            ("near", "MIX", [(491.0, 1277.6)], 4.3),
            ("near", "HIND", [(468.6, 1271.6), (484.6, 1290.2)], 1.7),
            ("near", "LIND", ["VENG-SRENG"], 1.7),
            ("near", "LIND", [(479.6, 1266.6), (485.6, 1265.4), (475.8, 1274.4), (471.6, 1273.6), (491.4, 1261.4),
                              (486.4, 1286.4), (478.8, 1279.4)], 1.9),
            ("near", "MIX", ["NR1", "NR2", "NR3", "NR4", "NR5", "NR6", "RING-W", "RING-S"], 0.75),
            ("near", "RES", [(489.8, 1277.0)], 9.0),
            ("near", "RES", [(493.8, 1267.4), (499.4, 1274.0), (473.8, 1277.8), (482.4, 1266.2)], 2.4),
            ("near", "RES", [(495.0, 1289.2), (470.4, 1275.6), (485.6, 1262.0), (477.0, 1285.2)], 1.5),
            ("river", "CON", 0.6),
        ],
    },
    "SH": {
        "name": "Illustrative land-use plan Preah Sihanouk",
        "vintage": 2022,
        "provinces": ("18",),
        "spacing": 0.6,
        "area": {"line": [(339.4, 1175.0), (342.0, 1176.5), (346.5, 1178.0), (347.2, 1183.6), (350.5, 1180.0),
                          (351.0, 1173.6), (348.6, 1169.0)], "width": 5.4},
        "rules": [
            ("parks", "HIND", 0.4),
            ("protected", "CON", 0.0),
            ("near", "COM", [(339.2, 1174.8)], 1.2),
            ("near", "HIND", [(340.6, 1178.2)], 1.4),
            ("near", "MIX", [(339.6, 1174.8)], 2.4),
            ("near", "RES", [(341.0, 1173.4)], 3.0),
            ("near", "LIND", ["NR4-SH", "STUNG-HAV"], 1.3),
            ("near", "MIX", ["REAM"], 0.8),
            ("near", "RES", [(346.4, 1170.4), (353.6, 1170.6), (343.4, 1184.2)], 1.8),
            ("near", "CON", [(344.4, 1179.6), (353.6, 1178.8), (345.6, 1166.8)], 2.3),
            ("river", "CON", 0.4),
        ],
    },
    "SR": {
        "name": "Illustrative corridor plan Bavet, Svay Rieng",
        "vintage": 2024,
        "provinces": ("20",),
        "spacing": 0.5,
        "area": {"line": [(605.5, 1220.6), (609, 1220.7), (616, 1221.8), (620.5, 1221.4),
                          (624.6, 1221.4)], "width": 3.3},
        "rules": [
            ("parks", "HIND", 0.35),
            ("near", "COM", [(623.0, 1223.2)], 0.8),
            ("near", "MIX", [(622.8, 1223.0)], 1.5),
            ("near", "LIND", ["NR1-SR"], 0.9),
            ("near", "RES", [(617.8, 1220.0), (611.4, 1219.2), (606.2, 1222.6)], 1.2),
            ("near", "RES", [(622.0, 1223.6)], 1.6),
            ("near", "CON", [(613.6, 1224.0), (621.8, 1218.6)], 1.4),
        ],
    },
}  # fmt: skip
ELSE_ZONE = "AGR"
ZONE_NAMES = {
    "AGR": "Agriculture",
    "COM": "Commercial centre",
    "CON": "Conservation",
    "HIND": "General and heavy industry",
    "LIND": "Light industry",
    "MIX": "Mixed use",
    "RES": "Residential",
    "SPZ": "Special purpose",
}

# What each zone permits, on condition or not at all (ISIC Rev. 4 prefixes, the longest one decides): the table of the
# rule pack, repeated so that the demo is built without it. A test compares the two.
MANUFACTURING = range(10, 34)  # the divisions of section C
PERMITS: dict[str, dict[str, Any]] = {
    "RES": {"permits": ("1071",), "conditional": ("10", "14"), "otherwise": "prohibited"},
    "COM": {"permits": ("18", "1071", "14"), "conditional": ("10", "13", "31", "32"), "otherwise": "prohibited"},
    "MIX": {"permits": ("10", "11", "13", "14", "15", "16", "18", "31", "32"),
            "conditional": ("22", "25", "26", "27", "1511"), "prohibits": ("17", "19", "20", "23", "24")},
    "LIND": {"permits": ("10", "11", "12", "13", "14", "15", "16", "18", "21", "22", "25", "26", "27", "28", "29", "30",
                         "31", "32", "33"), "conditional": ("1511", "17", "23"), "prohibits": ("19", "20", "24")},
    "HIND": {"permits": ("C",), "conditional": ("19", "20", "35", "38")},
    "AGR": {"permits": ("01", "1061"), "conditional": ("10", "11", "16", "2392"), "otherwise": "prohibited"},
    "CON": {"otherwise": "prohibited"},
}  # fmt: skip

# -- protected land ---------------------------------------------------------------------------------------

# Centre, half axes (km), turn (degrees).
PROTECTED = [
    ("Bokor area (illustrative)", "National park", (395.5, 1184.5), (11.0, 9.5), 20),
    ("Kep hill (illustrative)", "National park", (424.4, 1163.6), (1.3, 0.9), 60),
    ("Ream coast (illustrative)", "National park", (354.0, 1164.6), (3.6, 2.2), 15),
    ("Kbal Chhay watershed (illustrative)", "Protected forest", (356.6, 1177.4), (2.9, 3.8), 160),
    ("Kirirom hills (illustrative)", "National park", (412.0, 1256.0), (10.0, 8.0), 30),
    ("Southern Cardamom hills (illustrative)", "National park", (330.0, 1268.0), (26.0, 14.0), 120),
    ("Boeung Prek Lapouv wetland (illustrative)", "Protected landscape", (503.0, 1181.5), (5.5, 4.2), 10),
    ("Phnom Tamao hills (illustrative)", "Wildlife sanctuary", (488.5, 1245.6), (2.4, 1.8), 45),
    ("Tonle Sap floodplain north (illustrative)", "Multiple-use area", (380.0, 1440.0), (30.0, 9.0), 150),
]
PROTECTED_VINTAGE = 2013

# Salt pans: centre, half axes (km), turn. Together they have the published area.
SALT = [
    ("Salt farmland Trapeang Sangkae (illustrative)", (413.2, 1169.9), (2.0, 1.25), 10),
    ("Salt farmland Kampot east (illustrative)", (417.0, 1170.3), (1.5, 1.1), 150),
    ("Salt farmland Koh Toch (illustrative)", (406.4, 1169.3), (1.7, 0.75), 5),
    ("Salt farmland Prek Tnaot (illustrative)", (402.0, 1169.6), (1.5, 0.7), 175),
    ("Salt farmland Ou Krasar (illustrative)", (421.4, 1168.2), (1.0, 1.2), 40),
    ("Salt farmland Pong Tuek (illustrative)", (429.0, 1161.2), (1.6, 1.1), 170),
    ("Salt farmland Angkaol (illustrative)", (433.2, 1159.8), (1.7, 1.35), 140),
]
SALT_HA = 4748.0
SALT_VINTAGE = 2022

# -- towns: receptors -------------------------------------------------------------------------------------

# Name, centre, radius (km) over which people live, schools, hospitals, residential areas.
TOWNS = [
    ("Phnom Penh", (490.2, 1277.4), 6.0, 46, 12, 16),
    ("Ta Khmau", (493.6, 1267.6), 1.8, 8, 2, 3),
    ("Ang Snuol", (470.6, 1275.2), 1.6, 5, 1, 2),
    ("Kampong Speu", (448.0, 1267.4), 2.0, 9, 2, 4),
    ("Phnom Sruoch", (433.0, 1259.0), 1.5, 4, 1, 2),
    ("Preah Sihanouk", (340.6, 1174.4), 2.2, 12, 3, 5),
    ("Stung Hav", (344.2, 1184.2), 1.2, 4, 1, 2),
    ("Prey Nob", (353.4, 1170.8), 1.0, 3, 1, 1),
    ("Svay Rieng", (587.6, 1225.4), 1.8, 8, 2, 3),
    ("Bavet", (621.6, 1223.0), 1.6, 7, 1, 3),
    ("Svay Teab", (597.0, 1222.2), 1.0, 3, 1, 1),
    ("Kampot", (410.6, 1173.6), 2.2, 9, 2, 4),
    ("Kep", (425.8, 1161.6), 1.3, 4, 1, 2),
    ("Poipet", (243.6, 1510.9), 2.0, 7, 1, 3),
    ("Serei Saophoan", (281.4, 1502.6), 2.0, 7, 1, 3),
    ("Khemarak Phoumin", (283.0, 1282.4), 1.3, 4, 1, 2),
    ("Doun Kaev", (476.6, 1214.6), 1.6, 6, 1, 2),
    ("Kampong Tralach", (471.4, 1321.0), 1.3, 4, 1, 2),
]  # fmt: skip
TOWNS_VINTAGE = 2023

# Water intakes: name, place.
INTAKES = [
    ("Water intake Tonle Sap 1 (illustrative)", (491.8, 1284.2)),
    ("Water intake Tonle Sap 2 (illustrative)", (486.6, 1289.1)),
    ("Water intake Mekong 1 (illustrative)", (495.4, 1281.4)),
    ("Water intake Mekong 2 (illustrative)", (501.2, 1276.6)),
    ("Water intake Bassac 1 (illustrative)", (494.6, 1275.4)),
    ("Water intake Bassac 2 (illustrative)", (497.6, 1267.7)),
    ("Water intake Prek Thnot 1 (illustrative)", (447.4, 1263.9)),
    ("Water intake Prek Thnot 2 (illustrative)", (468.2, 1264.2)),
    ("Water intake Kampot (illustrative)", (408.0, 1180.4)),
    ("Water intake Prek Toek Sap (illustrative)", (356.7, 1174.0)),
    ("Water intake Waiko (illustrative)", (587.6, 1227.2)),
    ("Water intake Kampong Tralach (illustrative)", (478.6, 1308.4)),
]

# -- activities ---------------------------------------------------------------------------------------------

# Key: ISIC Rev. 4 class, English, Khmer (follows "រោងចក្រ", factory), weights of the sizes micro, small, medium, large.
SECTORS = {
    "garment": ("1410", "Garment", "កាត់ដេរ", (0, 1, 5, 14)),
    "knit": ("1430", "Knitwear", "ចាក់អាវយឺត", (0, 1, 5, 8)),
    "footwear": ("1520", "Footwear", "ផលិតស្បែកជើង", (0, 0, 3, 9)),
    "bags": ("1512", "Travel Goods", "ផលិតកាបូប", (0, 1, 4, 8)),
    "textile": ("1392", "Textile", "វាយនភណ្ឌ", (1, 4, 5, 2)),
    "rice": ("1061", "Rice Mill", "កិនស្រូវ", (6, 8, 2, 0)),
    "bakery": ("1071", "Bakery", "នំប៉័ង", (8, 6, 1, 0)),
    "food": ("1079", "Food", "កែច្នៃម្ហូបអាហារ", (3, 8, 4, 1)),
    "noodle": ("1074", "Noodle", "ផលិតមី", (4, 6, 1, 0)),
    "fish": ("1020", "Fish Processing", "កែច្នៃត្រី", (3, 6, 2, 0)),
    "fruit": ("1030", "Fruit Processing", "កែច្នៃផ្លែឈើ", (2, 6, 2, 1)),
    "feed": ("1080", "Animal Feed", "ផលិតចំណីសត្វ", (0, 3, 4, 1)),
    "water": ("1104", "Drinking Water", "ផលិតទឹកបរិសុទ្ធ", (5, 7, 2, 0)),
    "brewery": ("1103", "Brewery", "ផលិតស្រាបៀរ", (0, 0, 2, 2)),
    "tobacco": ("1200", "Tobacco", "ផលិតបារី", (0, 1, 2, 1)),
    "sawmill": ("1610", "Sawmill", "អារឈើ", (3, 6, 1, 0)),
    "furniture": ("3100", "Furniture", "គ្រឿងសង្ហារឹម", (5, 7, 2, 0)),
    "carton": ("1702", "Carton", "ផលិតកេសក្រដាស", (0, 3, 5, 1)),
    "printing": ("1811", "Printing", "បោះពុម្ព", (4, 6, 2, 0)),
    "chemical": ("2011", "Chemical", "ផលិតសារធាតុគីមី", (0, 3, 3, 0)),
    "soap": ("2023", "Soap and Detergent", "ផលិតសាប៊ូ", (1, 4, 2, 0)),
    "fertilizer": ("2012", "Fertilizer", "ផលិតជី", (0, 3, 2, 0)),
    "pharma": ("2100", "Pharmaceutical", "ផលិតឱសថ", (0, 2, 3, 1)),
    "tyre": ("2211", "Tyre", "ផលិតសំបកកង់", (0, 0, 1, 4)),
    "plastics": ("2220", "Plastics", "ផលិតប្លាស្ទិក", (2, 7, 4, 1)),
    "brick": ("2392", "Brick Kiln", "ឡឥដ្ឋ", (2, 8, 1, 0)),
    "cement": ("2394", "Cement", "ផលិតស៊ីម៉ង់ត៍", (0, 0, 2, 2)),
    "concrete": ("2395", "Concrete Products", "ផលិតបេតុង", (1, 6, 2, 0)),
    "steel": ("2410", "Steel", "ផលិតដែកថែប", (0, 1, 3, 2)),
    "structures": ("2511", "Metal Structures", "ផលិតគ្រោងដែក", (3, 7, 2, 0)),
    "metal": ("2599", "Metal Products", "ផលិតផលលោហៈ", (3, 6, 3, 0)),
    "electronics": ("2610", "Electronics", "អេឡិចត្រូនិក", (0, 1, 4, 4)),
    "wiring": ("2732", "Wiring", "ផលិតខ្សែភ្លើង", (0, 1, 3, 4)),
    "lighting": ("2740", "Lighting", "ផលិតអំពូលភ្លើង", (0, 2, 3, 1)),
    "autoparts": ("2930", "Vehicle Parts", "ផលិតគ្រឿងបន្លាស់យានយន្ត", (0, 1, 3, 4)),
    "bicycle": ("3092", "Bicycle", "ផលិតកង់", (0, 0, 1, 5)),
    "toys": ("3240", "Toy", "ផលិតប្រដាប់ក្មេងលេង", (0, 1, 3, 3)),
    "umbrella": ("3290", "Umbrella and Brush", "ផលិតឆ័ត្រ និងជក់", (0, 3, 3, 1)),
    "tannery": ("1511", "Tannery", "ផាត់ស្បែក", (1, 4, 2, 0)),
    "machines": ("2821", "Farm Machinery", "ផលិតគ្រឿងចក្រកសិកម្ម", (2, 6, 1, 0)),
    "slaughter": ("1010", "Slaughterhouse", "សត្តឃាត", (3, 6, 2, 0)),
    "meat": ("1010", "Meat Products", "កែច្នៃសាច់", (2, 6, 2, 0)),
    "saltworks": ("0893", "Salt Works", "ផលិតអំបិល", (3, 6, 1, 0)),
    "salt": ("1079", "Salt Packing", "វេចខ្ចប់អំបិល", (3, 6, 1, 0)),
    "icemaking": ("3530", "Ice", "ផលិតទឹកកក", (5, 5, 0, 0)),
}  # fmt: skip

# Mixes of activities by kind of place.
MIXES = {
    "export": {"garment": 46, "knit": 8, "footwear": 10, "bags": 12, "textile": 5, "carton": 3, "plastics": 4,
               "umbrella": 2, "toys": 2, "food": 2, "printing": 2, "electronics": 2},
    "sez": {"garment": 16, "bags": 12, "footwear": 8, "electronics": 9, "wiring": 8, "autoparts": 7, "plastics": 8,
            "carton": 5, "furniture": 4, "bicycle": 4, "toys": 4, "steel": 3, "structures": 4, "tyre": 2, "food": 4,
            "lighting": 3, "umbrella": 3, "pharma": 2, "brewery": 1, "textile": 4},
    "city": {"printing": 12, "bakery": 14, "food": 10, "furniture": 9, "noodle": 6, "water": 6, "garment": 16,
             "textile": 6, "plastics": 6, "metal": 5, "structures": 6, "sawmill": 2, "pharma": 2},
    "town": {"rice": 12, "bakery": 10, "food": 9, "water": 9, "noodle": 4, "furniture": 7, "sawmill": 4,
             "structures": 7, "garment": 7, "feed": 3, "fruit": 5, "machines": 3, "printing": 3},
    "coast": {"fish": 14, "salt": 8, "food": 6, "water": 8, "bakery": 7, "furniture": 5, "rice": 8, "fruit": 6,
              "structures": 4, "printing": 3, "garment": 6},
    "rural": {"rice": 24, "brick": 6, "water": 6, "food": 4, "feed": 3, "fruit": 3, "sawmill": 2},
    "frontier": {"garment": 12, "bags": 4, "toys": 4, "wiring": 5, "electronics": 4, "rice": 4, "food": 4, "water": 4,
                 "furniture": 3, "structures": 3, "icemaking": 2, "plastics": 3},
}  # fmt: skip

# Where factories stand: province, district, commune (where it is sure), kind, place, spread (km), how many, mix.
# "road": along a road within a ring of the spread around the place; "town": around the place; "park": inside it.
CLUSTERS = [
    # Phnom Penh and its west
    ("12", "1209", None, "road", "VENG-SRENG", (484.0, 1273.0), 3.6, 64, "export"),
    ("12", "1209", None, "road", "NR4", (482.6, 1275.4), 3.0, 29, "export"),
    ("12", "1214", None, "road", "NR4", (476.6, 1274.6), 1.8, 24, "export"),
    ("12", "1214", None, "park", "PPSEZ", None, 0, 44, "sez"),
    ("12", "1205", None, "road", "NR3", (481.4, 1268.6), 2.6, 24, "export"),
    ("12", "1205", None, "road", "RING-S", (486.0, 1265.7), 2.0, 20, "export"),
    ("12", "1206", None, "town", None, (491.0, 1273.2), 1.3, 18, "city"),
    ("12", "1208", None, "town", None, (484.6, 1280.4), 2.0, 20, "city"),
    ("12", "1207", None, "road", "NR5", (488.8, 1283.4), 2.0, 22, "city"),
    ("12", "1212", None, "road", "NR5", (484.9, 1288.8), 1.2, 11, "export"),
    ("12", "1202", None, "town", None, (491.4, 1279.0), 0.9, 8, "city"),
    ("12", "1204", None, "town", None, (489.2, 1279.2), 0.9, 10, "city"),
    ("12", "1201", None, "town", None, (491.6, 1275.4), 0.7, 6, "city"),
    ("12", "1210", None, "road", "NR1", (498.6, 1274.6), 1.8, 13, "city"),
    ("12", "1211", None, "road", "NR6", (493.2, 1287.6), 1.6, 7, "city"),
    ("12", "1209", None, "town", None, (478.8, 1279.4), 1.4, 9, "export"),
    # Kandal
    ("08", "0808", None, "road", "NR4", (468.8, 1272.4), 2.6, 40, "export"),
    ("08", "0811", None, "town", None, (493.4, 1267.2), 1.4, 20, "city"),
    ("08", "0801", None, "road", "NR2", (491.7, 1261.9), 1.3, 20, "export"),
    ("08", "0802", None, "road", "NR1", (511.0, 1270.2), 3.6, 7, "rural"),
    ("08", "0809", None, "road", "NR5", (482.0, 1296.6), 2.6, 5, "rural"),
    ("08", "0810", None, "park", "GPSSEZ", None, 0, 5, "sez"),
    ("08", "0808", None, "town", None, (468.4, 1278.6), 2.0, 11, "rural"),
    # Kampong Speu
    ("05", "0507", None, "road", "NR4", (455.6, 1269.4), 3.2, 36, "export"),
    ("05", "0502", None, "town", None, (448.2, 1267.2), 1.8, 20, "town"),
    ("05", "0506", None, "road", "NR4", (435.6, 1258.4), 3.6, 15, "export"),
    ("05", "0503", None, "town", None, (459.4, 1247.6), 2.0, 4, "rural"),
    # Preah Sihanouk
    ("18", "1802", None, "park", "SSEZ", None, 0, 42, "sez"),
    ("18", "1802", None, "park", "SNCSEZ", None, 0, 5, "sez"),
    ("18", "1801", None, "park", "SPSEZ", None, 0, 5, "sez"),
    ("18", "1803", None, "park", "SHSEZ", None, 0, 5, "sez"),
    ("18", "1801", None, "town", None, (340.8, 1175.6), 1.6, 22, "town"),
    ("18", "1803", None, "road", "STUNG-HAV", (348.0, 1185.4), 2.6, 8, "sez"),
    ("18", "1802", None, "road", "NR4-SH", (348.2, 1178.2), 2.4, 11, "town"),
    # Svay Rieng
    ("20", "2008", None, "park", "MHSEZ", None, 0, 24, "sez"),
    ("20", "2008", None, "park", "TSBSEZ", None, 0, 14, "sez"),
    ("20", "2008", None, "park", "DMSEZ", None, 0, 5, "sez"),
    ("20", "2008", None, "park", "HPSEZ", None, 0, 7, "sez"),
    ("20", "2008", None, "park", "PICSEZ", None, 0, 4, "sez"),
    ("20", "2008", None, "road", "NR1-SR", (619.4, 1221.9), 3.0, 12, "town"),
    ("20", "2008", None, "road", "NR1-SR", (613.0, 1221.0), 2.6, 8, "export"),
    ("20", "2006", None, "town", None, (587.6, 1225.6), 1.4, 7, "town"),
    # Kampot and Kep
    ("07", "0708", None, "town", None, (410.8, 1173.6), 1.5, 20, "coast"),
    ("07", "0707", None, "road", "NR3-KP", (404.6, 1170.2), 2.0, 8, "coast"),
    ("07", "0707", None, "town", None, (416.0, 1174.2), 1.5, 12, "coast"),
    ("07", "0709", None, "park", "KPSEZ", None, 0, 4, "sez"),
    ("07", "0706", None, "town", None, (441.0, 1167.8), 1.4, 4, "rural"),
    ("23", "2302", None, "town", None, (425.2, 1163.4), 2.2, 10, "coast"),
    ("23", "2301", None, "town", None, (430.4, 1163.4), 1.6, 11, "coast"),
    # no plan there
    ("01", "0110", None, "park", "ONSEZ", None, 0, 8, "sez"),
    ("01", "0110", None, "town", None, (243.8, 1510.4), 1.5, 10, "frontier"),
    ("01", "0106", None, "town", None, (281.4, 1502.6), 2.0, 7, "town"),
    ("09", "0905", None, "park", "NKSEZ", None, 0, 5, "sez"),
    ("09", "0904", None, "town", None, (283.0, 1282.4), 1.0, 6, "frontier"),
    ("21", "2102", None, "road", "NR2", (484.0, 1248.4), 3.4, 7, "export"),
    ("21", "2108", None, "town", None, (476.6, 1214.6), 1.5, 6, "town"),
    ("04", "0405", None, "road", "NR5", (471.6, 1320.4), 4.0, 8, "export"),
]  # fmt: skip
