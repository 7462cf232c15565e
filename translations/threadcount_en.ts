<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
<context>
    <name>EngineersModel</name>
    <message numerus="yes">
        <source>active on %1 of %n stored day(s)</source>
        <translation>
            <numerusform>active on %1 of %n stored day</numerusform>
            <numerusform>active on %1 of %n stored days</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Turns per %n weeks</source>
        <translation>
            <numerusform>Turns per week</numerusform>
            <numerusform>Turns per %n weeks</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>FigureText</name>
    <message numerus="yes">
        <source>On %n stored day(s) OpenAI gave no figure; they are left out, not counted as zero.</source>
        <translation>
            <numerusform>On %n stored day OpenAI gave no figure; it is left out, not counted as zero.</numerusform>
            <numerusform>On %n stored days OpenAI gave no figure; they are left out, not counted as zero.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>app::setup::NetworkSetup</name>
    <message numerus="yes">
        <source>%1 and %n more are trusted in addition to what this computer trusts.</source>
        <translation>
            <numerusform>%1 and %n more are trusted in addition to what this computer trusts.</numerusform>
            <numerusform>%1 and %n more are trusted in addition to what this computer trusts.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::charts::DayChart</name>
    <message numerus="yes">
        <source>Drawn is the highest of %n neighbouring columns.</source>
        <extracomment>Where days or weeks are too many to draw each: how many share one column of a chart.</extracomment>
        <translation>
            <numerusform>Drawn is the highest of %n column.</numerusform>
            <numerusform>Drawn is the highest of %n neighbouring columns.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::charts::IntervalChart</name>
    <message numerus="yes">
        <source>Only %n vote(s), needs %1.</source>
        <translation>
            <numerusform>Only %n vote, needs %1.</numerusform>
            <numerusform>Only %n votes, needs %1.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::common::format</name>
    <message numerus="yes">
        <source>%n min</source>
        <comment>age in minutes</comment>
        <translation>
            <numerusform>%n min</numerusform>
            <numerusform>%n min</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n h</source>
        <comment>age in hours</comment>
        <translation>
            <numerusform>%n h</numerusform>
            <numerusform>%n h</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n day(s)</source>
        <comment>age in days</comment>
        <translation>
            <numerusform>%n day</numerusform>
            <numerusform>%n days</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::pages::CodeReviewPage</name>
    <message numerus="yes">
        <source>On some days the priorities count %n comment(s) more than there are; “No priority” is 0 there.</source>
        <translation>
            <numerusform>On some days the priorities count %n comment more than there are; “No priority” is 0 there.</numerusform>
            <numerusform>On some days the priorities count %n comments more than there are; “No priority” is 0 there.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>On %n day(s) OpenAI gave no priorities; they are left out.</source>
        <translation>
            <numerusform>On %n day OpenAI gave no priorities; they are left out.</numerusform>
            <numerusform>On %n days OpenAI gave no priorities; they are left out.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>only %n vote(s), needs %1</source>
        <translation>
            <numerusform>only %n vote, needs %1</numerusform>
            <numerusform>only %n votes, needs %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>On %n day(s) OpenAI did not say which comments were answered.</source>
        <translation>
            <numerusform>On %n day OpenAI did not say which comments were answered.</numerusform>
            <numerusform>On %n days OpenAI did not say which comments were answered.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>On %n day(s) OpenAI did not say which reactions they were.</source>
        <translation>
            <numerusform>On %n day OpenAI did not say which reactions they were.</numerusform>
            <numerusform>On %n days OpenAI did not say which reactions they were.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::pages::EngineerPage</name>
    <message numerus="yes">
        <source>turns per UTC day, %n week(s)</source>
        <translation>
            <numerusform>turns per UTC day, %n week</numerusform>
            <numerusform>turns per UTC day, %n weeks</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>median of %n active people</source>
        <translation>
            <numerusform>median of %n active people</numerusform>
            <numerusform>median of %n active people</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Turns of each UTC day, in %n ISO week(s) up to the last day of the range. The colour is the share of the largest day.</source>
        <translation>
            <numerusform>Turns of each UTC day, in %n ISO week up to the last day of the range. The colour is the share of the largest day.</numerusform>
            <numerusform>Turns of each UTC day, in %n ISO weeks up to the last day of the range. The colour is the share of the largest day.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Active days, %1 of %n</source>
        <extracomment>%1 is a share: &quot;Active days, 45 % of 29&quot;.</extracomment>
        <translation>
            <numerusform>Active days, %1 of %n</numerusform>
            <numerusform>Active days, %1 of %n</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::pages::EngineersPage</name>
    <message numerus="yes">
        <source>Export %n selected row(s)</source>
        <translation>
            <numerusform>Export %n selected row</numerusform>
            <numerusform>Export %n selected rows</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::pages::OverviewPage</name>
    <message numerus="yes">
        <source>Workspace rows count %1 than the sum over engineers, on the %n day(s) that both were read for. Automation or withheld people can be missing from the rows per engineer. The charts show the sum over engineers.</source>
        <translation>
            <numerusform>Workspace rows count %1 than the sum over engineers, on the %n day that both were read for. Automation or withheld people can be missing from the rows per engineer. The charts show the sum over engineers.</numerusform>
            <numerusform>Workspace rows count %1 than the sum over engineers, on the %n days that both were read for. Automation or withheld people can be missing from the rows per engineer. The charts show the sum over engineers.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Needs the %n day(s) before</source>
        <translation>
            <numerusform>Needs the %n day before</numerusform>
            <numerusform>Needs the %n days before</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::pages::PrivacyPage</name>
    <message numerus="yes">
        <source>%n row(s) came without this figure</source>
        <translation>
            <numerusform>%n row came without this figure</numerusform>
            <numerusform>%n rows came without this figure</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n endpoint(s)</source>
        <translation>
            <numerusform>%n endpoint</numerusform>
            <numerusform>%n endpoints</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 row(s)</source>
        <translation>
            <numerusform>%1 row</numerusform>
            <numerusform>%1 rows</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 request(s) since %2</source>
        <extracomment>A number and a day.</extracomment>
        <translation>
            <numerusform>%1 request since %2</numerusform>
            <numerusform>%1 requests since %2</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::pages::SurfacesPage</name>
    <message numerus="yes">
        <source>OpenAI gave no figure for %n of them; left out here.</source>
        <translation>
            <numerusform>OpenAI gave no figure for %n of them; left out here.</numerusform>
            <numerusform>OpenAI gave no figure for %n of them; left out here.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n surface(s) with an id that is not in OpenAI&apos;s list; shown as it came.</source>
        <translation>
            <numerusform>%n surface with an id that is not in OpenAI&apos;s list; shown as it came.</numerusform>
            <numerusform>%n surfaces with an id that is not in OpenAI&apos;s list; shown as it came.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::pages::TokensPage</name>
    <message numerus="yes">
        <source>%n row(s) came without token counts and are left out with their turns and cost; they are not counted as zero.</source>
        <translation>
            <numerusform>%n row came without token counts and is left out with its turns and cost; it is not counted as zero.</numerusform>
            <numerusform>%n rows came without token counts and are left out with their turns and cost; they are not counted as zero.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>In %n row(s) uncached input + cached input + output differs from the total that OpenAI gave. The figures here are sums of the three.</source>
        <translation>
            <numerusform>In %n row uncached input + cached input + output differs from the total that OpenAI gave. The figures here are sums of the three.</numerusform>
            <numerusform>In %n rows uncached input + cached input + output differs from the total that OpenAI gave. The figures here are sums of the three.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::settings::KeyEntry</name>
    <message numerus="yes">
        <source>Ends in %1, %n character(s). Only the last four are ever shown or logged.</source>
        <translation>
            <numerusform>Ends in %1, %n character. Only the last four are ever shown or logged.</numerusform>
            <numerusform>Ends in %1, %n characters. Only the last four are ever shown or logged.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::settings::SettingsDialog</name>
    <message numerus="yes">
        <source>Delete days that are older than %n month(s)?</source>
        <translation>
            <numerusform>Delete days that are older than %n month?</numerusform>
            <numerusform>Delete days that are older than %n months?</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::shell::AppController</name>
    <message numerus="yes">
        <source>The key was removed and %n file(s) were deleted.</source>
        <translation>
            <numerusform>The key was removed and %n file was deleted.</numerusform>
            <numerusform>The key was removed and %n files were deleted.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1, %n day(s) ago</source>
        <comment>day</comment>
        <translation>
            <numerusform>%1, %n day ago</numerusform>
            <numerusform>%1, %n days ago</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1, in %n day(s)</source>
        <comment>day</comment>
        <translation>
            <numerusform>%1, in %n day</numerusform>
            <numerusform>%1, in %n days</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::shell::ExportDialog</name>
    <message numerus="yes">
        <source>%n row(s) written to %1.</source>
        <translation>
            <numerusform>%n row written to %1.</numerusform>
            <numerusform>%n rows written to %1.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n row(s) written to %1 (%2).</source>
        <translation>
            <numerusform>%n row written to %1 (%2).</numerusform>
            <numerusform>%n rows written to %1 (%2).</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::shell::MainWindow</name>
    <message numerus="yes">
        <source>Ranges of more than %n day(s) are shown in weeks.</source>
        <translation>
            <numerusform>Ranges of more than %n day are shown in weeks.</numerusform>
            <numerusform>Ranges of more than %n days are shown in weeks.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>It was removed at once. You can still undo this for %n second(s).</source>
        <translation>
            <numerusform>It was removed at once. You can still undo this for %n second.</numerusform>
            <numerusform>It was removed at once. You can still undo this for %n seconds.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::shell::NoticeCenter</name>
    <message numerus="yes">
        <source>No sync for %n day(s)</source>
        <translation>
            <numerusform>No sync for %n day</numerusform>
            <numerusform>No sync for %n days</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The key expires in %n day(s)</source>
        <translation>
            <numerusform>The key expires in %n day</numerusform>
            <numerusform>The key expires in %n days</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::shell::TrayIcon</name>
    <message numerus="yes">
        <source>and %n more workspace(s)</source>
        <translation>
            <numerusform>and %n more workspace</numerusform>
            <numerusform>and %n more workspaces</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::shell::statustext</name>
    <message numerus="yes">
        <source>%1 of %n day(s)</source>
        <comment>complete days, all days</comment>
        <translation>
            <numerusform>%1 of %n day</numerusform>
            <numerusform>%1 of %n days</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n final</source>
        <comment>days that no longer change</comment>
        <translation>
            <numerusform>%n final</numerusform>
            <numerusform>%n final</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n provisional</source>
        <comment>days that can still change</comment>
        <translation>
            <numerusform>%n provisional</numerusform>
            <numerusform>%n provisional</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n missing</source>
        <comment>days</comment>
        <translation>
            <numerusform>%n missing</numerusform>
            <numerusform>%n missing</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n not offered</source>
        <comment>days before the first that the service still has</comment>
        <translation>
            <numerusform>%n not offered</numerusform>
            <numerusform>%n not offered</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n not asked for</source>
        <comment>days before the first that the person asked for</comment>
        <translation>
            <numerusform>%n not asked for</numerusform>
            <numerusform>%n not asked for</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>based on %1 of %n day(s)</source>
        <comment>complete days, all days</comment>
        <translation>
            <numerusform>based on %1 of %n day</numerusform>
            <numerusform>based on %1 of %n days</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1, %n provisional</source>
        <comment>sentence, days that can still change</comment>
        <translation>
            <numerusform>%1, %n provisional</numerusform>
            <numerusform>%1, %n provisional</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::tables::SelectionBar</name>
    <message numerus="yes">
        <source>selected</source>
        <extracomment>Behind the number of selected rows, which stands apart in a round spot.</extracomment>
        <translation>
            <numerusform>selected</numerusform>
            <numerusform>selected</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::wizard::BackfillPage</name>
    <message numerus="yes">
        <source>from %n request(s)</source>
        <translation>
            <numerusform>from %n request</numerusform>
            <numerusform>from %n requests</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::wizard::DonePage</name>
    <message numerus="yes">
        <source>%1 from %n request(s)</source>
        <translation>
            <numerusform>%1 from %n request</numerusform>
            <numerusform>%1 from %n requests</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::wizard::KeyPage</name>
    <message numerus="yes">
        <source>The key that ends in %1 is entered, %n character(s). Paste another one to replace it.</source>
        <translation>
            <numerusform>The key that ends in %1 is entered, %n character. Paste another one to replace it.</numerusform>
            <numerusform>The key that ends in %1 is entered, %n characters. Paste another one to replace it.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::wizard::StepRail</name>
    <message numerus="yes">
        <source>%n day(s), newest first</source>
        <translation>
            <numerusform>%n day, newest first</numerusform>
            <numerusform>%n days, newest first</numerusform>
        </translation>
    </message>
</context>
</TS>
