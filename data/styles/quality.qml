<!DOCTYPE qgis PUBLIC 'http://mrcc.com/qgis.dtd' 'SYSTEM'>
<qgis version="3.22.16-Białowieża" styleCategories="Fields|Forms|AttributeTable">
  <fieldConfiguration>
    <field name="level" configurationFlags="None">
      <editWidget type="">
        <config>
          <Option/>
        </config>
      </editWidget>
    </field>
    <field name="code" configurationFlags="None">
      <editWidget type="">
        <config>
          <Option/>
        </config>
      </editWidget>
    </field>
    <field name="name" configurationFlags="None">
      <editWidget type="">
        <config>
          <Option/>
        </config>
      </editWidget>
    </field>
    <field name="factories" configurationFlags="None">
      <editWidget type="">
        <config>
          <Option/>
        </config>
      </editWidget>
    </field>
    <field name="sound_share" configurationFlags="None">
      <editWidget type="">
        <config>
          <Option/>
        </config>
      </editWidget>
    </field>
    <field name="missing_location" configurationFlags="None">
      <editWidget type="">
        <config>
          <Option/>
        </config>
      </editWidget>
    </field>
    <field name="missing_location_share" configurationFlags="None">
      <editWidget type="">
        <config>
          <Option/>
        </config>
      </editWidget>
    </field>
    <field name="stated_accuracy_share" configurationFlags="None">
      <editWidget type="">
        <config>
          <Option/>
        </config>
      </editWidget>
    </field>
    <field name="mean_accuracy_m" configurationFlags="None">
      <editWidget type="">
        <config>
          <Option/>
        </config>
      </editWidget>
    </field>
    <field name="worst_accuracy_m" configurationFlags="None">
      <editWidget type="">
        <config>
          <Option/>
        </config>
      </editWidget>
    </field>
    <field name="centroid_share" configurationFlags="None">
      <editWidget type="">
        <config>
          <Option/>
        </config>
      </editWidget>
    </field>
    <field name="missing_id" configurationFlags="None">
      <editWidget type="">
        <config>
          <Option/>
        </config>
      </editWidget>
    </field>
    <field name="duplicate_id" configurationFlags="None">
      <editWidget type="">
        <config>
          <Option/>
        </config>
      </editWidget>
    </field>
    <field name="missing_activity" configurationFlags="None">
      <editWidget type="">
        <config>
          <Option/>
        </config>
      </editWidget>
    </field>
    <field name="missing_activity_share" configurationFlags="None">
      <editWidget type="">
        <config>
          <Option/>
        </config>
      </editWidget>
    </field>
    <field name="unknown_activity" configurationFlags="None">
      <editWidget type="">
        <config>
          <Option/>
        </config>
      </editWidget>
    </field>
    <field name="missing_province" configurationFlags="None">
      <editWidget type="">
        <config>
          <Option/>
        </config>
      </editWidget>
    </field>
    <field name="missing_province_share" configurationFlags="None">
      <editWidget type="">
        <config>
          <Option/>
        </config>
      </editWidget>
    </field>
    <field name="missing_district_share" configurationFlags="None">
      <editWidget type="">
        <config>
          <Option/>
        </config>
      </editWidget>
    </field>
    <field name="missing_commune_share" configurationFlags="None">
      <editWidget type="">
        <config>
          <Option/>
        </config>
      </editWidget>
    </field>
    <field name="size_inconsistent" configurationFlags="None">
      <editWidget type="">
        <config>
          <Option/>
        </config>
      </editWidget>
    </field>
    <field name="checked" configurationFlags="None">
      <editWidget type="">
        <config>
          <Option/>
        </config>
      </editWidget>
    </field>
    <field name="undecided_share" configurationFlags="None">
      <editWidget type="">
        <config>
          <Option/>
        </config>
      </editWidget>
    </field>
    <field name="no_zoning_share" configurationFlags="None">
      <editWidget type="">
        <config>
          <Option/>
        </config>
      </editWidget>
    </field>
  </fieldConfiguration>
  <aliases>
    <alias name="Level" field="level" index="0"/>
    <alias name="Code" field="code" index="1"/>
    <alias name="Name" field="name" index="2"/>
    <alias name="Factories" field="factories" index="3"/>
    <alias name="Share without any fault" field="sound_share" index="4"/>
    <alias name="Without a usable location" field="missing_location" index="5"/>
    <alias name="Share without a usable location" field="missing_location_share" index="6"/>
    <alias name="Share with a stated accuracy" field="stated_accuracy_share" index="7"/>
    <alias name="Mean accuracy (m)" field="mean_accuracy_m" index="8"/>
    <alias name="Worst accuracy (m)" field="worst_accuracy_m" index="9"/>
    <alias name="Share located by a centre of an area" field="centroid_share" index="10"/>
    <alias name="Without an id" field="missing_id" index="11"/>
    <alias name="With the id of another" field="duplicate_id" index="12"/>
    <alias name="Without an activity" field="missing_activity" index="13"/>
    <alias name="Share without an activity" field="missing_activity_share" index="14"/>
    <alias name="With an unknown activity" field="unknown_activity" index="15"/>
    <alias name="Without a province code" field="missing_province" index="16"/>
    <alias name="Share without a province code" field="missing_province_share" index="17"/>
    <alias name="Share without a district code" field="missing_district_share" index="18"/>
    <alias name="Share without a commune code" field="missing_commune_share" index="19"/>
    <alias name="With more staff than their size class" field="size_inconsistent" index="20"/>
    <alias name="Factories checked" field="checked" index="21"/>
    <alias name="Share undecided, of those checked" field="undecided_share" index="22"/>
    <alias name="Share without zoning data, of those checked" field="no_zoning_share" index="23"/>
  </aliases>
  <defaults>
    <default expression="" field="level" applyOnUpdate="0"/>
    <default expression="" field="code" applyOnUpdate="0"/>
    <default expression="" field="name" applyOnUpdate="0"/>
    <default expression="" field="factories" applyOnUpdate="0"/>
    <default expression="" field="sound_share" applyOnUpdate="0"/>
    <default expression="" field="missing_location" applyOnUpdate="0"/>
    <default expression="" field="missing_location_share" applyOnUpdate="0"/>
    <default expression="" field="stated_accuracy_share" applyOnUpdate="0"/>
    <default expression="" field="mean_accuracy_m" applyOnUpdate="0"/>
    <default expression="" field="worst_accuracy_m" applyOnUpdate="0"/>
    <default expression="" field="centroid_share" applyOnUpdate="0"/>
    <default expression="" field="missing_id" applyOnUpdate="0"/>
    <default expression="" field="duplicate_id" applyOnUpdate="0"/>
    <default expression="" field="missing_activity" applyOnUpdate="0"/>
    <default expression="" field="missing_activity_share" applyOnUpdate="0"/>
    <default expression="" field="unknown_activity" applyOnUpdate="0"/>
    <default expression="" field="missing_province" applyOnUpdate="0"/>
    <default expression="" field="missing_province_share" applyOnUpdate="0"/>
    <default expression="" field="missing_district_share" applyOnUpdate="0"/>
    <default expression="" field="missing_commune_share" applyOnUpdate="0"/>
    <default expression="" field="size_inconsistent" applyOnUpdate="0"/>
    <default expression="" field="checked" applyOnUpdate="0"/>
    <default expression="" field="undecided_share" applyOnUpdate="0"/>
    <default expression="" field="no_zoning_share" applyOnUpdate="0"/>
  </defaults>
  <constraints>
    <constraint unique_strength="0" exp_strength="0" field="level" notnull_strength="0" constraints="0"/>
    <constraint unique_strength="0" exp_strength="0" field="code" notnull_strength="0" constraints="0"/>
    <constraint unique_strength="0" exp_strength="0" field="name" notnull_strength="0" constraints="0"/>
    <constraint unique_strength="0" exp_strength="0" field="factories" notnull_strength="0" constraints="0"/>
    <constraint unique_strength="0" exp_strength="0" field="sound_share" notnull_strength="0" constraints="0"/>
    <constraint unique_strength="0" exp_strength="0" field="missing_location" notnull_strength="0" constraints="0"/>
    <constraint unique_strength="0" exp_strength="0" field="missing_location_share" notnull_strength="0" constraints="0"/>
    <constraint unique_strength="0" exp_strength="0" field="stated_accuracy_share" notnull_strength="0" constraints="0"/>
    <constraint unique_strength="0" exp_strength="0" field="mean_accuracy_m" notnull_strength="0" constraints="0"/>
    <constraint unique_strength="0" exp_strength="0" field="worst_accuracy_m" notnull_strength="0" constraints="0"/>
    <constraint unique_strength="0" exp_strength="0" field="centroid_share" notnull_strength="0" constraints="0"/>
    <constraint unique_strength="0" exp_strength="0" field="missing_id" notnull_strength="0" constraints="0"/>
    <constraint unique_strength="0" exp_strength="0" field="duplicate_id" notnull_strength="0" constraints="0"/>
    <constraint unique_strength="0" exp_strength="0" field="missing_activity" notnull_strength="0" constraints="0"/>
    <constraint unique_strength="0" exp_strength="0" field="missing_activity_share" notnull_strength="0" constraints="0"/>
    <constraint unique_strength="0" exp_strength="0" field="unknown_activity" notnull_strength="0" constraints="0"/>
    <constraint unique_strength="0" exp_strength="0" field="missing_province" notnull_strength="0" constraints="0"/>
    <constraint unique_strength="0" exp_strength="0" field="missing_province_share" notnull_strength="0" constraints="0"/>
    <constraint unique_strength="0" exp_strength="0" field="missing_district_share" notnull_strength="0" constraints="0"/>
    <constraint unique_strength="0" exp_strength="0" field="missing_commune_share" notnull_strength="0" constraints="0"/>
    <constraint unique_strength="0" exp_strength="0" field="size_inconsistent" notnull_strength="0" constraints="0"/>
    <constraint unique_strength="0" exp_strength="0" field="checked" notnull_strength="0" constraints="0"/>
    <constraint unique_strength="0" exp_strength="0" field="undecided_share" notnull_strength="0" constraints="0"/>
    <constraint unique_strength="0" exp_strength="0" field="no_zoning_share" notnull_strength="0" constraints="0"/>
  </constraints>
  <constraintExpressions>
    <constraint desc="" field="level" exp=""/>
    <constraint desc="" field="code" exp=""/>
    <constraint desc="" field="name" exp=""/>
    <constraint desc="" field="factories" exp=""/>
    <constraint desc="" field="sound_share" exp=""/>
    <constraint desc="" field="missing_location" exp=""/>
    <constraint desc="" field="missing_location_share" exp=""/>
    <constraint desc="" field="stated_accuracy_share" exp=""/>
    <constraint desc="" field="mean_accuracy_m" exp=""/>
    <constraint desc="" field="worst_accuracy_m" exp=""/>
    <constraint desc="" field="centroid_share" exp=""/>
    <constraint desc="" field="missing_id" exp=""/>
    <constraint desc="" field="duplicate_id" exp=""/>
    <constraint desc="" field="missing_activity" exp=""/>
    <constraint desc="" field="missing_activity_share" exp=""/>
    <constraint desc="" field="unknown_activity" exp=""/>
    <constraint desc="" field="missing_province" exp=""/>
    <constraint desc="" field="missing_province_share" exp=""/>
    <constraint desc="" field="missing_district_share" exp=""/>
    <constraint desc="" field="missing_commune_share" exp=""/>
    <constraint desc="" field="size_inconsistent" exp=""/>
    <constraint desc="" field="checked" exp=""/>
    <constraint desc="" field="undecided_share" exp=""/>
    <constraint desc="" field="no_zoning_share" exp=""/>
  </constraintExpressions>
  <expressionfields/>
  <attributetableconfig sortOrder="0" sortExpression="" actionWidgetStyle="dropDown">
    <columns>
      <column type="field" name="level" hidden="0" width="-1"/>
      <column type="field" name="code" hidden="0" width="-1"/>
      <column type="field" name="name" hidden="0" width="-1"/>
      <column type="field" name="factories" hidden="0" width="-1"/>
      <column type="field" name="sound_share" hidden="0" width="-1"/>
      <column type="field" name="missing_location" hidden="0" width="-1"/>
      <column type="field" name="missing_location_share" hidden="0" width="-1"/>
      <column type="field" name="stated_accuracy_share" hidden="0" width="-1"/>
      <column type="field" name="mean_accuracy_m" hidden="0" width="-1"/>
      <column type="field" name="worst_accuracy_m" hidden="0" width="-1"/>
      <column type="field" name="centroid_share" hidden="0" width="-1"/>
      <column type="field" name="missing_id" hidden="0" width="-1"/>
      <column type="field" name="duplicate_id" hidden="0" width="-1"/>
      <column type="field" name="missing_activity" hidden="0" width="-1"/>
      <column type="field" name="missing_activity_share" hidden="0" width="-1"/>
      <column type="field" name="unknown_activity" hidden="0" width="-1"/>
      <column type="field" name="missing_province" hidden="0" width="-1"/>
      <column type="field" name="missing_province_share" hidden="0" width="-1"/>
      <column type="field" name="missing_district_share" hidden="0" width="-1"/>
      <column type="field" name="missing_commune_share" hidden="0" width="-1"/>
      <column type="field" name="size_inconsistent" hidden="0" width="-1"/>
      <column type="field" name="checked" hidden="0" width="-1"/>
      <column type="field" name="undecided_share" hidden="0" width="-1"/>
      <column type="field" name="no_zoning_share" hidden="0" width="-1"/>
    </columns>
  </attributetableconfig>
  <conditionalstyles>
    <rowstyles/>
    <fieldstyles/>
  </conditionalstyles>
  <storedexpressions/>
  <editform tolerant="1"></editform>
  <editforminit/>
  <editforminitcodesource>0</editforminitcodesource>
  <editforminitfilepath></editforminitfilepath>
  <editforminitcode><![CDATA[]]></editforminitcode>
  <featformsuppress>0</featformsuppress>
  <editorlayout>generatedlayout</editorlayout>
  <editable/>
  <labelOnTop/>
  <reuseLastValue/>
  <dataDefinedFieldProperties/>
  <widgets/>
  <layerGeometryType>4</layerGeometryType>
</qgis>
