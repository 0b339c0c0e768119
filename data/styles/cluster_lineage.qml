<!DOCTYPE qgis PUBLIC 'http://mrcc.com/qgis.dtd' 'SYSTEM'>
<qgis version="3.22.16-Białowieża" styleCategories="Fields|Forms|AttributeTable">
  <fieldConfiguration>
    <field name="lineage" configurationFlags="None">
      <editWidget type="">
        <config>
          <Option/>
        </config>
      </editWidget>
    </field>
    <field name="previous_id" configurationFlags="None">
      <editWidget type="">
        <config>
          <Option/>
        </config>
      </editWidget>
    </field>
    <field name="cluster_id" configurationFlags="None">
      <editWidget type="">
        <config>
          <Option/>
        </config>
      </editWidget>
    </field>
    <field name="factories_before" configurationFlags="None">
      <editWidget type="">
        <config>
          <Option/>
        </config>
      </editWidget>
    </field>
    <field name="factories_now" configurationFlags="None">
      <editWidget type="">
        <config>
          <Option/>
        </config>
      </editWidget>
    </field>
    <field name="known_before" configurationFlags="None">
      <editWidget type="">
        <config>
          <Option/>
        </config>
      </editWidget>
    </field>
    <field name="known_now" configurationFlags="None">
      <editWidget type="">
        <config>
          <Option/>
        </config>
      </editWidget>
    </field>
    <field name="shared" configurationFlags="None">
      <editWidget type="">
        <config>
          <Option/>
        </config>
      </editWidget>
    </field>
    <field name="shared_ha" configurationFlags="None">
      <editWidget type="">
        <config>
          <Option/>
        </config>
      </editWidget>
    </field>
    <field name="share_before" configurationFlags="None">
      <editWidget type="">
        <config>
          <Option/>
        </config>
      </editWidget>
    </field>
    <field name="share_now" configurationFlags="None">
      <editWidget type="">
        <config>
          <Option/>
        </config>
      </editWidget>
    </field>
    <field name="compared_by" configurationFlags="None">
      <editWidget type="">
        <config>
          <Option/>
        </config>
      </editWidget>
    </field>
    <field name="message" configurationFlags="None">
      <editWidget type="">
        <config>
          <Option/>
        </config>
      </editWidget>
    </field>
  </fieldConfiguration>
  <aliases>
    <alias name="Since the earlier result" field="lineage" index="0"/>
    <alias name="Earlier id" field="previous_id" index="1"/>
    <alias name="Cluster id" field="cluster_id" index="2"/>
    <alias name="Factories before" field="factories_before" index="3"/>
    <alias name="Factories now" field="factories_now" index="4"/>
    <alias name="Known again before" field="known_before" index="5"/>
    <alias name="Known again now" field="known_now" index="6"/>
    <alias name="Factories in both" field="shared" index="7"/>
    <alias name="Ground in both (ha)" field="shared_ha" index="8"/>
    <alias name="Share of the earlier one" field="share_before" index="9"/>
    <alias name="Share of the present one" field="share_now" index="10"/>
    <alias name="Compared by" field="compared_by" index="11"/>
    <alias name="Explanation" field="message" index="12"/>
  </aliases>
  <defaults>
    <default expression="" field="lineage" applyOnUpdate="0"/>
    <default expression="" field="previous_id" applyOnUpdate="0"/>
    <default expression="" field="cluster_id" applyOnUpdate="0"/>
    <default expression="" field="factories_before" applyOnUpdate="0"/>
    <default expression="" field="factories_now" applyOnUpdate="0"/>
    <default expression="" field="known_before" applyOnUpdate="0"/>
    <default expression="" field="known_now" applyOnUpdate="0"/>
    <default expression="" field="shared" applyOnUpdate="0"/>
    <default expression="" field="shared_ha" applyOnUpdate="0"/>
    <default expression="" field="share_before" applyOnUpdate="0"/>
    <default expression="" field="share_now" applyOnUpdate="0"/>
    <default expression="" field="compared_by" applyOnUpdate="0"/>
    <default expression="" field="message" applyOnUpdate="0"/>
  </defaults>
  <constraints>
    <constraint unique_strength="0" exp_strength="0" field="lineage" notnull_strength="0" constraints="0"/>
    <constraint unique_strength="0" exp_strength="0" field="previous_id" notnull_strength="0" constraints="0"/>
    <constraint unique_strength="0" exp_strength="0" field="cluster_id" notnull_strength="0" constraints="0"/>
    <constraint unique_strength="0" exp_strength="0" field="factories_before" notnull_strength="0" constraints="0"/>
    <constraint unique_strength="0" exp_strength="0" field="factories_now" notnull_strength="0" constraints="0"/>
    <constraint unique_strength="0" exp_strength="0" field="known_before" notnull_strength="0" constraints="0"/>
    <constraint unique_strength="0" exp_strength="0" field="known_now" notnull_strength="0" constraints="0"/>
    <constraint unique_strength="0" exp_strength="0" field="shared" notnull_strength="0" constraints="0"/>
    <constraint unique_strength="0" exp_strength="0" field="shared_ha" notnull_strength="0" constraints="0"/>
    <constraint unique_strength="0" exp_strength="0" field="share_before" notnull_strength="0" constraints="0"/>
    <constraint unique_strength="0" exp_strength="0" field="share_now" notnull_strength="0" constraints="0"/>
    <constraint unique_strength="0" exp_strength="0" field="compared_by" notnull_strength="0" constraints="0"/>
    <constraint unique_strength="0" exp_strength="0" field="message" notnull_strength="0" constraints="0"/>
  </constraints>
  <constraintExpressions>
    <constraint desc="" field="lineage" exp=""/>
    <constraint desc="" field="previous_id" exp=""/>
    <constraint desc="" field="cluster_id" exp=""/>
    <constraint desc="" field="factories_before" exp=""/>
    <constraint desc="" field="factories_now" exp=""/>
    <constraint desc="" field="known_before" exp=""/>
    <constraint desc="" field="known_now" exp=""/>
    <constraint desc="" field="shared" exp=""/>
    <constraint desc="" field="shared_ha" exp=""/>
    <constraint desc="" field="share_before" exp=""/>
    <constraint desc="" field="share_now" exp=""/>
    <constraint desc="" field="compared_by" exp=""/>
    <constraint desc="" field="message" exp=""/>
  </constraintExpressions>
  <expressionfields/>
  <attributetableconfig sortOrder="0" sortExpression="" actionWidgetStyle="dropDown">
    <columns>
      <column type="field" name="lineage" hidden="0" width="-1"/>
      <column type="field" name="previous_id" hidden="0" width="-1"/>
      <column type="field" name="cluster_id" hidden="0" width="-1"/>
      <column type="field" name="factories_before" hidden="0" width="-1"/>
      <column type="field" name="factories_now" hidden="0" width="-1"/>
      <column type="field" name="known_before" hidden="0" width="-1"/>
      <column type="field" name="known_now" hidden="0" width="-1"/>
      <column type="field" name="shared" hidden="0" width="-1"/>
      <column type="field" name="shared_ha" hidden="0" width="-1"/>
      <column type="field" name="share_before" hidden="0" width="-1"/>
      <column type="field" name="share_now" hidden="0" width="-1"/>
      <column type="field" name="compared_by" hidden="0" width="-1"/>
      <column type="field" name="message" hidden="0" width="-1"/>
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
