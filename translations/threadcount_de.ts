<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de" sourcelanguage="en">
<context>
    <name>DayState</name>
    <message>
        <source>Missing</source>
        <translation>Fehlt</translation>
    </message>
    <message>
        <source>Not offered</source>
        <translation>Nicht mehr angeboten</translation>
    </message>
    <message>
        <source>Provisional</source>
        <translation>Vorläufig</translation>
    </message>
    <message>
        <source>Final</source>
        <translation>Endgültig</translation>
    </message>
    <message>
        <source>Withdrawn, kept</source>
        <translation>Zurückgezogen, behalten</translation>
    </message>
    <message>
        <source>Restated</source>
        <translation>Später geändert</translation>
    </message>
</context>
<context>
    <name>EngineerName</name>
    <message>
        <source>Unattributed</source>
        <translation>Nicht zugeordnet</translation>
    </message>
</context>
<context>
    <name>EngineerPage</name>
    <message>
        <source>workspace median %1</source>
        <translation>Median aller %1</translation>
    </message>
</context>
<context>
    <name>EngineersModel</name>
    <message>
        <source>no activity in these days</source>
        <translation>keine Aktivität an diesen Tagen</translation>
    </message>
    <message>
        <source>Rows that OpenAI delivered without a person, for example automation.</source>
        <translation>Zeilen, die OpenAI ohne Person geliefert hat, zum Beispiel von Automatisierungen.</translation>
    </message>
    <message numerus="yes">
        <source>active on %1 of %n stored day(s)</source>
        <translation>
            <numerusform>aktiv an %1 von %n gespeicherten Tag</numerusform>
            <numerusform>aktiv an %1 von %n gespeicherten Tagen</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 turns</source>
        <translation>%1 Turns</translation>
    </message>
    <message>
        <source>Engineer</source>
        <translation>Person</translation>
    </message>
    <message>
        <source>Turns per week</source>
        <translation>Turns pro Woche</translation>
    </message>
    <message>
        <source>Turns per day</source>
        <translation>Turns pro Tag</translation>
    </message>
    <message>
        <source>Active days</source>
        <translation>Aktive Tage</translation>
    </message>
    <message>
        <source>Top surface</source>
        <translation>Top-Oberfläche</translation>
    </message>
    <message>
        <source>Last active</source>
        <translation>Zuletzt aktiv</translation>
    </message>
    <message numerus="yes">
        <source>Turns per %n weeks</source>
        <translation>
            <numerusform>Turns pro Woche</numerusform>
            <numerusform>Turns pro %n Wochen</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ExplanationKit</name>
    <message>
        <source>%1 = %2 ÷ %3</source>
        <extracomment>A formula and the same with its numbers: &quot;credits ÷ turns = 552,301.5 ÷ 147,912&quot;.</extracomment>
        <translation>%1 = %2 ÷ %3</translation>
    </message>
    <message>
        <source>usage, sum over engineers</source>
        <translation>Nutzung, Summe über alle Personen</translation>
    </message>
    <message>
        <source>code reviews, workspace</source>
        <translation>Code-Reviews, Workspace</translation>
    </message>
    <message>
        <source>code review responses, workspace</source>
        <translation>Antworten auf Code-Reviews, Workspace</translation>
    </message>
    <message>
        <source>vs prior %1 d</source>
        <extracomment>Follows &quot;+7.8 %&quot;: compared with the same number of days before. %1 is a number of days.</extracomment>
        <translation>ggü. %1&#xa0;T davor</translation>
    </message>
</context>
<context>
    <name>FigureText</name>
    <message numerus="yes">
        <source>On %n stored day(s) OpenAI gave no figure; they are left out, not counted as zero.</source>
        <translation>
            <numerusform>An %n gespeicherten Tag hat OpenAI keinen Wert geliefert; er wird ausgelassen, nicht als null gezählt.</numerusform>
            <numerusform>An %n gespeicherten Tagen hat OpenAI keinen Wert geliefert; sie werden ausgelassen, nicht als null gezählt.</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 USD were billed apart; they are not part of the credits.</source>
        <translation>%1&#xa0;USD wurden gesondert abgerechnet; sie sind nicht Teil der Credits.</translation>
    </message>
</context>
<context>
    <name>Measure</name>
    <message>
        <source>Active people</source>
        <translation>Aktive Personen</translation>
    </message>
    <message>
        <source>Threads</source>
        <translation>Threads</translation>
    </message>
    <message>
        <source>Turns</source>
        <translation>Turns</translation>
    </message>
    <message>
        <source>Credits</source>
        <translation>Credits</translation>
    </message>
    <message>
        <source>USD</source>
        <translation>USD</translation>
    </message>
    <message>
        <source>Uncached input</source>
        <translation>Neue Eingabe</translation>
    </message>
    <message>
        <source>Cached input</source>
        <translation>Eingabe aus dem Cache</translation>
    </message>
    <message>
        <source>Output</source>
        <translation>Ausgabe</translation>
    </message>
    <message>
        <source>Reviews</source>
        <translation>Reviews</translation>
    </message>
    <message>
        <source>Comments</source>
        <translation>Kommentare</translation>
    </message>
    <message>
        <source>P0</source>
        <translation>P0</translation>
    </message>
    <message>
        <source>P1</source>
        <translation>P1</translation>
    </message>
    <message>
        <source>P2</source>
        <translation>P2</translation>
    </message>
    <message>
        <source>No priority</source>
        <translation>Ohne Priorität</translation>
    </message>
    <message>
        <source>Upvotes</source>
        <translation>Daumen hoch</translation>
    </message>
    <message>
        <source>Downvotes</source>
        <translation>Daumen runter</translation>
    </message>
    <message>
        <source>Other</source>
        <translation>Andere</translation>
    </message>
    <message>
        <source>Kind not given</source>
        <translation>Art nicht angegeben</translation>
    </message>
    <message>
        <source>Replies</source>
        <translation>Antworten</translation>
    </message>
    <message>
        <source>7-day mean</source>
        <translation>7-Tage-Mittel</translation>
    </message>
    <message>
        <source>Weekly active</source>
        <translation>Wöchentlich aktiv</translation>
    </message>
    <message>
        <source>Monthly active</source>
        <translation>Monatlich aktiv</translation>
    </message>
    <message>
        <source>Stickiness</source>
        <translation>Bindung</translation>
    </message>
    <message>
        <source>Turns per thread</source>
        <translation>Turns pro Thread</translation>
    </message>
    <message>
        <source>Credits per turn</source>
        <translation>Credits pro Turn</translation>
    </message>
    <message>
        <source>USD per turn</source>
        <translation>USD pro Turn</translation>
    </message>
    <message>
        <source>Tokens</source>
        <translation>Tokens</translation>
    </message>
    <message>
        <source>Cache ratio</source>
        <translation>Cache-Anteil</translation>
    </message>
    <message>
        <source>Output share</source>
        <translation>Ausgabeanteil</translation>
    </message>
    <message>
        <source>Tokens per turn</source>
        <translation>Tokens pro Turn</translation>
    </message>
    <message>
        <source>Credits per 1,000 tokens</source>
        <translation>Credits pro 1.000 Tokens</translation>
    </message>
    <message>
        <source>USD per 1,000 tokens</source>
        <translation>USD pro 1.000 Tokens</translation>
    </message>
    <message>
        <source>Comments per review</source>
        <translation>Kommentare pro Review</translation>
    </message>
    <message>
        <source>P0 and P1 share</source>
        <translation>Anteil P0 und P1</translation>
    </message>
    <message>
        <source>Engaged</source>
        <translation>Mit Resonanz</translation>
    </message>
    <message>
        <source>Reacted</source>
        <translation>Mit Reaktion</translation>
    </message>
    <message>
        <source>Upvoted</source>
        <translation>Mit Daumen hoch</translation>
    </message>
    <message>
        <source>Downvoted</source>
        <translation>Mit Daumen runter</translation>
    </message>
    <message>
        <source>Replied</source>
        <translation>Mit Antwort</translation>
    </message>
    <message>
        <source>Engagement</source>
        <translation>Resonanz</translation>
    </message>
    <message>
        <source>Reaction coverage</source>
        <translation>Reaktionsquote</translation>
    </message>
    <message>
        <source>Reply rate</source>
        <translation>Antwortquote</translation>
    </message>
    <message>
        <source>Unanswered</source>
        <translation>Ohne Resonanz</translation>
    </message>
    <message>
        <source>Helpful rate</source>
        <translation>Hilfreich-Quote</translation>
    </message>
    <message>
        <source>Net sentiment</source>
        <translation>Stimmungssaldo</translation>
    </message>
    <message>
        <source>Replies per comment</source>
        <translation>Antworten pro Kommentar</translation>
    </message>
    <message>
        <source>%1&#xa0;%</source>
        <extracomment>A share; the space does not break.</extracomment>
        <translation>%1&#x202f;%</translation>
    </message>
</context>
<context>
    <name>PeriodText</name>
    <message>
        <source>%1, UTC days · based on %2 of %3 days</source>
        <extracomment>&quot;24 Oct to 22 Nov 2026, UTC days · based on 29 of 30 days&quot;</extracomment>
        <translation>%1, UTC-Tage · aus %2 von %3 Tagen</translation>
    </message>
    <message>
        <source>, %1 provisional</source>
        <extracomment>Follows &quot;based on 29 of 30 days&quot;.</extracomment>
        <translation>, %1 vorläufig</translation>
    </message>
    <message>
        <source>, %1 not offered</source>
        <extracomment>Follows &quot;based on 29 of 30 days&quot;: days that OpenAI does not serve any more.</extracomment>
        <translation>, %1 nicht mehr angeboten</translation>
    </message>
</context>
<context>
    <name>PlotTable</name>
    <message>
        <source>%1, lower</source>
        <extracomment>The lower edge of a band: &quot;P25 to P75, lower&quot;.</extracomment>
        <translation>%1, unten</translation>
    </message>
    <message>
        <source>%1, upper</source>
        <extracomment>The upper edge of a band: &quot;P25 to P75, upper&quot;.</extracomment>
        <translation>%1, oben</translation>
    </message>
    <message>
        <source>ISO week (UTC)</source>
        <translation>ISO-Woche (UTC)</translation>
    </message>
    <message>
        <source>Day (UTC)</source>
        <translation>Tag (UTC)</translation>
    </message>
    <message>
        <source>%1, share</source>
        <extracomment>A column with shares beside the one with values: &quot;P0, share&quot;.</extracomment>
        <translation>%1, Anteil</translation>
    </message>
    <message>
        <source>Stored days</source>
        <translation>Gespeicherte Tage</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Stand</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <comment>stored days of a week</comment>
        <translation>%1 von %2</translation>
    </message>
    <message>
        <source>Period</source>
        <translation>Zeitraum</translation>
    </message>
    <message>
        <source>Step</source>
        <translation>Stufe</translation>
    </message>
    <message>
        <source>Share of %1</source>
        <extracomment>Heading of the shares of a funnel: &quot;Share of Comments&quot;.</extracomment>
        <translation>Anteil an %1</translation>
    </message>
    <message>
        <source>Cases</source>
        <translation>Fälle</translation>
    </message>
    <message>
        <source>Lower end</source>
        <translation>Unteres Ende</translation>
    </message>
    <message>
        <source>Upper end</source>
        <translation>Oberes Ende</translation>
    </message>
    <message>
        <source>Too few cases</source>
        <translation>Zu wenige Fälle</translation>
    </message>
    <message>
        <source>Unfinished</source>
        <translation>Unvollständig</translation>
    </message>
    <message>
        <source>Complete</source>
        <translation>Vollständig</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Detail</source>
        <translation>Detail</translation>
    </message>
    <message>
        <source>Share</source>
        <translation>Anteil</translation>
    </message>
    <message>
        <source>d MMM yyyy</source>
        <comment>a day, as QDate formats it</comment>
        <translation>d. MMM yyyy</translation>
    </message>
    <message>
        <source>ISO week %1, %2</source>
        <extracomment>&quot;ISO week 45, 8 Nov 2026&quot;: a week of which one day is shown.</extracomment>
        <translation>ISO-Woche %1, %2</translation>
    </message>
    <message>
        <source>d MMM</source>
        <comment>a day of a known year, as QDate formats it</comment>
        <translation>d. MMM</translation>
    </message>
    <message>
        <source>d</source>
        <comment>a day of a known month, as QDate formats it</comment>
        <translation>d.</translation>
    </message>
    <message>
        <source>ISO week %1, %2 to %3</source>
        <extracomment>&quot;ISO week 45, 2 to 8 Nov 2026&quot;</extracomment>
        <translation>ISO-Woche %1, %2 bis %3</translation>
    </message>
    <message>
        <source>ddd d MMM yyyy</source>
        <comment>a day, as QDate formats it</comment>
        <translation>ddd d. MMM yyyy</translation>
    </message>
</context>
<context>
    <name>Settings</name>
    <message>
        <source>The setting &quot;%1&quot; could not be understood; its default is used.</source>
        <translation>Die Einstellung „%1“ war nicht verständlich; es gilt ihr Standardwert.</translation>
    </message>
    <message>
        <source>The settings file could not be read as text; the defaults are used.</source>
        <translation>Die Einstellungsdatei ließ sich nicht als Text lesen; es gelten die Standardwerte.</translation>
    </message>
    <message>
        <source>The settings were written by a newer Threadcount; the defaults are used and the file is left as it is.</source>
        <translation>Die Einstellungen stammen von einem neueren Threadcount; es gelten die Standardwerte, und die Datei bleibt unverändert.</translation>
    </message>
</context>
<context>
    <name>Surface</name>
    <message>
        <source>Codex desktop app</source>
        <translation>Codex-Desktop-App</translation>
    </message>
    <message>
        <source>ChatGPT desktop app</source>
        <translation>ChatGPT-Desktop-App</translation>
    </message>
    <message>
        <source>ChatGPT Work, desktop</source>
        <translation>ChatGPT Work, Desktop</translation>
    </message>
    <message>
        <source>ChatGPT Work, web</source>
        <translation>ChatGPT Work, Web</translation>
    </message>
    <message>
        <source>ChatGPT Work, mobile</source>
        <translation>ChatGPT Work, mobil</translation>
    </message>
    <message>
        <source>Codex cloud (web)</source>
        <translation>Codex Cloud (Web)</translation>
    </message>
    <message>
        <source>Cloud general agent</source>
        <translation>Allgemeiner Cloud-Agent</translation>
    </message>
    <message>
        <source>Chrome extension side panel</source>
        <translation>Seitenleiste der Chrome-Erweiterung</translation>
    </message>
    <message>
        <source>ChatGPT Atlas browser</source>
        <translation>Browser ChatGPT Atlas</translation>
    </message>
    <message>
        <source>GitHub usage</source>
        <translation>Nutzung über GitHub</translation>
    </message>
    <message>
        <source>Non-interactive exec</source>
        <translation>Nicht interaktives exec</translation>
    </message>
    <message>
        <source>VS Code family extension</source>
        <translation>VS-Code-Familie</translation>
    </message>
    <message>
        <source>Unidentified client</source>
        <translation>Unbekannter Client</translation>
    </message>
    <message>
        <source>Local</source>
        <extracomment>Group of surfaces: clients on the person&apos;s own computer.</extracomment>
        <translation>Lokal</translation>
    </message>
    <message>
        <source>Work</source>
        <extracomment>Group of surfaces: the product ChatGPT Work.</extracomment>
        <translation>Work</translation>
    </message>
    <message>
        <source>Cloud</source>
        <translation>Cloud</translation>
    </message>
    <message>
        <source>Browser</source>
        <translation>Browser</translation>
    </message>
    <message>
        <source>Integration</source>
        <translation>Integration</translation>
    </message>
    <message>
        <source>Automation</source>
        <translation>Automatisierung</translation>
    </message>
    <message>
        <source>IDE</source>
        <translation>IDE</translation>
    </message>
    <message>
        <source>Other</source>
        <translation>Andere</translation>
    </message>
    <message>
        <source>CLI</source>
        <extracomment>Family of surfaces: the command line.</extracomment>
        <translation>CLI</translation>
    </message>
    <message>
        <source>Desktop</source>
        <extracomment>Family of surfaces: desktop apps.</extracomment>
        <translation>Desktop</translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <extracomment>A model and its speed: &quot;gpt-5.3-codex · fast&quot;.</extracomment>
        <translation>%1 · %2</translation>
    </message>
</context>
<context>
    <name>SurfaceParts</name>
    <message>
        <source>Not attributed</source>
        <translation>Nicht zugeordnet</translation>
    </message>
    <message>
        <source>part of the totals only</source>
        <translation>nur in den Summen enthalten</translation>
    </message>
    <message>
        <source>Other, not attributed</source>
        <translation>Andere, nicht zugeordnet</translation>
    </message>
    <message>
        <source>unknown id</source>
        <translation>unbekannte ID</translation>
    </message>
</context>
<context>
    <name>app::messages::ErrorText</name>
    <message>
        <source>%1 s</source>
        <extracomment>A short time, for example &quot;45 s&quot;</extracomment>
        <translation>%1&#xa0;s</translation>
    </message>
    <message>
        <source>%1 min</source>
        <extracomment>A time in minutes, for example &quot;3 min&quot;</extracomment>
        <translation>%1&#xa0;min</translation>
    </message>
    <message>
        <source>%1 h %2 min</source>
        <extracomment>Hours and minutes, for example &quot;2 h 5 min&quot;</extracomment>
        <translation>%1&#xa0;h %2&#xa0;min</translation>
    </message>
    <message>
        <source>OpenAI asks for a pause: too many requests came in a short time.</source>
        <translation>OpenAI bittet um eine Pause: In kurzer Zeit kamen zu viele Anfragen.</translation>
    </message>
    <message>
        <source>another program uses the same key or workspace at the same time</source>
        <translation>ein anderes Programm nutzt gleichzeitig denselben Schlüssel oder Workspace</translation>
    </message>
    <message>
        <source>several syncs followed each other quickly</source>
        <translation>mehrere Abgleiche folgten kurz aufeinander</translation>
    </message>
    <message>
        <source>Try again in %1; nothing that is stored was lost.</source>
        <translation>Versuchen Sie es in %1 erneut; von den gespeicherten Daten ging nichts verloren.</translation>
    </message>
    <message>
        <source>Try again in a few minutes; nothing that is stored was lost.</source>
        <translation>Versuchen Sie es in einigen Minuten erneut; von den gespeicherten Daten ging nichts verloren.</translation>
    </message>
    <message>
        <source>Try again later; the charts keep showing what was stored before.</source>
        <translation>Versuchen Sie es später erneut; die Diagramme zeigen weiter, was schon gespeichert war.</translation>
    </message>
    <message>
        <source>The Codex analytics service did not answer.</source>
        <translation>Der Codex-Analytics-Dienst hat nicht geantwortet.</translation>
    </message>
    <message>
        <source>the service is down or very slow</source>
        <translation>der Dienst ist ausgefallen oder sehr langsam</translation>
    </message>
    <message>
        <source>the network lost the connection</source>
        <translation>das Netzwerk hat die Verbindung verloren</translation>
    </message>
    <message>
        <source>a firewall blocks api.chatgpt.com</source>
        <translation>eine Firewall blockiert api.chatgpt.com</translation>
    </message>
    <message>
        <source>What arrived was not a whole answer of the Codex analytics service.</source>
        <translation>Was ankam, war keine vollständige Antwort des Codex-Analytics-Dienstes.</translation>
    </message>
    <message>
        <source>a proxy or a sign-in page of your network answered in its place</source>
        <translation>ein Proxy oder eine Anmeldeseite Ihres Netzwerks hat stattdessen geantwortet</translation>
    </message>
    <message>
        <source>the connection was cut in the middle of the answer</source>
        <translation>die Verbindung brach mitten in der Antwort ab</translation>
    </message>
    <message>
        <source>Open a web page to see whether your network asks you to sign in, then try again.</source>
        <translation>Öffnen Sie eine Webseite, um zu sehen, ob Ihr Netzwerk eine Anmeldung verlangt, und versuchen Sie es dann erneut.</translation>
    </message>
    <message>
        <source>The Codex analytics service cannot answer at the moment (HTTP %1).</source>
        <translation>Der Codex-Analytics-Dienst kann im Moment nicht antworten (HTTP&#xa0;%1).</translation>
    </message>
    <message>
        <source>the service has a problem of its own</source>
        <translation>der Dienst hat selbst ein Problem</translation>
    </message>
    <message>
        <source>Try again in %1; the charts keep showing what was stored before.</source>
        <translation>Versuchen Sie es in %1 erneut; die Diagramme zeigen weiter, was schon gespeichert war.</translation>
    </message>
    <message>
        <source>The Codex analytics service refused a request of this program (HTTP %1).</source>
        <translation>Der Codex-Analytics-Dienst hat eine Anfrage dieses Programms abgelehnt (HTTP&#xa0;%1).</translation>
    </message>
    <message>
        <source>the service changed and this version of Threadcount is too old for it</source>
        <translation>der Dienst hat sich geändert, und diese Version von Threadcount ist zu alt dafür</translation>
    </message>
    <message>
        <source>the workspace ID is not a UUID of a workspace</source>
        <translation>die Workspace-ID ist keine UUID eines Workspace</translation>
    </message>
    <message>
        <source>The answer pointed to another address, and the key is never sent elsewhere (HTTP %1).</source>
        <translation>Die Antwort verwies auf eine andere Adresse, und der Schlüssel wird nie woandershin gesendet (HTTP&#xa0;%1).</translation>
    </message>
    <message>
        <source>the service moved and this version of Threadcount is too old for it</source>
        <translation>der Dienst ist umgezogen, und diese Version von Threadcount ist zu alt dafür</translation>
    </message>
    <message>
        <source>The Codex analytics service gave an answer that this program does not understand.</source>
        <translation>Der Codex-Analytics-Dienst hat eine Antwort gegeben, die dieses Programm nicht versteht.</translation>
    </message>
    <message>
        <source>something between you and the service changed its answer</source>
        <translation>etwas zwischen Ihnen und dem Dienst hat die Antwort verändert</translation>
    </message>
    <message>
        <source>Look for a newer version of Threadcount; if there is none, report the technical details. Nothing of the answer was stored.</source>
        <translation>Suchen Sie nach einer neueren Version von Threadcount; gibt es keine, melden Sie bitte die technischen Details. Von der Antwort wurde nichts gespeichert.</translation>
    </message>
    <message>
        <source>The key works, but it does not have the Codex analytics permission yet.</source>
        <translation>Der Schlüssel funktioniert, hat aber noch nicht die Berechtigung für Codex Analytics.</translation>
    </message>
    <message>
        <source>OpenAI Support has not applied the scope codex.enterprise.analytics.read yet</source>
        <translation>der OpenAI Support hat die Berechtigung codex.enterprise.analytics.read noch nicht erteilt</translation>
    </message>
    <message>
        <source>the Admin key was created without the permission Codex analytics API: Read</source>
        <translation>der Admin-Schlüssel wurde ohne die Berechtigung „Codex analytics API: Read“ erstellt</translation>
    </message>
    <message>
        <source>Wait for OpenAI Support, which takes 1 to 5 business days, or create an Admin key with Codex analytics API: Read.</source>
        <translation>Warten Sie auf den OpenAI Support, was 1 bis 5 Werktage dauert, oder erstellen Sie einen Admin-Schlüssel mit „Codex analytics API: Read“.</translation>
    </message>
    <message>
        <source>OpenAI did not accept the key.</source>
        <translation>OpenAI hat den Schlüssel nicht akzeptiert.</translation>
    </message>
    <message>
        <source>the key was not copied completely</source>
        <translation>der Schlüssel wurde nicht vollständig kopiert</translation>
    </message>
    <message>
        <source>the key has expired</source>
        <translation>der Schlüssel ist abgelaufen</translation>
    </message>
    <message>
        <source>the key was revoked or deleted; a deleted key cannot be restored</source>
        <translation>der Schlüssel wurde widerrufen oder gelöscht; ein gelöschter Schlüssel lässt sich nicht wiederherstellen</translation>
    </message>
    <message>
        <source>the person who created the key has left or lost the role</source>
        <translation>die Person, die den Schlüssel erstellt hat, ist ausgeschieden oder hat die Rolle verloren</translation>
    </message>
    <message>
        <source>Check that the whole key was pasted, or create a new one and enter it here.</source>
        <translation>Prüfen Sie, ob der ganze Schlüssel eingefügt wurde, oder erstellen Sie einen neuen und geben Sie ihn hier ein.</translation>
    </message>
    <message>
        <source>OpenAI knows the key, but does not let it read this workspace.</source>
        <translation>OpenAI kennt den Schlüssel, lässt ihn diesen Workspace aber nicht lesen.</translation>
    </message>
    <message>
        <source>the key belongs to another organization or workspace</source>
        <translation>der Schlüssel gehört zu einer anderen Organisation oder einem anderen Workspace</translation>
    </message>
    <message>
        <source>the plan of the workspace does not include Codex analytics</source>
        <translation>der Tarif des Workspace enthält Codex Analytics nicht</translation>
    </message>
    <message>
        <source>the creator of the key is no longer an owner or admin of the workspace</source>
        <translation>die Person, die den Schlüssel erstellt hat, ist nicht mehr Owner oder Admin des Workspace</translation>
    </message>
    <message>
        <source>the network you are in is not on the workspace&apos;s list of allowed networks</source>
        <translation>Ihr Netzwerk steht nicht auf der Liste der erlaubten Netzwerke des Workspace</translation>
    </message>
    <message>
        <source>Check these with the person who created the key, then try again.</source>
        <translation>Prüfen Sie dies mit der Person, die den Schlüssel erstellt hat, und versuchen Sie es dann erneut.</translation>
    </message>
    <message>
        <source>OpenAI does not know a workspace with this ID.</source>
        <translation>OpenAI kennt keinen Workspace mit dieser ID.</translation>
    </message>
    <message>
        <source>the workspace ID has a typing error</source>
        <translation>die Workspace-ID enthält einen Tippfehler</translation>
    </message>
    <message>
        <source>the ID of the organization (org-…) was entered instead of the workspace&apos;s</source>
        <translation>statt der ID des Workspace wurde die ID der Organisation (org-…) eingegeben</translation>
    </message>
    <message>
        <source>Codex analytics is not switched on for this workspace</source>
        <translation>Codex Analytics ist für diesen Workspace nicht eingeschaltet</translation>
    </message>
    <message>
        <source>Copy the workspace ID again from the details of the workspace in the ChatGPT admin console.</source>
        <translation>Kopieren Sie die Workspace-ID noch einmal aus den Details des Workspace in der ChatGPT-Admin-Konsole.</translation>
    </message>
    <message>
        <source>The Codex analytics service is no longer where it was.</source>
        <translation>Der Codex-Analytics-Dienst ist nicht mehr dort, wo er war.</translation>
    </message>
    <message>
        <source>OpenAI replaced or moved the service</source>
        <translation>OpenAI hat den Dienst ersetzt oder verlegt</translation>
    </message>
    <message>
        <source>the workspace was closed</source>
        <translation>der Workspace wurde geschlossen</translation>
    </message>
    <message>
        <source>Look for a newer version of Threadcount. The charts keep showing what was stored before.</source>
        <translation>Suchen Sie nach einer neueren Version von Threadcount. Die Diagramme zeigen weiter, was schon gespeichert war.</translation>
    </message>
    <message>
        <source>The address of the Codex analytics service could not be found.</source>
        <translation>Die Adresse des Codex-Analytics-Dienstes wurde nicht gefunden.</translation>
    </message>
    <message>
        <source>this computer is offline</source>
        <translation>dieser Computer ist offline</translation>
    </message>
    <message>
        <source>the network&apos;s name service (DNS) does not answer</source>
        <translation>der Namensdienst (DNS) des Netzwerks antwortet nicht</translation>
    </message>
    <message>
        <source>a VPN is needed or is in the way</source>
        <translation>ein VPN wird gebraucht oder ist im Weg</translation>
    </message>
    <message>
        <source>Check the network connection; the next sync starts by itself when it is back.</source>
        <translation>Prüfen Sie die Netzwerkverbindung; der nächste Abgleich beginnt von selbst, sobald sie wieder da ist.</translation>
    </message>
    <message>
        <source>The proxy of your network did not let the request pass.</source>
        <translation>Der Proxy Ihres Netzwerks hat die Anfrage nicht durchgelassen.</translation>
    </message>
    <message>
        <source>the proxy asks for a user name and password</source>
        <translation>der Proxy verlangt Benutzernamen und Passwort</translation>
    </message>
    <message>
        <source>the proxy does not allow connections to api.chatgpt.com</source>
        <translation>der Proxy erlaubt keine Verbindungen zu api.chatgpt.com</translation>
    </message>
    <message>
        <source>the proxy settings of this computer are out of date</source>
        <translation>die Proxy-Einstellungen dieses Computers sind veraltet</translation>
    </message>
    <message>
        <source>Check the proxy settings of this computer, or ask your IT to allow api.chatgpt.com.</source>
        <translation>Prüfen Sie die Proxy-Einstellungen dieses Computers, oder bitten Sie Ihre IT, api.chatgpt.com zu erlauben.</translation>
    </message>
    <message>
        <source>No trustworthy connection to the Codex analytics service could be made, so the key was not sent.</source>
        <translation>Es kam keine vertrauenswürdige Verbindung zum Codex-Analytics-Dienst zustande; der Schlüssel wurde daher nicht gesendet.</translation>
    </message>
    <message>
        <source>a security product in your network replaces certificates and this computer does not know its own</source>
        <translation>ein Sicherheitsprodukt in Ihrem Netzwerk ersetzt Zertifikate, und dieser Computer kennt das seine nicht</translation>
    </message>
    <message>
        <source>the date or time of this computer is wrong</source>
        <translation>Datum oder Uhrzeit dieses Computers sind falsch</translation>
    </message>
    <message>
        <source>the certificates of this computer are out of date</source>
        <translation>die Zertifikate dieses Computers sind veraltet</translation>
    </message>
    <message>
        <source>Check the date and time, and ask your IT to install the network&apos;s certificate on this computer.</source>
        <translation>Prüfen Sie Datum und Uhrzeit, und bitten Sie Ihre IT, das Zertifikat des Netzwerks auf diesem Computer zu installieren.</translation>
    </message>
    <message>
        <source>The work was stopped before its end.</source>
        <translation>Der Vorgang wurde vorzeitig beendet.</translation>
    </message>
    <message>
        <source>What was complete is stored; the next sync continues from there.</source>
        <translation>Was vollständig war, ist gespeichert; der nächste Abgleich macht dort weiter.</translation>
    </message>
    <message>
        <source>Something that was entered cannot be used.</source>
        <translation>Eine Eingabe ist nicht verwendbar.</translation>
    </message>
    <message>
        <source>This cannot be used: %1</source>
        <translation>Dies ist nicht verwendbar: %1</translation>
    </message>
    <message>
        <source>Correct it and try again.</source>
        <translation>Korrigieren Sie sie und versuchen Sie es erneut.</translation>
    </message>
    <message>
        <source>The local cache could not be read or written.</source>
        <translation>Der lokale Cache ließ sich nicht lesen oder schreiben.</translation>
    </message>
    <message>
        <source>the disk has a problem</source>
        <translation>der Datenträger hat ein Problem</translation>
    </message>
    <message>
        <source>another program holds the file</source>
        <translation>ein anderes Programm hält die Datei fest</translation>
    </message>
    <message>
        <source>the permissions of the folder were changed</source>
        <translation>die Rechte des Ordners wurden geändert</translation>
    </message>
    <message>
        <source>There is no space left for the local cache.</source>
        <translation>Für den lokalen Cache ist kein Platz mehr.</translation>
    </message>
    <message>
        <source>the disk or its quota is full</source>
        <translation>der Datenträger oder sein Kontingent ist voll</translation>
    </message>
    <message>
        <source>another program changed the file</source>
        <translation>ein anderes Programm hat die Datei verändert</translation>
    </message>
    <message>
        <source>The local cache was written by a newer version of Threadcount and was left untouched.</source>
        <translation>Der lokale Cache stammt von einer neueren Version von Threadcount und wurde nicht angerührt.</translation>
    </message>
    <message>
        <source>an older version was installed or started</source>
        <translation>eine ältere Version wurde installiert oder gestartet</translation>
    </message>
    <message>
        <source>Start the newer version, or install it again.</source>
        <translation>Starten Sie die neuere Version, oder installieren Sie sie erneut.</translation>
    </message>
    <message>
        <source>The data folder cannot be used, and nothing in it was changed.</source>
        <translation>Der Datenordner ist nicht verwendbar; nichts darin wurde verändert.</translation>
    </message>
    <message>
        <source>the folder holds files of something else</source>
        <translation>der Ordner enthält fremde Dateien</translation>
    </message>
    <message>
        <source>the folder belongs to somebody else</source>
        <translation>der Ordner gehört jemand anderem</translation>
    </message>
    <message>
        <source>other people may read the folder</source>
        <translation>andere Personen dürfen den Ordner lesen</translation>
    </message>
    <message>
        <source>the folder cannot be written to</source>
        <translation>in den Ordner kann nicht geschrieben werden</translation>
    </message>
    <message>
        <source>Choose a new or empty folder that belongs to you alone.</source>
        <translation>Wählen Sie einen neuen oder leeren Ordner, der nur Ihnen gehört.</translation>
    </message>
    <message>
        <source>There is no key.</source>
        <translation>Es ist kein Schlüssel vorhanden.</translation>
    </message>
    <message>
        <source>the key was removed or never stored</source>
        <translation>der Schlüssel wurde entfernt oder nie gespeichert</translation>
    </message>
    <message>
        <source>the key was kept for one session only</source>
        <translation>der Schlüssel galt nur für eine Sitzung</translation>
    </message>
    <message>
        <source>Enter the key again.</source>
        <translation>Geben Sie den Schlüssel erneut ein.</translation>
    </message>
    <message>
        <source>This computer has no keychain that Threadcount could use.</source>
        <translation>Dieser Computer hat keinen Schlüsselbund, den Threadcount nutzen könnte.</translation>
    </message>
    <message>
        <source>no keychain service is installed or running</source>
        <translation>es ist kein Schlüsselbund-Dienst installiert oder gestartet</translation>
    </message>
    <message>
        <source>the program runs outside a desktop session</source>
        <translation>das Programm läuft außerhalb einer Desktop-Sitzung</translation>
    </message>
    <message>
        <source>Start or install a keychain service, or keep the key for this session only.</source>
        <translation>Starten oder installieren Sie einen Schlüsselbund-Dienst, oder behalten Sie den Schlüssel nur für diese Sitzung.</translation>
    </message>
    <message>
        <source>The keychain is locked.</source>
        <translation>Der Schlüsselbund ist gesperrt.</translation>
    </message>
    <message>
        <source>the dialog that unlocks it was closed</source>
        <translation>der Dialog zum Entsperren wurde geschlossen</translation>
    </message>
    <message>
        <source>Unlock the keychain and try again.</source>
        <translation>Entsperren Sie den Schlüsselbund und versuchen Sie es erneut.</translation>
    </message>
    <message>
        <source>The keychain did not give Threadcount access to its key.</source>
        <translation>Der Schlüsselbund hat Threadcount keinen Zugriff auf den Schlüssel gegeben.</translation>
    </message>
    <message>
        <source>access was refused in the keychain&apos;s dialog</source>
        <translation>der Zugriff wurde im Dialog des Schlüsselbunds abgelehnt</translation>
    </message>
    <message>
        <source>a rule of your organization forbids it</source>
        <translation>eine Regel Ihrer Organisation verbietet es</translation>
    </message>
    <message>
        <source>Allow the access in the keychain, or enter the key again.</source>
        <translation>Erlauben Sie den Zugriff im Schlüsselbund, oder geben Sie den Schlüssel erneut ein.</translation>
    </message>
    <message>
        <source>The keychain did not answer in time.</source>
        <translation>Der Schlüsselbund hat nicht rechtzeitig geantwortet.</translation>
    </message>
    <message>
        <source>a dialog of the keychain waits for you, perhaps behind another window</source>
        <translation>ein Dialog des Schlüsselbunds wartet auf Sie, vielleicht hinter einem anderen Fenster</translation>
    </message>
    <message>
        <source>the keychain service hangs</source>
        <translation>der Schlüsselbund-Dienst hängt</translation>
    </message>
    <message>
        <source>Answer the keychain&apos;s dialog or restart its service, then try again.</source>
        <translation>Beantworten Sie den Dialog des Schlüsselbunds oder starten Sie den Dienst neu, und versuchen Sie es dann erneut.</translation>
    </message>
    <message>
        <source>Another window or program is already working with this workspace.</source>
        <translation>Ein anderes Fenster oder Programm arbeitet bereits mit diesem Workspace.</translation>
    </message>
    <message>
        <source>the desktop application and the command line run at the same time</source>
        <translation>die Desktop-Anwendung und die Befehlszeile laufen gleichzeitig</translation>
    </message>
    <message>
        <source>Wait until it is done, then try again.</source>
        <translation>Warten Sie, bis es fertig ist, und versuchen Sie es dann erneut.</translation>
    </message>
    <message>
        <source>The file was not written, because of what is already there.</source>
        <translation>Die Datei wurde nicht geschrieben, weil dort schon etwas ist.</translation>
    </message>
    <message>
        <source>a file of this name exists</source>
        <translation>eine Datei dieses Namens gibt es schon</translation>
    </message>
    <message>
        <source>the name is a link or no regular file</source>
        <translation>der Name ist ein Verweis oder keine gewöhnliche Datei</translation>
    </message>
    <message>
        <source>Choose another name, or confirm that the file may be replaced.</source>
        <translation>Wählen Sie einen anderen Namen, oder bestätigen Sie, dass die Datei ersetzt werden darf.</translation>
    </message>
    <message>
        <source>The file could not be written.</source>
        <translation>Die Datei ließ sich nicht schreiben.</translation>
    </message>
    <message>
        <source>the folder does not exist or cannot be written to</source>
        <translation>der Ordner existiert nicht oder ist nicht beschreibbar</translation>
    </message>
    <message>
        <source>the disk is full</source>
        <translation>der Datenträger ist voll</translation>
    </message>
    <message>
        <source>Choose another folder or free some space, then try again.</source>
        <translation>Wählen Sie einen anderen Ordner oder schaffen Sie Platz, und versuchen Sie es dann erneut.</translation>
    </message>
    <message>
        <source>Threadcount made a mistake of its own.</source>
        <translation>Threadcount hat selbst einen Fehler gemacht.</translation>
    </message>
    <message>
        <source>Start it again; if the mistake returns, report the technical details.</source>
        <translation>Starten Sie es neu; kommt der Fehler wieder, melden Sie bitte die technischen Details.</translation>
    </message>
    <message>
        <source>Likely causes: %1.</source>
        <translation>Wahrscheinliche Ursachen: %1.</translation>
    </message>
    <message>
        <source>Check the disk and the folder of the data. What was stored is kept, and the next sync continues by itself.</source>
        <translation>Prüfen Sie den Datenträger und den Datenordner. Was gespeichert war, bleibt erhalten, und der nächste Abgleich macht von selbst weiter.</translation>
    </message>
    <message>
        <source>Free some space. What was stored before is still complete, and the next sync continues by itself.</source>
        <translation>Schaffen Sie etwas Platz. Was vorher gespeichert war, ist weiterhin vollständig, und der nächste Abgleich macht von selbst weiter.</translation>
    </message>
    <message>
        <source>The local cache is damaged and cannot recover by itself.</source>
        <translation>Der lokale Cache ist beschädigt und kann sich nicht selbst wiederherstellen.</translation>
    </message>
    <message>
        <source>Rebuild it from OpenAI: the last 90 days are fetched again, and the damaged file is set aside. Older days cannot be fetched again.</source>
        <translation>Bauen Sie ihn mit Daten von OpenAI neu auf: Die letzten 90 Tage werden noch einmal abgerufen, und die beschädigte Datei wird beiseitegelegt. Ältere Tage lassen sich nicht mehr abrufen.</translation>
    </message>
</context>
<context>
    <name>app::setup::NetworkSetup</name>
    <message>
        <source>%1 is trusted in addition to what this computer trusts, until %2.</source>
        <translation>%1 gilt als vertrauenswürdig, zusätzlich zu dem, was dieser Computer kennt, bis %2.</translation>
    </message>
    <message numerus="yes">
        <source>%1 and %n more are trusted in addition to what this computer trusts.</source>
        <translation>
            <numerusform>%1 und %n weiteres gelten als vertrauenswürdig, zusätzlich zu dem, was dieser Computer kennt.</numerusform>
            <numerusform>%1 und %n weitere gelten als vertrauenswürdig, zusätzlich zu dem, was dieser Computer kennt.</numerusform>
        </translation>
    </message>
    <message>
        <source>There is no file with this name. Choose the certificate file of your network.</source>
        <translation>Eine Datei mit diesem Namen gibt es nicht. Wählen Sie die Zertifikatsdatei Ihres Netzwerks.</translation>
    </message>
    <message>
        <source>This is not a file. Choose the certificate file in it.</source>
        <translation>Das ist keine Datei. Wählen Sie die Zertifikatsdatei darin aus.</translation>
    </message>
    <message>
        <source>The file cannot be read. Check who may open it, then choose it again.</source>
        <translation>Die Datei ist nicht lesbar. Prüfen Sie, wer sie öffnen darf, und wählen Sie sie dann noch einmal.</translation>
    </message>
    <message>
        <source>The file is larger than %1 MB, which no certificate file is. Choose another one.</source>
        <translation>Die Datei ist größer als %1 MB; so groß ist keine Zertifikatsdatei. Wählen Sie eine andere.</translation>
    </message>
    <message>
        <source>The file is not in PEM form. Ask your IT for the certificate as PEM: a text with the line BEGIN CERTIFICATE.</source>
        <translation>Die Datei hat nicht das Format PEM. Bitten Sie Ihre IT um das Zertifikat als PEM: ein Text mit der Zeile BEGIN CERTIFICATE.</translation>
    </message>
    <message>
        <source>The file is in PEM form, but there is no certificate in it. Ask your IT for the certificate of the network.</source>
        <translation>Die Datei hat das Format PEM, enthält aber kein Zertifikat. Bitten Sie Ihre IT um das Zertifikat des Netzwerks.</translation>
    </message>
    <message>
        <source>The certificate %1 expired on %2. Ask your IT for the current one.</source>
        <translation>Das Zertifikat %1 ist am %2 abgelaufen. Bitten Sie Ihre IT um das aktuelle.</translation>
    </message>
    <message>
        <source>The certificate %1 is valid from %2. Check the date of this computer.</source>
        <translation>Das Zertifikat %1 gilt erst ab %2. Prüfen Sie das Datum dieses Computers.</translation>
    </message>
    <message>
        <source>%1 is the certificate of a server. Ask your IT for the certificate of the authority that signed it.</source>
        <translation>%1 ist das Zertifikat eines Servers. Bitten Sie Ihre IT um das Zertifikat der Stelle, die es signiert hat.</translation>
    </message>
    <message>
        <source>the proxy without an address or a port</source>
        <translation>der Proxy ohne Adresse oder Port</translation>
    </message>
    <message>
        <source>the certificate file %1</source>
        <translation>die Zertifikatsdatei %1</translation>
    </message>
</context>
<context>
    <name>main</name>
    <message>
        <source>This is the demo: its made-up key is kept for this session only.</source>
        <translation>Dies ist die Demo: Ihr erfundener Schlüssel gilt nur für diese Sitzung.</translation>
    </message>
    <message>
        <source>Threadcount asks %1 instead of OpenAI&apos;s address, so the key is kept for this session only.</source>
        <translation>Threadcount fragt %1 statt der Adresse von OpenAI; der Schlüssel gilt daher nur für diese Sitzung.</translation>
    </message>
</context>
<context>
    <name>ui::charts::Chart</name>
    <message>
        <source>Chart: %1</source>
        <translation>Diagramm: %1</translation>
    </message>
    <message>
        <source>Table: %1</source>
        <translation>Tabelle: %1</translation>
    </message>
    <message>
        <source>T shows the chart.</source>
        <translation>T zeigt das Diagramm.</translation>
    </message>
    <message>
        <source>The newest days can still change.</source>
        <translation>Die neuesten Tage können sich noch ändern.</translation>
    </message>
    <message>
        <source>Hide %1</source>
        <translation>%1 ausblenden</translation>
    </message>
    <message>
        <source>Show %1</source>
        <translation>%1 einblenden</translation>
    </message>
</context>
<context>
    <name>ui::charts::ChartCard</name>
    <message>
        <source>Not up to date</source>
        <translation>Nicht auf dem neuesten Stand</translation>
    </message>
    <message>
        <source>%1: reading the cache</source>
        <translation>%1: Der Cache wird gelesen</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Erneut versuchen</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <extracomment>Title and caption of a chart, for a screen reader.</extracomment>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>Copy image</source>
        <translation>Bild kopieren</translation>
    </message>
    <message>
        <source>Copy data</source>
        <translation>Daten kopieren</translation>
    </message>
    <message>
        <source>Save image…</source>
        <translation>Bild speichern…</translation>
    </message>
    <message>
        <source>Explain this number…</source>
        <translation>Diese Zahl erklären…</translation>
    </message>
    <message>
        <source>%1; %2</source>
        <extracomment>Caption of a chart and where its axis begins: &quot;upvoted share; axis from 50 %&quot;.</extracomment>
        <translation>%1; %2</translation>
    </message>
    <message>
        <source>%1: menu</source>
        <translation>%1: Menü</translation>
    </message>
    <message>
        <source>Copy, save and more</source>
        <translation>Kopieren, speichern und mehr</translation>
    </message>
    <message>
        <source>Show chart	T</source>
        <translation>Diagramm zeigen	T</translation>
    </message>
    <message>
        <source>Show table	T</source>
        <translation>Tabelle zeigen	T</translation>
    </message>
    <message>
        <source>%1, UTC days</source>
        <extracomment>Below the title of a picture: &quot;24 Oct to 22 Nov 2026, UTC days&quot;.</extracomment>
        <translation>%1, UTC-Tage</translation>
    </message>
    <message>
        <source>Save the picture of “%1”</source>
        <translation>Bild von „%1“ speichern</translation>
    </message>
    <message>
        <source>PNG image (*.png)</source>
        <translation>PNG-Bild (*.png)</translation>
    </message>
    <message>
        <source>SVG drawing (*.svg)</source>
        <translation>SVG-Zeichnung (*.svg)</translation>
    </message>
    <message>
        <source>The picture could not be saved.</source>
        <translation>Das Bild ließ sich nicht speichern.</translation>
    </message>
    <message>
        <source>Please choose another folder or name.</source>
        <translation>Bitte wählen Sie einen anderen Ordner oder Namen.</translation>
    </message>
</context>
<context>
    <name>ui::charts::ChartReadout</name>
    <message>
        <source>%1: %2</source>
        <extracomment>One figure in a read-out, for example &quot;Turns: 1,204&quot;.</extracomment>
        <translation>%1: %2</translation>
    </message>
</context>
<context>
    <name>ui::charts::CompletenessChart</name>
    <message>
        <source>%1 of %2</source>
        <comment>stored days of all days</comment>
        <extracomment>Stored days of all days: &quot;29 of 30&quot;.</extracomment>
        <translation>%1 von %2</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>dataset, stored days</comment>
        <extracomment>&quot;usage, per person: 29 of 30&quot;</extracomment>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>Stored days, %1. %2. Left and Right move by a day, Up and Down by a dataset, T shows the table.</source>
        <translation>Gespeicherte Tage, %1. %2. Links und Rechts gehen um einen Tag, Auf und Ab um eine Datenart, T zeigt die Tabelle.</translation>
    </message>
    <message>
        <source>; </source>
        <comment>between datasets</comment>
        <translation>; </translation>
    </message>
</context>
<context>
    <name>ui::charts::DayChart</name>
    <message>
        <source>Missing: this day was not read yet.</source>
        <translation>Fehlt: Dieser Tag wurde noch nicht gelesen.</translation>
    </message>
    <message>
        <source>OpenAI does not offer this day any more.</source>
        <translation>OpenAI bietet diesen Tag nicht mehr an.</translation>
    </message>
    <message>
        <source>Provisional: this day can still change.</source>
        <translation>Vorläufig: Dieser Tag kann sich noch ändern.</translation>
    </message>
    <message>
        <source>A dash: OpenAI gave no figure.</source>
        <translation>Ein Strich: OpenAI hat keinen Wert geliefert.</translation>
    </message>
    <message>
        <source>%1: %2 in all</source>
        <extracomment>A series of a chart and its sum, for a screen reader: &quot;Turns: 1,204 in all&quot;.</extracomment>
        <translation>%1: insgesamt %2</translation>
    </message>
    <message>
        <source>no figure</source>
        <translation>kein Wert</translation>
    </message>
    <message>
        <source>Per UTC day, %1. %2. Provisional days: %3. Days without data: %4. Left and Right read the days, T shows the table.</source>
        <translation>Pro UTC-Tag, %1. %2. Vorläufige Tage: %3. Tage ohne Daten: %4. Links und Rechts lesen die Tage vor, T zeigt die Tabelle.</translation>
    </message>
    <message>
        <source>Total</source>
        <translation>Summe</translation>
    </message>
    <message>
        <source>Missing: no day of this week was read yet.</source>
        <translation>Fehlt: Kein Tag dieser Woche wurde bisher gelesen.</translation>
    </message>
    <message>
        <source>OpenAI does not offer this week any more.</source>
        <translation>OpenAI bietet diese Woche nicht mehr an.</translation>
    </message>
    <message>
        <source>Provisional: this week can still change.</source>
        <translation>Vorläufig: Diese Woche kann sich noch ändern.</translation>
    </message>
    <message>
        <source>%1: no figure</source>
        <extracomment>A series of a chart without any value, for a screen reader.</extracomment>
        <translation>%1: kein Wert</translation>
    </message>
    <message>
        <source>%1: %2 to %3</source>
        <extracomment>A series of a chart whose values are not summed, for a screen reader: &quot;7-day mean: 150 to 187&quot;.</extracomment>
        <translation>%1: %2 bis %3</translation>
    </message>
    <message>
        <source>%1 (right axis)</source>
        <extracomment>A line of a chart with a second value axis: &quot;Credits (right axis)&quot;.</extracomment>
        <translation>%1 (rechte Achse)</translation>
    </message>
    <message>
        <source>Provisional</source>
        <translation>Vorläufig</translation>
    </message>
    <message>
        <source>No data</source>
        <translation>Keine Daten</translation>
    </message>
    <message>
        <source>Per ISO week, %1. %2. Provisional weeks: %3. Weeks without data: %4. Left and Right read the weeks, T shows the table.</source>
        <translation>Pro ISO-Woche, %1. %2. Vorläufige Wochen: %3. Wochen ohne Daten: %4. Links und Rechts lesen die Wochen vor, T zeigt die Tabelle.</translation>
    </message>
    <message>
        <source>%1: %2 of %3 days</source>
        <extracomment>A rolling value and how many of its days are stored: &quot;7-day mean: 6 of 7 days&quot;.</extracomment>
        <translation>%1: %2 von %3 Tagen</translation>
    </message>
    <message>
        <source>%1 of %2 days stored.</source>
        <extracomment>How much of an ISO week is stored.</extracomment>
        <translation>%1 von %2 Tagen gespeichert.</translation>
    </message>
    <message>
        <source>%1 (UTC)</source>
        <translation>%1 (UTC)</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <extracomment>A value and its share of the column: &quot;12 (3.4 %)&quot;.</extracomment>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>%1 to %2</source>
        <extracomment>A band at one day: &quot;12 to 40&quot;.</extracomment>
        <translation>%1 bis %2</translation>
    </message>
    <message numerus="yes">
        <source>Drawn is the highest of %n neighbouring columns.</source>
        <extracomment>Where days or weeks are too many to draw each: how many share one column of a chart.</extracomment>
        <translation>
            <numerusform>Gezeichnet ist die höchste von %n Säule.</numerusform>
            <numerusform>Gezeichnet ist die höchste von %n benachbarten Säulen.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::charts::DivergingChart</name>
    <message>
        <source>Provisional</source>
        <translation>Vorläufig</translation>
    </message>
    <message>
        <source>No data.</source>
        <translation>Keine Daten.</translation>
    </message>
    <message>
        <source>Provisional: this period can still change.</source>
        <translation>Vorläufig: Dieser Zeitraum kann sich noch ändern.</translation>
    </message>
    <message>
        <source>%1: %2 in all. %3: %4 in all. Up and Down read the rows, T shows the table.</source>
        <translation>%1: insgesamt %2. %3: insgesamt %4. Auf und Ab lesen die Zeilen vor, T zeigt die Tabelle.</translation>
    </message>
</context>
<context>
    <name>ui::charts::ExplainPanel</name>
    <message>
        <source>Explain this number</source>
        <translation>Diese Zahl erklären</translation>
    </message>
    <message>
        <source>Explain this number: %1</source>
        <extracomment>Accessible name of the panel: &quot;Explain this number: Credits per turn&quot;.</extracomment>
        <translation>Diese Zahl erklären: %1</translation>
    </message>
    <message>
        <source>Formula: %1</source>
        <translation>Formel: %1</translation>
    </message>
    <message>
        <source>Explanation</source>
        <translation>Erklärung</translation>
    </message>
    <message>
        <source>Copy text</source>
        <translation>Text kopieren</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>%1: %2, %3</source>
        <extracomment>An input of a figure for a screen reader: name, value, where it comes from.</extracomment>
        <translation>%1: %2, %3</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <extracomment>A fact about a figure for a screen reader: &quot;Missing days: 1&quot;.</extracomment>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>Window</source>
        <translation>Zeitraum</translation>
    </message>
    <message>
        <source>%1, UTC days</source>
        <translation>%1, UTC-Tage</translation>
    </message>
    <message>
        <source>Complete days</source>
        <translation>Vollständige Tage</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <extracomment>&quot;27 of 30&quot;</extracomment>
        <translation>%1 von %2</translation>
    </message>
    <message>
        <source>Provisional days</source>
        <translation>Vorläufige Tage</translation>
    </message>
    <message>
        <source>Missing days</source>
        <translation>Fehlende Tage</translation>
    </message>
    <message>
        <source>Days not offered any more</source>
        <translation>Nicht mehr angebotene Tage</translation>
    </message>
    <message>
        <source>Rows read from the cache</source>
        <translation>Aus dem Cache gelesene Zeilen</translation>
    </message>
    <message>
        <source>Last sync</source>
        <translation>Letzter Abgleich</translation>
    </message>
    <message>
        <source>%1, %2 UTC</source>
        <extracomment>Day and time.</extracomment>
        <translation>%1, %2 UTC</translation>
    </message>
</context>
<context>
    <name>ui::charts::FunnelChart</name>
    <message>
        <source>Share of %1</source>
        <extracomment>A row of a read-out: &quot;Share of Comments&quot;.</extracomment>
        <translation>Anteil an %1</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <extracomment>A step of a funnel and its value.</extracomment>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>%1. Up and Down read the steps, T shows the table.</source>
        <translation>%1. Auf und Ab lesen die Stufen vor, T zeigt die Tabelle.</translation>
    </message>
</context>
<context>
    <name>ui::charts::HeatMapChart</name>
    <message>
        <source>Provisional</source>
        <translation>Vorläufig</translation>
    </message>
    <message>
        <source>No data</source>
        <translation>Keine Daten</translation>
    </message>
    <message>
        <source>Missing: this day was not read yet.</source>
        <translation>Fehlt: Dieser Tag wurde noch nicht gelesen.</translation>
    </message>
    <message>
        <source>OpenAI does not offer this day any more.</source>
        <translation>OpenAI bietet diesen Tag nicht mehr an.</translation>
    </message>
    <message>
        <source>Provisional: this day can still change.</source>
        <translation>Vorläufig: Dieser Tag kann sich noch ändern.</translation>
    </message>
    <message>
        <source>A dash: OpenAI gave no figure.</source>
        <translation>Ein Strich: OpenAI hat keinen Wert geliefert.</translation>
    </message>
    <message>
        <source>%1 per UTC day, %2, at most %3. Days without data: %4. Left and Right move by a week, Up and Down by a day, T shows the table.</source>
        <translation>%1 pro UTC-Tag, %2, höchstens %3. Tage ohne Daten: %4. Links und Rechts gehen um eine Woche, Auf und Ab um einen Tag, T zeigt die Tabelle.</translation>
    </message>
</context>
<context>
    <name>ui::charts::IntervalChart</name>
    <message>
        <source>axis from %1</source>
        <extracomment>The value axis of a chart does not begin at zero.</extracomment>
        <translation>Achse ab %1</translation>
    </message>
    <message>
        <source>N %1</source>
        <extracomment>Number of cases below a point of a chart: &quot;N 1,180&quot;.</extracomment>
        <translation>N %1</translation>
    </message>
    <message>
        <source>95 % interval</source>
        <extracomment>An interval: &quot;77.2 % to 81.4 %&quot;.</extracomment>
        <translation>95-%-Intervall</translation>
    </message>
    <message>
        <source>%1 to %2</source>
        <translation>%1 bis %2</translation>
    </message>
    <message>
        <source>Cases</source>
        <extracomment>How many cases a share stands on.</extracomment>
        <translation>Fälle</translation>
    </message>
    <message numerus="yes">
        <source>Only %n vote(s), needs %1.</source>
        <translation>
            <numerusform>Nur %n Stimme, nötig %1.</numerusform>
            <numerusform>Nur %n Stimmen, nötig %1.</numerusform>
        </translation>
    </message>
    <message>
        <source>This period is not complete.</source>
        <translation>Dieser Zeitraum ist nicht vollständig.</translation>
    </message>
    <message>
        <source>%1: no period has enough cases. T shows the table.</source>
        <translation>%1: Kein Zeitraum hat genug Fälle. T zeigt die Tabelle.</translation>
    </message>
    <message>
        <source>%1: between %2 and %3. Left and Right read the periods, T shows the table.</source>
        <translation>%1: zwischen %2 und %3. Links und Rechts lesen die Zeiträume vor, T zeigt die Tabelle.</translation>
    </message>
</context>
<context>
    <name>ui::charts::PlotView</name>
    <message>
        <source>UTC</source>
        <translation>UTC</translation>
    </message>
    <message>
        <source>Zero on every stored day</source>
        <translation>Null an jedem gespeicherten Tag</translation>
    </message>
</context>
<context>
    <name>ui::charts::ShareBars</name>
    <message>
        <source>Share</source>
        <translation>Anteil</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <extracomment>A part and its share of the whole: &quot;VS Code extension: 43 %&quot;.</extracomment>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>%1: %2. Up and Down read the rows, T shows the table.</source>
        <translation>%1: %2. Auf und Ab lesen die Zeilen vor, T zeigt die Tabelle.</translation>
    </message>
</context>
<context>
    <name>ui::charts::Sparkline</name>
    <message>
        <source>No figures, %1</source>
        <translation>Keine Werte, %1</translation>
    </message>
    <message>
        <source>%1: between %2 and %3</source>
        <extracomment>Name of a small line without axes: days, least and largest value.</extracomment>
        <translation>%1: zwischen %2 und %3</translation>
    </message>
</context>
<context>
    <name>ui::common::DialogService</name>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
</context>
<context>
    <name>ui::common::format</name>
    <message>
        <source>d MMM</source>
        <comment>a day of a known year, as QDate formats it</comment>
        <translation>d. MMM</translation>
    </message>
    <message>
        <source>d MMM yyyy</source>
        <comment>a day, as QDate formats it</comment>
        <translation>d. MMM yyyy</translation>
    </message>
    <message>
        <source>%1k</source>
        <comment>thousands</comment>
        <translation>%1&#xa0;Tsd.</translation>
    </message>
    <message>
        <source>%1 M</source>
        <comment>millions</comment>
        <translation>%1&#xa0;Mio.</translation>
    </message>
    <message>
        <source>%1 B</source>
        <comment>thousand millions</comment>
        <translation>%1&#xa0;Mrd.</translation>
    </message>
    <message>
        <source>%1 %</source>
        <comment>a share</comment>
        <translation>%1&#x202f;%</translation>
    </message>
    <message>
        <source>%1 B</source>
        <comment>bytes</comment>
        <translation>%1&#xa0;B</translation>
    </message>
    <message>
        <source>%1 kB</source>
        <comment>kilobytes</comment>
        <translation>%1&#xa0;kB</translation>
    </message>
    <message>
        <source>%1 MB</source>
        <comment>megabytes</comment>
        <translation>%1&#xa0;MB</translation>
    </message>
    <message>
        <source>%1 GB</source>
        <comment>gigabytes</comment>
        <translation>%1&#xa0;GB</translation>
    </message>
    <message>
        <source>ddd d MMM yyyy &apos;(UTC)&apos;</source>
        <comment>a day, as QDate formats it</comment>
        <translation>ddd d. MMM yyyy &apos;(UTC)&apos;</translation>
    </message>
    <message>
        <source>%1 to %2</source>
        <comment>first and last day</comment>
        <translation>%1 bis %2</translation>
    </message>
    <message>
        <source>%1 UTC</source>
        <comment>time of day</comment>
        <translation>%1 UTC</translation>
    </message>
    <message>
        <source>%1 %2 UTC</source>
        <comment>day, time of day</comment>
        <translation>%1 %2 UTC</translation>
    </message>
    <message>
        <source>just now</source>
        <translation>gerade eben</translation>
    </message>
    <message numerus="yes">
        <source>%n min</source>
        <comment>age in minutes</comment>
        <translation>
            <numerusform>%n&#xa0;min</numerusform>
            <numerusform>%n&#xa0;min</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n h</source>
        <comment>age in hours</comment>
        <translation>
            <numerusform>%n&#xa0;h</numerusform>
            <numerusform>%n&#xa0;h</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n day(s)</source>
        <comment>age in days</comment>
        <translation>
            <numerusform>%n Tag</numerusform>
            <numerusform>%n Tage</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 s</source>
        <comment>seconds</comment>
        <translation>%1&#xa0;s</translation>
    </message>
    <message>
        <source>%1 min</source>
        <comment>minutes</comment>
        <translation>%1&#xa0;min</translation>
    </message>
    <message>
        <source>%1 h</source>
        <comment>hours</comment>
        <translation>%1&#xa0;h</translation>
    </message>
</context>
<context>
    <name>ui::pages::ChangesCard</name>
    <message>
        <source>from 0</source>
        <comment>nothing in the window before</comment>
        <translation>von 0</translation>
    </message>
    <message>
        <source>%1: %2 %3, %4</source>
        <extracomment>A person, what they used, and the change against the window before: for a screen reader.</extracomment>
        <translation>%1: %2 %3, %4</translation>
    </message>
    <message>
        <source>Opens this person</source>
        <translation>Öffnet diese Person</translation>
    </message>
    <message>
        <source>Largest changes</source>
        <translation>Größte Veränderungen</translation>
    </message>
    <message>
        <source>Largest changes: reading the cache</source>
        <translation>Größte Veränderungen: Der Cache wird gelesen</translation>
    </message>
</context>
<context>
    <name>ui::pages::CodeReviewPage</name>
    <message>
        <source>Two populations, never divided by each other.</source>
        <translation>Zwei Grundgesamtheiten, nie zueinander ins Verhältnis gesetzt.</translation>
    </message>
    <message>
        <source>Reviews</source>
        <translation>Reviews</translation>
    </message>
    <message>
        <source>Comments</source>
        <translation>Kommentare</translation>
    </message>
    <message>
        <source>Reactions</source>
        <translation>Reaktionen</translation>
    </message>
    <message>
        <source>Written in this period</source>
        <translation>In diesem Zeitraum geschrieben</translation>
    </message>
    <message>
        <source>On pull requests merged in this period</source>
        <translation>Bei Pull Requests, die in diesem Zeitraum gemergt wurden</translation>
    </message>
    <message>
        <source>Code review</source>
        <translation>Code-Review</translation>
    </message>
    <message>
        <source>%1 P0, %2 P1</source>
        <translation>%1 P0, %2 P1</translation>
    </message>
    <message>
        <source>W%1</source>
        <extracomment>ISO week, short: &quot;W45&quot;.</extracomment>
        <translation>KW&#xa0;%1</translation>
    </message>
    <message>
        <source>ISO week %1, %2</source>
        <extracomment>&quot;ISO week 45, 2 to 8 Nov 2026&quot;</extracomment>
        <translation>ISO-Woche %1, %2</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 von %2</translation>
    </message>
    <message>
        <source>1 − engaged ÷ comments</source>
        <translation>1 − mit Resonanz ÷ Kommentare</translation>
    </message>
    <message>
        <source>1 − engaged ÷ comments = 1 − %1 ÷ %2</source>
        <translation>1 − mit Resonanz ÷ Kommentare = 1 − %1 ÷ %2</translation>
    </message>
    <message>
        <source>Silence is not rejection: many comments are acted on without a word.</source>
        <translation>Schweigen ist keine Ablehnung: Viele Kommentare werden ohne ein Wort umgesetzt.</translation>
    </message>
    <message>
        <source>What Codex wrote in the period, and comments on pull requests merged in the period. Silence is not rejection. All figures are for the whole workspace, not per person.</source>
        <translation>Was Codex im Zeitraum geschrieben hat, und Kommentare zu Pull Requests, die im Zeitraum gemergt wurden. Schweigen ist keine Ablehnung. Alle Werte gelten für den ganzen Workspace, nicht für einzelne Personen.</translation>
    </message>
    <message>
        <source>P0 and P1 share</source>
        <translation>Anteil P0 und P1</translation>
    </message>
    <message>
        <source>Engagement</source>
        <translation>Resonanz</translation>
    </message>
    <message>
        <source>Helpful rate</source>
        <translation>Hilfreich-Quote</translation>
    </message>
    <message>
        <source>Unanswered</source>
        <translation>Ohne Resonanz</translation>
    </message>
    <message>
        <source>Reviews and comments</source>
        <translation>Reviews und Kommentare</translation>
    </message>
    <message>
        <source>written in this period</source>
        <translation>im Zeitraum geschrieben</translation>
    </message>
    <message>
        <source>Severity mix</source>
        <translation>Schweregrade</translation>
    </message>
    <message>
        <source>share of comments written</source>
        <translation>Anteil an den Kommentaren</translation>
    </message>
    <message>
        <source>Engagement funnel</source>
        <translation>Resonanz-Trichter</translation>
    </message>
    <message>
        <source>raw counts, merged pull requests</source>
        <translation>absolute Zahlen, gemergte Pull Requests</translation>
    </message>
    <message>
        <source>Engagement rate</source>
        <translation>Resonanzquote</translation>
    </message>
    <message>
        <source>Net sentiment</source>
        <translation>Stimmungssaldo</translation>
    </message>
    <message>
        <source>up less down, of all reactions</source>
        <translation>hoch minus runter, an allen Reaktionen</translation>
    </message>
    <message>
        <source>Reaction coverage</source>
        <translation>Reaktionsquote</translation>
    </message>
    <message>
        <source>Reply rate</source>
        <translation>Antwortquote</translation>
    </message>
    <message>
        <source>Unanswered share</source>
        <translation>Anteil ohne Resonanz</translation>
    </message>
    <message>
        <source>Comments per review</source>
        <translation>Kommentare pro Review</translation>
    </message>
    <message>
        <source>Replies per comment</source>
        <translation>Antworten pro Kommentar</translation>
    </message>
    <message>
        <source>All reviews of the whole workspace, also on pull requests that were never merged.</source>
        <translation>Alle Reviews des ganzen Workspace, auch zu Pull Requests, die nie gemergt wurden.</translation>
    </message>
    <message>
        <source>sum of the pull request reviews that Codex wrote on each day</source>
        <translation>Summe der Pull-Request-Reviews, die Codex an jedem Tag geschrieben hat</translation>
    </message>
    <message>
        <source>Reviews, %1</source>
        <translation>Reviews, %1</translation>
    </message>
    <message>
        <source>%1 per review</source>
        <translation>%1 pro Review</translation>
    </message>
    <message>
        <source>sum of comments; per review: comments ÷ reviews</source>
        <translation>Summe der Kommentare; pro Review: Kommentare ÷ Reviews</translation>
    </message>
    <message>
        <source>(P0 + P1) ÷ comments, on days with priorities</source>
        <translation>(P0 + P1) ÷ Kommentare, an Tagen mit Prioritäten</translation>
    </message>
    <message>
        <source>Comments on days with priorities</source>
        <translation>Kommentare an Tagen mit Prioritäten</translation>
    </message>
    <message>
        <source>A priority is what Codex gave the comment, not what the team made of it.</source>
        <translation>Eine Priorität ist, was Codex dem Kommentar gab, nicht, was das Team daraus gemacht hat.</translation>
    </message>
    <message>
        <source>reviews and comments that Codex wrote, per day or ISO week</source>
        <translation>Reviews und Kommentare, die Codex geschrieben hat, pro Tag oder ISO-Woche</translation>
    </message>
    <message>
        <source>comments ÷ reviews</source>
        <translation>Kommentare ÷ Reviews</translation>
    </message>
    <message numerus="yes">
        <source>On some days the priorities count %n comment(s) more than there are; “No priority” is 0 there.</source>
        <translation>
            <numerusform>An manchen Tagen zählen die Prioritäten %n Kommentar mehr, als es gibt; „Ohne Priorität“ ist dort 0.</numerusform>
            <numerusform>An manchen Tagen zählen die Prioritäten %n Kommentare mehr, als es gibt; „Ohne Priorität“ ist dort 0.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>On %n day(s) OpenAI gave no priorities; they are left out.</source>
        <translation>
            <numerusform>An %n Tag hat OpenAI keine Prioritäten geliefert; er wird ausgelassen.</numerusform>
            <numerusform>An %n Tagen hat OpenAI keine Prioritäten geliefert; sie werden ausgelassen.</numerusform>
        </translation>
    </message>
    <message>
        <source>P0, P1, P2 and no priority = comments − P0 − P1 − P2, as shares of the comments written</source>
        <translation>P0, P1, P2 und ohne Priorität = Kommentare − P0 − P1 − P2, als Anteile an den geschriebenen Kommentaren</translation>
    </message>
    <message>
        <source>between %1 and %2</source>
        <extracomment>A share that is only known to lie between two others.</extracomment>
        <translation>zwischen %1 und %2</translation>
    </message>
    <message>
        <source>silence is not rejection</source>
        <translation>Schweigen ist kein Nein</translation>
    </message>
    <message>
        <source>Engaged, at least</source>
        <translation>Mit Resonanz, mindestens</translation>
    </message>
    <message>
        <source>Engaged, at most</source>
        <translation>Mit Resonanz, höchstens</translation>
    </message>
    <message>
        <source>OpenAI did not say how many comments were engaged, so each day lies between max(reacted, replied) and min(comments, reacted + replied)</source>
        <translation>OpenAI hat nicht gesagt, wie viele Kommentare Resonanz fanden; jeder Tag liegt daher zwischen max(mit Reaktion, mit Antwort) und min(Kommentare, mit Reaktion + mit Antwort)</translation>
    </message>
    <message>
        <source>comments with a reaction or a reply ÷ comments</source>
        <translation>Kommentare mit einer Reaktion oder Antwort ÷ Kommentare</translation>
    </message>
    <message numerus="yes">
        <source>only %n vote(s), needs %1</source>
        <translation>
            <numerusform>nur %n Stimme, nötig %1</numerusform>
            <numerusform>nur %n Stimmen, nötig %1</numerusform>
        </translation>
    </message>
    <message>
        <source>%1: %2 to %3</source>
        <extracomment>&quot;95 %: 77.2 to 81.4 %&quot;</extracomment>
        <translation>%1: %2 bis %3</translation>
    </message>
    <message>
        <source>%1, by reaction</source>
        <translation>%1, nach Reaktion</translation>
    </message>
    <message>
        <source>positive reactions ÷ (positive + negative reactions), because OpenAI gave no votes by comment; Wilson interval at 95 %</source>
        <translation>positive Reaktionen ÷ (positive + negative Reaktionen), weil OpenAI keine Stimmen pro Kommentar geliefert hat; Wilson-Intervall zu 95&#x202f;%</translation>
    </message>
    <message>
        <source>upvoted comments ÷ (upvoted + downvoted comments); Wilson interval at 95 %</source>
        <translation>Kommentare mit Daumen hoch ÷ (mit Daumen hoch + mit Daumen runter); Wilson-Intervall zu 95&#x202f;%</translation>
    </message>
    <message>
        <source>Only comments that somebody voted on count; the others say nothing either way.</source>
        <translation>Nur Kommentare, die jemand bewertet hat, zählen; die anderen sagen weder das eine noch das andere.</translation>
    </message>
    <message numerus="yes">
        <source>On %n day(s) OpenAI did not say which comments were answered.</source>
        <translation>
            <numerusform>An %n Tag hat OpenAI nicht gesagt, welche Kommentare beantwortet wurden.</numerusform>
            <numerusform>An %n Tagen hat OpenAI nicht gesagt, welche Kommentare beantwortet wurden.</numerusform>
        </translation>
    </message>
    <message>
        <source>comments on merged pull requests; of these engaged, reacted to, upvoted; replied to apart</source>
        <translation>Kommentare zu gemergten Pull Requests; davon mit Resonanz, mit Reaktion, mit Daumen hoch; mit Antwort gesondert</translation>
    </message>
    <message>
        <source>No month yet</source>
        <translation>Noch kein Monat</translation>
    </message>
    <message>
        <source>No day of the answers to reviews is stored.</source>
        <translation>Kein Tag der Antworten auf Reviews ist gespeichert.</translation>
    </message>
    <message>
        <source>Counted in reactions: OpenAI gave no votes by comment.</source>
        <translation>In Reaktionen gezählt: OpenAI hat keine Stimmen pro Kommentar geliefert.</translation>
    </message>
    <message>
        <source>by calendar month: p = upvoted ÷ (upvoted + downvoted), with the Wilson interval at 95 %; hidden with fewer than 10 votes</source>
        <translation>pro Kalendermonat: p = mit Daumen hoch ÷ (mit Daumen hoch + mit Daumen runter), mit dem Wilson-Intervall zu 95&#x202f;%; verborgen bei weniger als 10 Stimmen</translation>
    </message>
    <message>
        <source>Hollow dots stand for months that are unfinished or not wholly stored.</source>
        <translation>Hohle Punkte stehen für Monate, die unvollständig oder nicht ganz gespeichert sind.</translation>
    </message>
    <message>
        <source>More down</source>
        <translation>Mehr runter</translation>
    </message>
    <message>
        <source>More up</source>
        <translation>Mehr hoch</translation>
    </message>
    <message numerus="yes">
        <source>On %n day(s) OpenAI did not say which reactions they were.</source>
        <translation>
            <numerusform>An %n Tag hat OpenAI die Art der Reaktionen nicht genannt.</numerusform>
            <numerusform>An %n Tagen hat OpenAI die Art der Reaktionen nicht genannt.</numerusform>
        </translation>
    </message>
    <message>
        <source>Other reactions</source>
        <translation>Andere Reaktionen</translation>
    </message>
    <message>
        <source>positive and negative reactions to comments, per ISO week; per month over long ranges</source>
        <translation>positive und negative Reaktionen auf Kommentare, pro ISO-Woche; bei langen Zeiträumen pro Monat</translation>
    </message>
    <message>
        <source>(up − down) ÷ (up + down + other)</source>
        <translation>(hoch − runter) ÷ (hoch + runter + andere)</translation>
    </message>
    <message>
        <source>Reactions are rare; a few people can tip a quiet week.</source>
        <translation>Reaktionen sind selten; wenige Personen können eine ruhige Woche kippen.</translation>
    </message>
    <message>
        <source>Bounds</source>
        <translation>Grenzen</translation>
    </message>
    <message>
        <source>OpenAI did not say how many comments were engaged; the rate lies within the band.</source>
        <translation>OpenAI hat nicht gesagt, wie viele Kommentare Resonanz fanden; die Quote liegt innerhalb des Bandes.</translation>
    </message>
    <message>
        <source>Each point stands for the 28 days that end there; dashed where some of them are missing, not drawn while the day can still change.</source>
        <translation>Jeder Punkt steht für die 28 Tage, die dort enden; gestrichelt, wo einige davon fehlen, nicht gezeichnet, solange der Tag sich noch ändern kann.</translation>
    </message>
    <message>
        <source>engaged ÷ comments</source>
        <translation>mit Resonanz ÷ Kommentare</translation>
    </message>
    <message>
        <source>reacted ÷ comments</source>
        <translation>mit Reaktion ÷ Kommentare</translation>
    </message>
    <message>
        <source>replied ÷ comments</source>
        <translation>mit Antwort ÷ Kommentare</translation>
    </message>
    <message>
        <source>replies ÷ comments</source>
        <translation>Antworten ÷ Kommentare</translation>
    </message>
    <message>
        <source>A reply is no verdict: it can be thanks, a question or an objection.</source>
        <translation>Eine Antwort ist kein Urteil: Sie kann Dank, Frage oder Einwand sein.</translation>
    </message>
    <message>
        <source>merged pull requests</source>
        <translation>gemergte Pull Requests</translation>
    </message>
    <message>
        <source>merged, over 28 days</source>
        <extracomment>Of charts: comments on merged pull requests, each point over 28 days.</extracomment>
        <translation>gemergt, über 28 Tage</translation>
    </message>
    <message>
        <source>with 95 % interval</source>
        <translation>95-%-Intervall</translation>
    </message>
</context>
<context>
    <name>ui::pages::EngineerPage</name>
    <message>
        <source>Engineer</source>
        <translation>Person</translation>
    </message>
    <message>
        <source>Back to all engineers</source>
        <translation>Zurück zu allen Personen</translation>
    </message>
    <message>
        <source>Back to all engineers (%1)</source>
        <extracomment>%1 is a keyboard shortcut.</extracomment>
        <translation>Zurück zu allen Personen (%1)</translation>
    </message>
    <message>
        <source>Active days</source>
        <translation>Aktive Tage</translation>
    </message>
    <message>
        <source>per UTC day</source>
        <translation>pro UTC-Tag</translation>
    </message>
    <message>
        <source>Tokens</source>
        <translation>Tokens</translation>
    </message>
    <message>
        <source>Rows that OpenAI delivered without a person, for example automation.</source>
        <translation>Zeilen, die OpenAI ohne Person geliefert hat, zum Beispiel von Automatisierungen.</translation>
    </message>
    <message>
        <source>no activity in the cache</source>
        <translation>keine Aktivität im Cache</translation>
    </message>
    <message>
        <source>Engineers</source>
        <translation>Personen</translation>
    </message>
    <message>
        <source>Copy id</source>
        <translation>ID kopieren</translation>
    </message>
    <message>
        <source>Export this person</source>
        <translation>Diese Person exportieren</translation>
    </message>
    <message>
        <source>Writes the usage rows of these days into a file</source>
        <translation>Schreibt die Nutzungszeilen dieser Tage in eine Datei</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <extracomment>%1 says what happens, %2 is a keyboard shortcut.</extracomment>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>Previous person</source>
        <translation>Vorige Person</translation>
    </message>
    <message>
        <source>Next person</source>
        <translation>Nächste Person</translation>
    </message>
    <message>
        <source>Copied</source>
        <translation>Kopiert</translation>
    </message>
    <message>
        <source>Turns and credits</source>
        <translation>Turns und Credits</translation>
    </message>
    <message>
        <source>Activity</source>
        <translation>Aktivität</translation>
    </message>
    <message numerus="yes">
        <source>turns per UTC day, %n week(s)</source>
        <translation>
            <numerusform>Turns pro UTC-Tag, %n Woche</numerusform>
            <numerusform>Turns pro UTC-Tag, %n Wochen</numerusform>
        </translation>
    </message>
    <message>
        <source>Surfaces</source>
        <translation>Oberflächen</translation>
    </message>
    <message>
        <source>credits</source>
        <translation>Credits</translation>
    </message>
    <message>
        <source>Models</source>
        <translation>Modelle</translation>
    </message>
    <message>
        <source>id %1</source>
        <extracomment>%1 is a shortened user id.</extracomment>
        <translation>ID %1</translation>
    </message>
    <message>
        <source>first seen %1, start unknown · last active %2</source>
        <translation>zuerst gesehen %1, Beginn unbekannt · zuletzt aktiv %2</translation>
    </message>
    <message>
        <source>first seen %1 · last active %2</source>
        <translation>zuerst gesehen %1 · zuletzt aktiv %2</translation>
    </message>
    <message>
        <source>usage of this person, sum over days</source>
        <translation>Nutzung dieser Person, Summe über die Tage</translation>
    </message>
    <message numerus="yes">
        <source>median of %n active people</source>
        <translation>
            <numerusform>Median von einer aktiven Person</numerusform>
            <numerusform>Median von %n aktiven Personen</numerusform>
        </translation>
    </message>
    <message>
        <source>Workspace median</source>
        <translation>Median des Workspace</translation>
    </message>
    <message>
        <source>It counts use, not work: nothing here says how much or how well somebody works.</source>
        <translation>Das zählt Nutzung, nicht Arbeit: Nichts hier sagt, wie viel oder wie gut jemand arbeitet.</translation>
    </message>
    <message>
        <source>stored days with turns or threads above zero</source>
        <translation>gespeicherte Tage mit Turns oder Threads über null</translation>
    </message>
    <message>
        <source>days in the cache</source>
        <translation>Tage im Cache</translation>
    </message>
    <message>
        <source>Stored days</source>
        <translation>Gespeicherte Tage</translation>
    </message>
    <message>
        <source>Share</source>
        <translation>Anteil</translation>
    </message>
    <message>
        <source>active days ÷ stored days</source>
        <translation>aktive Tage ÷ gespeicherte Tage</translation>
    </message>
    <message>
        <source>sum of turns over the stored days</source>
        <translation>Summe der Turns über die gespeicherten Tage</translation>
    </message>
    <message>
        <source>Threads, %1 turns each</source>
        <translation>Threads, je %1 Turns</translation>
    </message>
    <message>
        <source>turns ÷ threads</source>
        <translation>Turns ÷ Threads</translation>
    </message>
    <message>
        <source>sum over the stored days; days without a figure are left out</source>
        <translation>Summe über die gespeicherten Tage; Tage ohne Wert sind ausgelassen</translation>
    </message>
    <message>
        <source>USD ÷ turns</source>
        <translation>USD ÷ Turns</translation>
    </message>
    <message>
        <source>credits ÷ turns</source>
        <translation>Credits ÷ Turns</translation>
    </message>
    <message>
        <source>cached input ÷ (uncached + cached input)</source>
        <translation>Eingabe aus dem Cache ÷ (neue Eingabe + Eingabe aus dem Cache)</translation>
    </message>
    <message>
        <source>A low ratio is no fault: it depends on what was asked, and on how the service caches.</source>
        <translation>Ein niedriger Anteil ist kein Mangel: Er hängt davon ab, was gefragt wurde und wie der Dienst zwischenspeichert.</translation>
    </message>
    <message>
        <source>per ISO week</source>
        <translation>pro ISO-Woche</translation>
    </message>
    <message>
        <source>Turns and USD</source>
        <translation>Turns und USD</translation>
    </message>
    <message>
        <source>Turns and consumption of this person; the band holds the middle half of the people who were active then (25th to 75th percentile of their turns, by linear interpolation). It is left out where fewer than five were active.</source>
        <translation>Turns und Verbrauch dieser Person; das Band umfasst die mittlere Hälfte der damals aktiven Personen (25. bis 75. Perzentil ihrer Turns, linear interpoliert). Es fehlt, wo weniger als fünf aktiv waren.</translation>
    </message>
    <message>
        <source>Turns and consumption of this person.</source>
        <translation>Turns und Verbrauch dieser Person.</translation>
    </message>
    <message numerus="yes">
        <source>Turns of each UTC day, in %n ISO week(s) up to the last day of the range. The colour is the share of the largest day.</source>
        <translation>
            <numerusform>Turns jedes UTC-Tages, in %n ISO-Woche bis zum letzten Tag des Zeitraums. Die Farbe ist der Anteil am größten Tag.</numerusform>
            <numerusform>Turns jedes UTC-Tages, in %n ISO-Wochen bis zum letzten Tag des Zeitraums. Die Farbe ist der Anteil am größten Tag.</numerusform>
        </translation>
    </message>
    <message>
        <source>Uncached input, cached input and output of this person. Null is not zero: what the service did not give is left out.</source>
        <translation>Neue Eingabe, Eingabe aus dem Cache und Ausgabe dieser Person. Ein fehlender Wert ist nicht null: Was der Dienst nicht lieferte, ist ausgelassen.</translation>
    </message>
    <message>
        <source>Nothing to divide</source>
        <translation>Nichts zu teilen</translation>
    </message>
    <message>
        <source>These days hold no use that names its parts.</source>
        <translation>Diese Tage enthalten keine Nutzung, die ihre Teile nennt.</translation>
    </message>
    <message>
        <source>The parts exceed the whole by %1: what the service delivered does not add up.</source>
        <translation>Die Teile übersteigen das Ganze um %1: Was der Dienst geliefert hat, geht nicht auf.</translation>
    </message>
    <message>
        <source>Whole</source>
        <translation>Ganzes</translation>
    </message>
    <message>
        <source>sum of what is named</source>
        <translation>Summe dessen, was benannt ist</translation>
    </message>
    <message>
        <source>Parts</source>
        <translation>Teile</translation>
    </message>
    <message>
        <source>Parts need not add up to the whole; the rest is not attributed.</source>
        <translation>Teile müssen nicht das Ganze ergeben; der Rest ist nicht zugeordnet.</translation>
    </message>
    <message>
        <source>What each surface had of the whole of this person.</source>
        <translation>Was jede Oberfläche vom Ganzen dieser Person hatte.</translation>
    </message>
    <message>
        <source>What each model had of the whole of this person.</source>
        <translation>Was jedes Modell vom Ganzen dieser Person hatte.</translation>
    </message>
    <message>
        <source>Export the usage rows of this person</source>
        <translation>Die Nutzungszeilen dieser Person exportieren</translation>
    </message>
    <message numerus="yes">
        <source>Active days, %1 of %n</source>
        <extracomment>%1 is a share: &quot;Active days, 45 % of 29&quot;.</extracomment>
        <translation>
            <numerusform>Aktive Tage, %1 von %n</numerusform>
            <numerusform>Aktive Tage, %1 von %n</numerusform>
        </translation>
    </message>
    <message>
        <source>P25 to P75</source>
        <translation>P25 bis P75</translation>
    </message>
</context>
<context>
    <name>ui::pages::EngineersPage</name>
    <message>
        <source>Search engineers</source>
        <translation>Personen suchen</translation>
    </message>
    <message>
        <source>Nobody was seen yet</source>
        <translation>Noch wurde niemand gesehen</translation>
    </message>
    <message>
        <source>An engineer appears here with the first day on which they use Codex.</source>
        <translation>Eine Person erscheint hier mit dem ersten Tag, an dem sie Codex nutzt.</translation>
    </message>
    <message>
        <source>Engineers</source>
        <translation>Personen</translation>
    </message>
    <message>
        <source>Nobody matches “%1”</source>
        <translation>Niemand passt zu „%1“</translation>
    </message>
    <message>
        <source>The search looks into e-mail addresses and user ids.</source>
        <translation>Die Suche umfasst E-Mail-Adressen und Nutzer-IDs.</translation>
    </message>
    <message>
        <source>%1 of %2 rows</source>
        <translation>%1 von %2 Zeilen</translation>
    </message>
    <message>
        <source>1 person</source>
        <translation>1 Person</translation>
    </message>
    <message>
        <source>%1 people</source>
        <translation>%1 Personen</translation>
    </message>
    <message>
        <source>%1, %2 active, %3 without activity</source>
        <extracomment>&quot;423 people&quot;, then the split, for example &quot;423 people, 390 active, 33 without activity&quot;.</extracomment>
        <translation>%1, %2 aktiv, %3 ohne Aktivität</translation>
    </message>
    <message>
        <source>Show everybody</source>
        <translation>Alle zeigen</translation>
    </message>
    <message>
        <source>Copied</source>
        <translation>Kopiert</translation>
    </message>
    <message>
        <source>Search e-mail or id</source>
        <translation>E-Mail oder ID</translation>
    </message>
    <message>
        <source>Surface: %1</source>
        <translation>Oberfläche: %1</translation>
    </message>
    <message>
        <source>Activity: %1</source>
        <translation>Aktivität: %1</translation>
    </message>
    <message>
        <source>all</source>
        <comment>people: no filter of activity</comment>
        <translation>alle</translation>
    </message>
    <message>
        <source>active</source>
        <translation>aktiv</translation>
    </message>
    <message>
        <source>without activity</source>
        <translation>ohne Aktivität</translation>
    </message>
    <message>
        <source>Columns</source>
        <translation>Spalten</translation>
    </message>
    <message>
        <source>Choose the columns and the order of the table</source>
        <translation>Spalten und Reihenfolge der Tabelle wählen</translation>
    </message>
    <message>
        <source>Sort by</source>
        <translation>Sortieren nach</translation>
    </message>
    <message>
        <source>Usual columns</source>
        <translation>Übliche Spalten</translation>
    </message>
    <message>
        <source>any</source>
        <comment>surface: no filter</comment>
        <translation>beliebig</translation>
    </message>
    <message>
        <source>Nobody matches these filters</source>
        <translation>Niemand passt zu diesen Filtern</translation>
    </message>
    <message>
        <source>Take one of them away to see more people.</source>
        <translation>Nehmen Sie einen davon weg, um mehr Personen zu sehen.</translation>
    </message>
    <message>
        <source>%1 of workspace</source>
        <translation>%1 des Workspace</translation>
    </message>
    <message numerus="yes">
        <source>Export %n selected row(s)</source>
        <translation>
            <numerusform>%n ausgewählte Zeile exportieren</numerusform>
            <numerusform>%n ausgewählte Zeilen exportieren</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::pages::OverviewPage</name>
    <message>
        <source>Active people</source>
        <translation>Aktive Personen</translation>
    </message>
    <message>
        <source>Turns</source>
        <translation>Turns</translation>
    </message>
    <message>
        <source>Threads</source>
        <translation>Threads</translation>
    </message>
    <message>
        <source>Credits</source>
        <translation>Credits</translation>
    </message>
    <message>
        <source>Code reviews</source>
        <translation>Code-Reviews</translation>
    </message>
    <message>
        <source>Daily active people</source>
        <translation>Täglich aktive Personen</translation>
    </message>
    <message>
        <source>per UTC day</source>
        <translation>pro UTC-Tag</translation>
    </message>
    <message>
        <source>Overview</source>
        <translation>Übersicht</translation>
    </message>
    <message>
        <source>Cost in USD</source>
        <translation>Kosten in USD</translation>
    </message>
    <message>
        <source>of %1 seen so far</source>
        <translation>von %1 bisher</translation>
    </message>
    <message>
        <source>%1 of %2 days read</source>
        <translation>%1 von %2 Tagen gelesen</translation>
    </message>
    <message>
        <source> (%1)</source>
        <translation> (%1)</translation>
    </message>
    <message>
        <source>%1 more turns</source>
        <translation>%1 Turns mehr</translation>
    </message>
    <message>
        <source>%1 fewer turns</source>
        <translation>%1 Turns weniger</translation>
    </message>
    <message>
        <source>%1 more credits</source>
        <translation>%1 Credits mehr</translation>
    </message>
    <message>
        <source>%1 fewer credits</source>
        <translation>%1 Credits weniger</translation>
    </message>
    <message>
        <source> and </source>
        <extracomment>Joins the two parts &quot;1,204 more turns (0.7 %)&quot; and &quot;311.5 more credits (0.4 %)&quot;.</extracomment>
        <translation> und </translation>
    </message>
    <message>
        <source>Two sums differ.</source>
        <translation>Zwei Summen weichen voneinander ab.</translation>
    </message>
    <message numerus="yes">
        <source>Workspace rows count %1 than the sum over engineers, on the %n day(s) that both were read for. Automation or withheld people can be missing from the rows per engineer. The charts show the sum over engineers.</source>
        <translation>
            <numerusform>Die Zeilen des Workspace zählen %1 als die Summe über alle Personen, an dem %n Tag, für den beide gelesen wurden. Automatisierungen oder zurückgehaltene Personen können in den Zeilen pro Person fehlen. Die Diagramme zeigen die Summe über alle Personen.</numerusform>
            <numerusform>Die Zeilen des Workspace zählen %1 als die Summe über alle Personen, an den %n Tagen, für die beide gelesen wurden. Automatisierungen oder zurückgehaltene Personen können in den Zeilen pro Person fehlen. Die Diagramme zeigen die Summe über alle Personen.</numerusform>
        </translation>
    </message>
    <message>
        <source>Comment engagement</source>
        <translation>Resonanz auf Kommentare</translation>
    </message>
    <message>
        <source>turns or threads above zero</source>
        <translation>mit Turn oder Thread</translation>
    </message>
    <message>
        <source>Credits by surface</source>
        <translation>Credits nach Oberfläche</translation>
    </message>
    <message>
        <source>Rhythm</source>
        <translation>Rhythmus</translation>
    </message>
    <message>
        <source>turns per UTC day, 13 weeks</source>
        <translation>Turns pro UTC-Tag, 13 Wochen</translation>
    </message>
    <message>
        <source>Weekly and monthly active</source>
        <translation>Aktiv in 7 und 28 Tagen</translation>
    </message>
    <message>
        <source>Stickiness</source>
        <translation>Bindung</translation>
    </message>
    <message>
        <source>mean daily ÷ monthly active people</source>
        <translation>im Mittel täglich ÷ monatlich aktive Personen</translation>
    </message>
    <message>
        <source>In the %1 days before</source>
        <translation>In den %1 Tagen davor</translation>
    </message>
    <message>
        <source>people with turns or threads above zero on at least one day</source>
        <translation>Personen mit Turns oder Threads über null an mindestens einem Tag</translation>
    </message>
    <message>
        <source>Seen so far</source>
        <translation>Bisher gesehen</translation>
    </message>
    <message>
        <source>How many people have a seat is not known here; people without any usage were never seen.</source>
        <translation>Wie viele Personen eine Lizenz haben, ist hier nicht bekannt; Personen ohne jede Nutzung wurden nie gesehen.</translation>
    </message>
    <message>
        <source>sum of turns over all days and engineers</source>
        <translation>Summe der Turns über alle Tage und Personen</translation>
    </message>
    <message>
        <source>More turns are not better work.</source>
        <translation>Mehr Turns sind keine bessere Arbeit.</translation>
    </message>
    <message>
        <source>sum of threads over all days and engineers</source>
        <translation>Summe der Threads über alle Tage und Personen</translation>
    </message>
    <message>
        <source>sum of the cost in USD over all days and engineers</source>
        <translation>Summe der Kosten in USD über alle Tage und Personen</translation>
    </message>
    <message>
        <source>sum of credits over all days and engineers</source>
        <translation>Summe der Credits über alle Tage und Personen</translation>
    </message>
    <message>
        <source>This is what was metered, not an invoice.</source>
        <translation>Das ist der gemessene Verbrauch, keine Rechnung.</translation>
    </message>
    <message>
        <source>sum of the pull request reviews that Codex wrote</source>
        <translation>Summe der Pull-Request-Reviews, die Codex geschrieben hat</translation>
    </message>
    <message>
        <source>Whether a review was useful is not in this count.</source>
        <translation>Ob ein Review nützlich war, steht nicht in dieser Zahl.</translation>
    </message>
    <message>
        <source>only %1 comments, needs %2</source>
        <extracomment>Both are numbers of comments.</extracomment>
        <translation>nur %1 Kommentare, nötig %2</translation>
    </message>
    <message>
        <source>not given</source>
        <translation>nicht angegeben</translation>
    </message>
    <message>
        <source>28 d</source>
        <translation>28&#xa0;T</translation>
    </message>
    <message>
        <source>engaged comments ÷ comments</source>
        <translation>Kommentare mit Resonanz ÷ Kommentare</translation>
    </message>
    <message>
        <source>Comments on pull requests merged in these 28 days. Silence is not rejection.</source>
        <translation>Kommentare zu Pull Requests, die in diesen 28 Tagen gemergt wurden. Schweigen ist keine Ablehnung.</translation>
    </message>
    <message>
        <source>Weekly active people</source>
        <translation>Wöchentlich aktive Personen</translation>
    </message>
    <message>
        <source>turns or threads above zero, distinct</source>
        <translation>mit Turn oder Thread</translation>
    </message>
    <message>
        <source>distinct people with turns or threads above zero in an ISO week</source>
        <translation>verschiedene Personen mit Turns oder Threads über null in einer ISO-Woche</translation>
    </message>
    <message>
        <source>people with turns or threads above zero on a UTC day; 7-day mean = mean of the last 7 calendar days</source>
        <translation>Personen mit Turns oder Threads über null an einem UTC-Tag; 7-Tage-Mittel = Mittel der letzten 7 Kalendertage</translation>
    </message>
    <message>
        <source>Distinct in the range</source>
        <translation>Verschiedene im Zeitraum</translation>
    </message>
    <message>
        <source>Days that are missing or provisional stand in no mean; the line is dashed then, and not drawn over provisional days.</source>
        <translation>Fehlende und vorläufige Tage stehen in keinem Mittel; die Linie ist dann gestrichelt und über vorläufigen Tagen nicht gezeichnet.</translation>
    </message>
    <message>
        <source>weekly = distinct people active in the 7 days that end on a day; monthly = in the 28 days</source>
        <translation>wöchentlich = verschiedene aktive Personen in den 7 Tagen, die an einem Tag enden; monatlich = in den 28 Tagen</translation>
    </message>
    <message>
        <source>Where a window holds a day that is not stored, the line is dashed: people may be missing.</source>
        <translation>Wo ein Fenster einen Tag enthält, der nicht gespeichert ist, ist die Linie gestrichelt: Personen können fehlen.</translation>
    </message>
    <message>
        <source>mean of daily active people over 28 days ÷ distinct people active in these 28 days</source>
        <translation>Mittel der täglich aktiven Personen über 28 Tage ÷ verschiedene aktive Personen in diesen 28 Tagen</translation>
    </message>
    <message>
        <source>Weekends count like every day, so a team that works on weekdays stays below 72 %.</source>
        <translation>Wochenenden zählen wie jeder Tag; ein Team, das an Werktagen arbeitet, bleibt daher unter 72&#x202f;%.</translation>
    </message>
    <message>
        <source>per ISO week</source>
        <translation>pro ISO-Woche</translation>
    </message>
    <message>
        <source>sum of turns over engineers</source>
        <translation>Summe der Turns über alle Personen</translation>
    </message>
    <message>
        <source>sum of turns over engineers on each UTC day of the last 13 ISO weeks</source>
        <translation>Summe der Turns über alle Personen an jedem UTC-Tag der letzten 13 ISO-Wochen</translation>
    </message>
    <message>
        <source>USD by surface</source>
        <translation>USD nach Oberfläche</translation>
    </message>
    <message>
        <source>sum over engineers of what each surface used; what surfaces leave of the totals is not attributed</source>
        <translation>Summe über alle Personen je Oberfläche; was die Oberflächen von den Summen übrig lassen, ist nicht zugeordnet</translation>
    </message>
    <message>
        <source>USD, %1</source>
        <extracomment>%1 is &quot;vs prior 30 d&quot;.</extracomment>
        <translation>USD, %1</translation>
    </message>
    <message>
        <source>credits, %1</source>
        <translation>Credits, %1</translation>
    </message>
    <message numerus="yes">
        <source>Needs the %n day(s) before</source>
        <translation>
            <numerusform>Braucht den %n Tag davor</numerusform>
            <numerusform>Braucht die %n Tage davor</numerusform>
        </translation>
    </message>
    <message>
        <source>%1: %2 of %3 days are stored.</source>
        <extracomment>%1 is a range of days, %2 and %3 are numbers of days.</extracomment>
        <translation>%1: %2 von %3 Tagen sind gespeichert.</translation>
    </message>
    <message>
        <source>No changes</source>
        <translation>Keine Veränderungen</translation>
    </message>
    <message>
        <source>Nobody used more or less than in the days before.</source>
        <translation>Niemand hat mehr oder weniger genutzt als in den Tagen davor.</translation>
    </message>
</context>
<context>
    <name>ui::pages::Page</name>
    <message>
        <source>Try again</source>
        <translation>Erneut versuchen</translation>
    </message>
    <message>
        <source>No workspace is open</source>
        <translation>Kein Workspace ist geöffnet</translation>
    </message>
    <message>
        <source>Connect a workspace to see its figures here.</source>
        <translation>Verbinden Sie einen Workspace, um hier seine Zahlen zu sehen.</translation>
    </message>
    <message>
        <source>Sync now</source>
        <translation>Jetzt abgleichen</translation>
    </message>
    <message>
        <source>OpenAI does not offer these days any more</source>
        <translation>OpenAI bietet diese Tage nicht mehr an</translation>
    </message>
    <message>
        <source>No day of this range is stored yet</source>
        <translation>Noch kein Tag dieses Zeitraums ist gespeichert</translation>
    </message>
    <message>
        <source>Choose a later range to see figures.</source>
        <translation>Wählen Sie einen späteren Zeitraum, um Zahlen zu sehen.</translation>
    </message>
    <message>
        <source>A sync reads the days that are missing; the charts fill while it runs.</source>
        <translation>Ein Abgleich liest die fehlenden Tage; die Diagramme füllen sich währenddessen.</translation>
    </message>
    <message>
        <source>What you see is the last good state. %1</source>
        <translation>Sie sehen den letzten vollständigen Stand. %1</translation>
    </message>
</context>
<context>
    <name>ui::pages::PeopleExport</name>
    <message>
        <source>CSV table (*.csv)</source>
        <translation>CSV-Tabelle (*.csv)</translation>
    </message>
    <message>
        <source>JSON (*.json)</source>
        <translation>JSON (*.json)</translation>
    </message>
    <message>
        <source>Saved as %1</source>
        <translation>Gespeichert als %1</translation>
    </message>
</context>
<context>
    <name>ui::pages::PrivacyPage</name>
    <message>
        <source>%1, %2 UTC</source>
        <extracomment>A day and a time of day.</extracomment>
        <translation>%1, %2 UTC</translation>
    </message>
    <message>
        <source>This day was not read yet.</source>
        <translation>Dieser Tag wurde noch nicht gelesen.</translation>
    </message>
    <message>
        <source>OpenAI has no rows for this day any more; what was read before is kept.</source>
        <translation>OpenAI hat für diesen Tag keine Zeilen mehr; was vorher gelesen wurde, bleibt erhalten.</translation>
    </message>
    <message>
        <source>OpenAI does not offer this day any more.</source>
        <translation>OpenAI bietet diesen Tag nicht mehr an.</translation>
    </message>
    <message>
        <source>Read %1</source>
        <comment>moment</comment>
        <translation>Gelesen am %1</translation>
    </message>
    <message>
        <source>%1: %2. Its totals changed after they were final.</source>
        <extracomment>When a day was read, its rows.</extracomment>
        <translation>%1: %2. Die Summen haben sich geändert, nachdem sie endgültig waren.</translation>
    </message>
    <message>
        <source>%1: %2.</source>
        <comment>when a day was read, its rows</comment>
        <translation>%1: %2.</translation>
    </message>
    <message>
        <source>Cannot be compared: not offered any more</source>
        <translation>Nicht vergleichbar: nicht mehr angeboten</translation>
    </message>
    <message>
        <source>Cannot be compared: not read yet</source>
        <translation>Nicht vergleichbar: noch nicht gelesen</translation>
    </message>
    <message>
        <source>Cannot be compared: the workspace row is missing</source>
        <translation>Nicht vergleichbar: die Zeile des Workspace fehlt</translation>
    </message>
    <message>
        <source>Cannot be compared: the rows of engineers are missing</source>
        <translation>Nicht vergleichbar: die Zeilen der Personen fehlen</translation>
    </message>
    <message>
        <source>Cannot be compared: OpenAI gave no figure</source>
        <translation>Nicht vergleichbar: OpenAI hat keinen Wert geliefert</translation>
    </message>
    <message numerus="yes">
        <source>%n row(s) came without this figure</source>
        <translation>
            <numerusform>%n Zeile kam ohne diesen Wert</numerusform>
            <numerusform>%n Zeilen kamen ohne diesen Wert</numerusform>
        </translation>
    </message>
    <message>
        <source>Provisional: can still change</source>
        <translation>Vorläufig: kann sich noch ändern</translation>
    </message>
    <message>
        <source>People: id, e-mail, kind of account</source>
        <translation>Personen: ID, E-Mail, Kontoart</translation>
    </message>
    <message>
        <source>Days of usage, per engineer</source>
        <translation>Nutzungstage, pro Person</translation>
    </message>
    <message>
        <source>Parts of them by surface</source>
        <translation>Davon Teile nach Oberfläche</translation>
    </message>
    <message>
        <source>Parts of them by model</source>
        <translation>Davon Teile nach Modell</translation>
    </message>
    <message>
        <source>Days of the workspace as a whole</source>
        <translation>Tage des gesamten Workspace</translation>
    </message>
    <message>
        <source>Days of code reviews</source>
        <translation>Tage der Code-Reviews</translation>
    </message>
    <message>
        <source>Days of responses to reviews</source>
        <translation>Tage der Antworten auf Reviews</translation>
    </message>
    <message>
        <source>Sums of the rows above, for speed</source>
        <translation>Summen der Zeilen oben, damit es schnell geht</translation>
    </message>
    <message>
        <source>When each day was read</source>
        <translation>Wann jeder Tag gelesen wurde</translation>
    </message>
    <message>
        <source>Requests</source>
        <translation>Anfragen</translation>
    </message>
    <message>
        <source>Restatements</source>
        <translation>Spätere Änderungen</translation>
    </message>
    <message>
        <source>Answers that have only partly arrived</source>
        <translation>Noch unvollständige Antworten</translation>
    </message>
    <message>
        <source>Names of surfaces and models, state of the sync</source>
        <translation>Namen von Oberflächen und Modellen, Stand des Abgleichs</translation>
    </message>
    <message>
        <source>Data &amp; privacy</source>
        <translation>Daten &amp; Datenschutz</translation>
    </message>
    <message>
        <source>Completeness</source>
        <translation>Vollständigkeit</translation>
    </message>
    <message>
        <source>per endpoint and UTC day</source>
        <translation>pro Endpunkt und UTC-Tag</translation>
    </message>
    <message>
        <source>Fetch missing days</source>
        <translation>Fehlende Tage abrufen</translation>
    </message>
    <message>
        <source>Syncs now; the days that are missing are asked for again</source>
        <translation>Gleicht jetzt ab; die fehlenden Tage werden noch einmal angefragt</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>Export…</translation>
    </message>
    <message>
        <source>Request ledger</source>
        <translation>Anfragenprotokoll</translation>
    </message>
    <message>
        <source>every request, whatever the range</source>
        <translation>alle Anfragen, unabhängig vom Zeitraum</translation>
    </message>
    <message>
        <source>Endpoint: %1</source>
        <translation>Endpunkt: %1</translation>
    </message>
    <message>
        <source>all</source>
        <comment>endpoints: no filter</comment>
        <translation>alle</translation>
    </message>
    <message>
        <source>Show: %1</source>
        <comment>requests</comment>
        <translation>Zeigen: %1</translation>
    </message>
    <message>
        <source>all</source>
        <comment>requests: no filter</comment>
        <translation>alle</translation>
    </message>
    <message>
        <source>only failures</source>
        <translation>nur gescheiterte</translation>
    </message>
    <message>
        <source>Never read</source>
        <translation>Nie gelesen</translation>
    </message>
    <message>
        <source>Prompts, answers and conversations</source>
        <translation>Prompts, Antworten und Unterhaltungen</translation>
    </message>
    <message>
        <source>Code, file contents and file names</source>
        <translation>Code, Dateiinhalte und Dateinamen</translation>
    </message>
    <message>
        <source>Names of repositories and branches</source>
        <translation>Namen von Repositorys und Branches</translation>
    </message>
    <message>
        <source>Titles and texts of pull requests</source>
        <translation>Titel und Texte von Pull Requests</translation>
    </message>
    <message>
        <source>Texts of review comments and replies</source>
        <translation>Texte von Review-Kommentaren und Antworten</translation>
    </message>
    <message>
        <source>Each answer is decoded by a list of named counts. Whatever else it holds is skipped without being decoded, and no answer is kept as it came.</source>
        <translation>Jede Antwort wird nach einer Liste benannter Zahlen gelesen. Was sie sonst enthält, wird ungelesen übersprungen, und keine Antwort wird so aufbewahrt, wie sie kam.</translation>
    </message>
    <message>
        <source>To check it: docs/data-boundary.md names every field, where it is kept and the test behind each sentence; the ledger beside this has every request.</source>
        <translation>Zum Nachprüfen: docs/data-boundary.md nennt jedes Feld, wo es liegt und welcher Test hinter jedem Satz steht; das Protokoll daneben enthält jede Anfrage.</translation>
    </message>
    <message>
        <source>Reconciliation</source>
        <translation>Gegenprobe</translation>
    </message>
    <message>
        <source>workspace rows minus the sum over engineers</source>
        <translation>Zeilen des Workspace minus Summe über alle Personen</translation>
    </message>
    <message>
        <source>Compare</source>
        <translation>Vergleichen</translation>
    </message>
    <message>
        <source>Threads</source>
        <translation>Threads</translation>
    </message>
    <message>
        <source>Turns</source>
        <translation>Turns</translation>
    </message>
    <message>
        <source>Credits</source>
        <translation>Credits</translation>
    </message>
    <message>
        <source>Tokens</source>
        <translation>Tokens</translation>
    </message>
    <message>
        <source>Two answers of OpenAI that need not agree: rows of people can arrive after the workspace&apos;s own, and the newest days still change. Rows without a user id are part of the sum, as Unattributed. The difference is shown and never spread over people.</source>
        <translation>Zwei Antworten von OpenAI, die nicht übereinstimmen müssen: Zeilen von Personen können später ankommen als die des Workspace, und die neuesten Tage ändern sich noch. Zeilen ohne Nutzer-ID zählen in der Summe mit, als „Nicht zugeordnet“. Die Differenz wird gezeigt und nie auf Personen verteilt.</translation>
    </message>
    <message>
        <source>What is stored</source>
        <translation>Was gespeichert ist</translation>
    </message>
    <message>
        <source>on this computer only</source>
        <translation>nur auf diesem Computer</translation>
    </message>
    <message>
        <source>Restated days</source>
        <translation>Später geänderte Tage</translation>
    </message>
    <message>
        <source>final days that OpenAI changed later, whatever the range</source>
        <translation>endgültige Tage, die OpenAI später geändert hat, unabhängig vom Zeitraum</translation>
    </message>
    <message>
        <source>per endpoint and UTC day, the last %1 days of the range</source>
        <translation>pro Endpunkt und UTC-Tag, die letzten %1 Tage des Zeitraums</translation>
    </message>
    <message>
        <source>Workspace rows minus the sum over engineers: %1 credits, %2. Shown below, never spread over people.</source>
        <translation>Zeilen des Workspace minus Summe über alle Personen: %1 Credits, %2. Unten gezeigt, nie auf Personen verteilt.</translation>
    </message>
    <message>
        <source>Workspace rows minus the sum over engineers: %1 credits. Shown below, never spread over people.</source>
        <translation>Zeilen des Workspace minus Summe über alle Personen: %1 Credits. Unten gezeigt, nie auf Personen verteilt.</translation>
    </message>
    <message>
        <source>No request was made yet.</source>
        <translation>Es wurde noch keine Anfrage gestellt.</translation>
    </message>
    <message>
        <source>Only these three addresses will ever be asked:</source>
        <translation>Nur diese drei Adressen werden je angefragt:</translation>
    </message>
    <message>
        <source>1 host: %1</source>
        <extracomment>A single host, and its name.</extracomment>
        <translation>1 Host: %1</translation>
    </message>
    <message numerus="yes">
        <source>%n endpoint(s)</source>
        <translation>
            <numerusform>%n Endpunkt</numerusform>
            <numerusform>%n Endpunkte</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 received</source>
        <comment>bytes</comment>
        <translation>%1 empfangen</translation>
    </message>
    <message>
        <source>Only these three addresses were ever asked, and nothing else can be:</source>
        <translation>Nur diese drei Adressen wurden je angefragt, und nichts anderes ist möglich:</translation>
    </message>
    <message>
        <source>No such request</source>
        <translation>Keine solche Anfrage</translation>
    </message>
    <message>
        <source>No request was made yet</source>
        <translation>Noch keine Anfrage gestellt</translation>
    </message>
    <message>
        <source>Clear a filter to see the others.</source>
        <translation>Entfernen Sie einen Filter, um die anderen zu sehen.</translation>
    </message>
    <message>
        <source>The first sync writes its requests here, one line each.</source>
        <translation>Der erste Abgleich schreibt seine Anfragen hierher, je eine Zeile.</translation>
    </message>
    <message>
        <source>Day (UTC)</source>
        <translation>Tag (UTC)</translation>
    </message>
    <message>
        <source>Workspace row</source>
        <translation>Zeile des Workspace</translation>
    </message>
    <message>
        <source>Sum over engineers</source>
        <translation>Summe über Personen</translation>
    </message>
    <message>
        <source>of it Unattributed</source>
        <translation>davon nicht zugeordnet</translation>
    </message>
    <message>
        <source>Difference</source>
        <translation>Differenz</translation>
    </message>
    <message>
        <source>Remark</source>
        <translation>Anmerkung</translation>
    </message>
    <message>
        <source>No day of this range can be compared: a day needs the workspace row and the rows of engineers.</source>
        <translation>Kein Tag dieses Zeitraums ist vergleichbar: Ein Tag braucht die Zeile des Workspace und die Zeilen der Personen.</translation>
    </message>
    <message>
        <source>%1 of %2 days compared</source>
        <extracomment>Compared days of all days of the range.</extracomment>
        <translation>%1 von %2 Tagen verglichen</translation>
    </message>
    <message>
        <source>workspace %1</source>
        <comment>figure</comment>
        <translation>Workspace %1</translation>
    </message>
    <message>
        <source>engineers %1</source>
        <comment>figure</comment>
        <translation>Personen %1</translation>
    </message>
    <message>
        <source>of it Unattributed %1</source>
        <comment>figure</comment>
        <translation>davon nicht zugeordnet %1</translation>
    </message>
    <message>
        <source>difference %1 (%2)</source>
        <comment>figure, share</comment>
        <translation>Differenz %1 (%2)</translation>
    </message>
    <message>
        <source>difference %1</source>
        <comment>figure</comment>
        <translation>Differenz %1</translation>
    </message>
    <message>
        <source>No final day was changed later</source>
        <translation>Kein endgültiger Tag wurde später geändert</translation>
    </message>
    <message>
        <source>A day is final 24 hours after its end. Should OpenAI change one after that, both totals stand here.</source>
        <translation>Ein Tag ist 24 Stunden nach seinem Ende endgültig. Ändert OpenAI ihn danach noch, stehen beide Summen hier.</translation>
    </message>
    <message>
        <source>Endpoint</source>
        <translation>Endpunkt</translation>
    </message>
    <message>
        <source>Figure</source>
        <translation>Wert</translation>
    </message>
    <message>
        <source>Before</source>
        <translation>Vorher</translation>
    </message>
    <message>
        <source>After</source>
        <translation>Nachher</translation>
    </message>
    <message>
        <source>withdrawn, kept</source>
        <extracomment>What OpenAI now says about a day that it has no more; the rows that were read before are kept.</extracomment>
        <translation>zurückgezogen, behalten</translation>
    </message>
    <message>
        <source>The newest %1 of %2 are shown; the export has all of them.</source>
        <translation>Die neuesten %1 von %2 werden gezeigt; der Export enthält alle.</translation>
    </message>
    <message>
        <source>What</source>
        <translation>Was</translation>
    </message>
    <message>
        <source>Rows</source>
        <translation>Zeilen</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Größe</translation>
    </message>
    <message>
        <source>Days</source>
        <translation>Tage</translation>
    </message>
    <message>
        <source>%1, since %2</source>
        <extracomment>The size of the cache, and the day of its first row.</extracomment>
        <translation>%1, seit %2</translation>
    </message>
    <message>
        <source>cache.db %1, of which free %2; its write-ahead log %3. Readable by your account only, and sent nowhere.</source>
        <translation>cache.db %1, davon frei %2; Schreibprotokoll (WAL) %3. Nur für Ihr Konto lesbar und nirgendwohin gesendet.</translation>
    </message>
    <message>
        <source>Export to</source>
        <translation>Exportieren nach</translation>
    </message>
    <message numerus="yes">
        <source>%1 row(s)</source>
        <translation>
            <numerusform>%1 Zeile</numerusform>
            <numerusform>%1 Zeilen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 request(s) since %2</source>
        <extracomment>A number and a day.</extracomment>
        <translation>
            <numerusform>%1 Anfrage seit %2</numerusform>
            <numerusform>%1 Anfragen seit %2</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 failed</source>
        <comment>requests</comment>
        <translation>%1 gescheitert</translation>
    </message>
    <message>
        <source>Noticed (UTC)</source>
        <translation>Bemerkt (UTC)</translation>
    </message>
</context>
<context>
    <name>ui::pages::RecordsCard</name>
    <message>
        <source>Copy rows	Ctrl+C</source>
        <translation>Zeilen kopieren	Strg+C</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>Export…</translation>
    </message>
    <message>
        <source>%1: menu</source>
        <translation>%1: Menü</translation>
    </message>
    <message>
        <source>Copy and export</source>
        <translation>Kopieren und exportieren</translation>
    </message>
</context>
<context>
    <name>ui::pages::StatTile</name>
    <message>
        <source>%1&#xa0;pts</source>
        <extracomment>Percentage points: &quot;−4.0 pts&quot;. The space is a no-break space.</extracomment>
        <translation>%1&#xa0;Pkt.</translation>
    </message>
    <message>
        <source>reading the cache</source>
        <translation>der Cache wird gelesen</translation>
    </message>
    <message>
        <source>no figure</source>
        <translation>kein Wert</translation>
    </message>
    <message>
        <source>Press to see how it is computed</source>
        <translation>Drücken zeigt, wie der Wert berechnet wird</translation>
    </message>
    <message>
        <source>, </source>
        <extracomment>Separates the figure of a tile from what stands below it, for a screen reader.</extracomment>
        <translation>, </translation>
    </message>
    <message>
        <source>%1 %2</source>
        <extracomment>&quot;+7.8 % vs prior 30 d&quot;</extracomment>
        <translation>%1 %2</translation>
    </message>
</context>
<context>
    <name>ui::pages::SurfacesPage</name>
    <message>
        <source>usage by surface, sum over engineers</source>
        <translation>Nutzung nach Oberfläche, Summe über alle Personen</translation>
    </message>
    <message>
        <source>usage by model, sum over engineers</source>
        <translation>Nutzung nach Modell, Summe über alle Personen</translation>
    </message>
    <message>
        <source>The parts add up to %1 more than the totals; the totals are right.</source>
        <translation>Die Teile ergeben %1 mehr als die Summen; die Summen stimmen.</translation>
    </message>
    <message numerus="yes">
        <source>OpenAI gave no figure for %n of them; left out here.</source>
        <translation>
            <numerusform>Für %n davon hat OpenAI keinen Wert geliefert; hier ausgelassen.</numerusform>
            <numerusform>Für %n davon hat OpenAI keinen Wert geliefert; hier ausgelassen.</numerusform>
        </translation>
    </message>
    <message>
        <source>What the charts count</source>
        <translation>Was die Diagramme zählen</translation>
    </message>
    <message>
        <source>Surfaces and models need not add up to the totals. The totals are right; what is left of them is shown as not attributed.</source>
        <translation>Oberflächen und Modelle müssen nicht die Summen ergeben. Die Summen stimmen; was von ihnen übrig bleibt, ist als nicht zugeordnet gezeigt.</translation>
    </message>
    <message>
        <source>By surface</source>
        <translation>Nach Oberfläche</translation>
    </message>
    <message>
        <source>Models</source>
        <translation>Modelle</translation>
    </message>
    <message>
        <source>share of the total</source>
        <translation>Anteil an der Summe</translation>
    </message>
    <message>
        <source>Surfaces</source>
        <translation>Oberflächen</translation>
    </message>
    <message>
        <source>All surfaces</source>
        <translation>Alle Oberflächen</translation>
    </message>
    <message>
        <source>sum over the period</source>
        <translation>Summe über den Zeitraum</translation>
    </message>
    <message>
        <source>All models</source>
        <translation>Alle Modelle</translation>
    </message>
    <message>
        <source>sum over the period, one row for each speed</source>
        <translation>Summe über den Zeitraum, eine Zeile je Geschwindigkeit</translation>
    </message>
    <message>
        <source>Surfaces &amp; models</source>
        <translation>Oberfläche, Modell</translation>
    </message>
    <message>
        <source>%1 per ISO week</source>
        <translation>%1 pro ISO-Woche</translation>
    </message>
    <message>
        <source>%1 per UTC day</source>
        <translation>%1 pro UTC-Tag</translation>
    </message>
    <message>
        <source>sum over engineers by surface and day; the height of a column is the total of the day</source>
        <translation>Summe über alle Personen je Oberfläche und Tag; die Höhe einer Säule ist die Summe des Tages</translation>
    </message>
    <message>
        <source>Small and unknown surfaces and what OpenAI attributed to none stand together as Other.</source>
        <translation>Kleine und unbekannte Oberflächen und was OpenAI keiner zugeordnet hat, stehen zusammen unter „Andere“.</translation>
    </message>
    <message>
        <source>Choose another measure or a longer range.</source>
        <translation>Wählen Sie eine andere Messgröße oder einen längeren Zeitraum.</translation>
    </message>
    <message>
        <source>sum of each part ÷ total; not attributed = total − sum of the parts, never below 0</source>
        <translation>Summe jedes Teils ÷ Summe; nicht zugeordnet = Summe − Summe der Teile, nie unter 0</translation>
    </message>
    <message>
        <source>Total</source>
        <translation>Summe</translation>
    </message>
    <message>
        <source>Sum of the parts</source>
        <translation>Summe der Teile</translation>
    </message>
    <message>
        <source>Parts can add up to more or less than the totals, which are authoritative.</source>
        <translation>Teile können mehr oder weniger ergeben als die Summen; maßgeblich sind die Summen.</translation>
    </message>
    <message>
        <source>No usage by surface in this range</source>
        <translation>Keine Nutzung nach Oberfläche in diesem Zeitraum</translation>
    </message>
    <message>
        <source>Models count no turns and no threads</source>
        <translation>Modelle zählen keine Turns und keine Threads</translation>
    </message>
    <message>
        <source>OpenAI gives costs and tokens by model. Choose one of these to see the models.</source>
        <translation>OpenAI liefert Kosten und Tokens nach Modell. Wählen Sie eines davon, um die Modelle zu sehen.</translation>
    </message>
    <message>
        <source>No usage by model in this range</source>
        <translation>Keine Nutzung nach Modell in diesem Zeitraum</translation>
    </message>
    <message>
        <source>Unknown id</source>
        <translation>Unbekannte ID</translation>
    </message>
    <message>
        <source>Surface</source>
        <translation>Oberfläche</translation>
    </message>
    <message>
        <source>Group</source>
        <translation>Gruppe</translation>
    </message>
    <message>
        <source>People</source>
        <translation>Personen</translation>
    </message>
    <message numerus="yes">
        <source>%n surface(s) with an id that is not in OpenAI&apos;s list; shown as it came.</source>
        <translation>
            <numerusform>%n Oberfläche mit einer ID, die nicht in der Liste von OpenAI steht; gezeigt, wie sie kam.</numerusform>
            <numerusform>%n Oberflächen mit IDs, die nicht in der Liste von OpenAI stehen; gezeigt, wie sie kamen.</numerusform>
        </translation>
    </message>
    <message>
        <source>Model</source>
        <translation>Modell</translation>
    </message>
    <message>
        <source>Speed</source>
        <translation>Geschwindigkeit</translation>
    </message>
</context>
<context>
    <name>ui::pages::TokensPage</name>
    <message>
        <source>Tokens</source>
        <translation>Tokens</translation>
    </message>
    <message>
        <source>Cache ratio</source>
        <translation>Cache-Anteil</translation>
    </message>
    <message>
        <source>Output share</source>
        <translation>Ausgabeanteil</translation>
    </message>
    <message>
        <source>Tokens per turn</source>
        <translation>Tokens pro Turn</translation>
    </message>
    <message>
        <source>Credits per 1,000 tokens</source>
        <translation>Credits pro 1.000 Tokens</translation>
    </message>
    <message>
        <source>Token mix as</source>
        <translation>Token-Mix als</translation>
    </message>
    <message>
        <source>100 %</source>
        <extracomment>The columns of a chart are stretched to 100 %.</extracomment>
        <translation>100&#x202f;%</translation>
    </message>
    <message>
        <source>Cache hit ratio</source>
        <translation>Cache-Trefferquote</translation>
    </message>
    <message>
        <source>cached ÷ all input</source>
        <translation>aus dem Cache ÷ gesamte Eingabe</translation>
    </message>
    <message>
        <source>output ÷ all tokens</source>
        <translation>Ausgabe ÷ alle Tokens</translation>
    </message>
    <message>
        <source>ratio of sums</source>
        <translation>Verhältnis der Summen</translation>
    </message>
    <message>
        <source>uncached input + cached input + output</source>
        <translation>neue Eingabe + Eingabe aus dem Cache + Ausgabe</translation>
    </message>
    <message>
        <source>Tokens of different models and kinds differ in price; more of them is not more work.</source>
        <translation>Tokens verschiedener Modelle und Arten kosten verschieden viel; mehr davon ist nicht mehr Arbeit.</translation>
    </message>
    <message>
        <source>cached input ÷ (uncached + cached input)</source>
        <translation>Eingabe aus dem Cache ÷ (neue Eingabe + Eingabe aus dem Cache)</translation>
    </message>
    <message>
        <source>tokens ÷ turns</source>
        <translation>Tokens ÷ Turns</translation>
    </message>
    <message>
        <source>Turns of rows without token counts are not part of the denominator.</source>
        <translation>Turns von Zeilen ohne Tokenzahlen zählen im Nenner nicht mit.</translation>
    </message>
    <message>
        <source>USD per 1,000 tokens</source>
        <translation>USD pro 1.000 Tokens</translation>
    </message>
    <message>
        <source>1,000 × USD ÷ tokens</source>
        <translation>1.000 × USD ÷ Tokens</translation>
    </message>
    <message>
        <source>1,000 × credits ÷ tokens</source>
        <translation>1.000 × Credits ÷ Tokens</translation>
    </message>
    <message>
        <source>A mean over all models and kinds of tokens, not a price.</source>
        <translation>Ein Mittel über alle Modelle und Arten von Tokens, kein Preis.</translation>
    </message>
    <message>
        <source>sums of uncached input, cached input and output over engineers</source>
        <translation>Summen von neuer Eingabe, Eingabe aus dem Cache und Ausgabe über alle Personen</translation>
    </message>
    <message numerus="yes">
        <source>%n row(s) came without token counts and are left out with their turns and cost; they are not counted as zero.</source>
        <translation>
            <numerusform>%n Zeile kam ohne Tokenzahlen und ist mit ihren Turns und Kosten ausgelassen; sie wird nicht als null gezählt.</numerusform>
            <numerusform>%n Zeilen kamen ohne Tokenzahlen und sind mit ihren Turns und Kosten ausgelassen; sie werden nicht als null gezählt.</numerusform>
        </translation>
    </message>
    <message>
        <source>%1, both summed over an ISO week</source>
        <translation>%1, beide über eine ISO-Woche summiert</translation>
    </message>
    <message>
        <source>%1, both summed over a UTC day</source>
        <translation>%1, beide über einen UTC-Tag summiert</translation>
    </message>
    <message>
        <source>Token counts do not add up.</source>
        <translation>Die Tokenzahlen gehen nicht auf.</translation>
    </message>
    <message numerus="yes">
        <source>In %n row(s) uncached input + cached input + output differs from the total that OpenAI gave. The figures here are sums of the three.</source>
        <translation>
            <numerusform>In %n Zeile weicht neue Eingabe + Eingabe aus dem Cache + Ausgabe von der Summe ab, die OpenAI geliefert hat. Die Werte hier sind Summen der drei.</numerusform>
            <numerusform>In %n Zeilen weicht neue Eingabe + Eingabe aus dem Cache + Ausgabe von der Summe ab, die OpenAI geliefert hat. Die Werte hier sind Summen der drei.</numerusform>
        </translation>
    </message>
    <message>
        <source>Token mix by day</source>
        <translation>Token-Mix pro Tag</translation>
    </message>
    <message>
        <source>Token mix by week</source>
        <translation>Token-Mix pro Woche</translation>
    </message>
</context>
<context>
    <name>ui::settings::ConnectionStages</name>
    <message>
        <source>Name (DNS)</source>
        <translation>Name (DNS)</translation>
    </message>
    <message>
        <source>Proxy</source>
        <translation>Proxy</translation>
    </message>
    <message>
        <source>Connection</source>
        <translation>Verbindung</translation>
    </message>
    <message>
        <source>Encryption (TLS)</source>
        <translation>Verschlüsselung (TLS)</translation>
    </message>
    <message>
        <source>Service (HTTP)</source>
        <translation>Dienst (HTTP)</translation>
    </message>
    <message>
        <source>The address was found.</source>
        <translation>Die Adresse wurde gefunden.</translation>
    </message>
    <message>
        <source>The proxy lets Threadcount through.</source>
        <translation>Der Proxy lässt Threadcount durch.</translation>
    </message>
    <message>
        <source>The service can be reached.</source>
        <translation>Der Dienst ist erreichbar.</translation>
    </message>
    <message>
        <source>The certificate is trusted.</source>
        <translation>Das Zertifikat ist vertrauenswürdig.</translation>
    </message>
    <message>
        <source>OpenAI answered (HTTP %1). It was asked without the key.</source>
        <translation>OpenAI hat geantwortet (HTTP %1). Gefragt wurde ohne den Schlüssel.</translation>
    </message>
    <message>
        <source>The proxy does not find %1 or does not let connections to it pass. Ask your IT to allow it.</source>
        <translation>Der Proxy findet %1 nicht oder lässt keine Verbindungen dorthin durch. Bitten Sie Ihre IT, das zu erlauben.</translation>
    </message>
    <message>
        <source>The name %1 is not known here. Check its spelling, and whether this computer is online or needs a VPN.</source>
        <translation>Der Name %1 ist hier nicht bekannt. Prüfen Sie die Schreibweise und ob dieser Computer online ist oder ein VPN braucht.</translation>
    </message>
    <message>
        <source>No proxy answers at this address. Check the address and the port.</source>
        <translation>Unter dieser Adresse antwortet kein Proxy. Prüfen Sie Adresse und Port.</translation>
    </message>
    <message>
        <source>The proxy asks for a user name and a password. Enter both above.</source>
        <translation>Der Proxy verlangt Benutzernamen und Passwort. Geben Sie oben beides ein.</translation>
    </message>
    <message>
        <source>The proxy does not accept this user name and password. Check both above.</source>
        <translation>Der Proxy akzeptiert diesen Benutzernamen und dieses Passwort nicht. Prüfen Sie oben beides.</translation>
    </message>
    <message>
        <source>The proxy does not allow connections to %1. Ask your IT to allow it.</source>
        <translation>Der Proxy erlaubt keine Verbindungen zu %1. Bitten Sie Ihre IT, das zu erlauben.</translation>
    </message>
    <message>
        <source>Something answered, but no connection to %1 came of it. Check the kind of the proxy and its port, or ask your IT.</source>
        <translation>Etwas hat geantwortet, aber eine Verbindung zu %1 kam nicht zustande. Prüfen Sie Art und Port des Proxys, oder fragen Sie Ihre IT.</translation>
    </message>
    <message>
        <source>%1 cannot be reached. A firewall may block it, or your network needs a proxy.</source>
        <translation>%1 ist nicht erreichbar. Vielleicht blockiert eine Firewall, oder Ihr Netzwerk braucht einen Proxy.</translation>
    </message>
    <message>
        <source>No answer came in time. A firewall may hold the connection back, or your network needs a proxy.</source>
        <translation>Es kam rechtzeitig keine Antwort. Vielleicht hält eine Firewall die Verbindung auf, oder Ihr Netzwerk braucht einen Proxy.</translation>
    </message>
    <message>
        <source>The certificate was issued by %1, which this computer does not trust. If that is a security product of your network, ask your IT for its certificate file and choose it above.</source>
        <translation>Das Zertifikat hat %1 ausgestellt, und dem vertraut dieser Computer nicht. Ist das ein Sicherheitsprodukt Ihres Netzwerks, bitten Sie Ihre IT um dessen Zertifikatsdatei und wählen Sie sie oben aus.</translation>
    </message>
    <message>
        <source>The certificate is for %1 and not for %2. Something else answers in its place; ask your IT.</source>
        <translation>Das Zertifikat gilt für %1 und nicht für %2. Etwas anderes antwortet stattdessen; fragen Sie Ihre IT.</translation>
    </message>
    <message>
        <source>The certificate issued by %1 has expired. Check the date of this computer, then ask your IT.</source>
        <translation>Das von %1 ausgestellte Zertifikat ist abgelaufen. Prüfen Sie das Datum dieses Computers, und fragen Sie dann Ihre IT.</translation>
    </message>
    <message>
        <source>The certificate issued by %1 is not valid yet. Check the date of this computer, then ask your IT.</source>
        <translation>Das von %1 ausgestellte Zertifikat ist noch nicht gültig. Prüfen Sie das Datum dieses Computers, und fragen Sie dann Ihre IT.</translation>
    </message>
    <message>
        <source>No encrypted connection could be made. Something between this computer and %1 may be in the way; ask your IT.</source>
        <translation>Eine verschlüsselte Verbindung kam nicht zustande. Vielleicht ist etwas zwischen diesem Computer und %1 im Weg; fragen Sie Ihre IT.</translation>
    </message>
    <message>
        <source>A web page came instead of an answer (HTTP %1), as from a sign-in page or a filter. Open a web page to see whether your network asks you to sign in, or ask your IT.</source>
        <translation>Statt einer Antwort kam eine Webseite (HTTP %1), wie von einer Anmeldeseite oder einem Filter. Öffnen Sie eine Webseite, um zu sehen, ob Ihr Netzwerk eine Anmeldung verlangt, oder fragen Sie Ihre IT.</translation>
    </message>
    <message>
        <source>The answer points to another address (HTTP %1), which Threadcount does not follow. Your network may ask you to sign in.</source>
        <translation>Die Antwort verweist auf eine andere Adresse (HTTP %1), und der folgt Threadcount nicht. Vielleicht verlangt Ihr Netzwerk eine Anmeldung.</translation>
    </message>
    <message>
        <source>The service answered with HTTP %1. Try again later.</source>
        <translation>Der Dienst hat mit HTTP %1 geantwortet. Versuchen Sie es später erneut.</translation>
    </message>
    <message>
        <source>The test was stopped.</source>
        <translation>Der Test wurde angehalten.</translation>
    </message>
    <message>
        <source>Trying …</source>
        <translation>Wird versucht …</translation>
    </message>
    <message>
        <source>Not needed.</source>
        <translation>Nicht nötig.</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>a stage of the connection test, what came of it</comment>
        <translation>%1: %2</translation>
    </message>
</context>
<context>
    <name>ui::settings::KeyCard</name>
    <message>
        <source>Key</source>
        <translation>Schlüssel</translation>
    </message>
    <message>
        <source>Workspace</source>
        <translation>Workspace</translation>
    </message>
    <message>
        <source>Kept in</source>
        <translation>Aufbewahrt in</translation>
    </message>
    <message>
        <source>Last accepted</source>
        <translation>Zuletzt akzeptiert</translation>
    </message>
    <message>
        <source>Expires</source>
        <translation>Läuft ab</translation>
    </message>
    <message>
        <source>Replace…</source>
        <translation>Ersetzen…</translation>
    </message>
    <message>
        <source>Expiry…</source>
        <translation>Ablauf…</translation>
    </message>
    <message>
        <source>Disconnect…</source>
        <translation>Trennen…</translation>
    </message>
    <message>
        <source>Erase…</source>
        <translation>Löschen…</translation>
    </message>
    <message>
        <source>None</source>
        <translation>Keiner</translation>
    </message>
    <message>
        <source>Enter…</source>
        <translation>Eingeben…</translation>
    </message>
    <message>
        <source>Replace the key…</source>
        <translation>Schlüssel ersetzen…</translation>
    </message>
    <message>
        <source>Enter the key…</source>
        <translation>Schlüssel eingeben…</translation>
    </message>
</context>
<context>
    <name>ui::settings::KeyDialog</name>
    <message>
        <source>Replace the key of %1</source>
        <comment>workspace</comment>
        <translation>Schlüssel von %1 ersetzen</translation>
    </message>
    <message>
        <source>Enter the key of %1</source>
        <comment>workspace</comment>
        <translation>Schlüssel von %1 eingeben</translation>
    </message>
    <message>
        <source>The key so far ends in %1.</source>
        <translation>Der bisherige Schlüssel endet auf %1.</translation>
    </message>
    <message>
        <source>C&amp;lear the clipboard once the key works</source>
        <translation>Z&amp;wischenablage leeren, sobald der Schlüssel funktioniert</translation>
    </message>
    <message>
        <source>Clear the clipboard once the key works</source>
        <translation>Zwischenablage leeren, sobald der Schlüssel funktioniert</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>&amp;Use it and keep checking</source>
        <translation>&amp;Verwenden und weiter prüfen</translation>
    </message>
    <message>
        <source>C&amp;heck and replace</source>
        <translation>&amp;Prüfen und ersetzen</translation>
    </message>
    <message>
        <source>C&amp;heck and use</source>
        <translation>&amp;Prüfen und verwenden</translation>
    </message>
    <message>
        <source>Where the key is kept</source>
        <translation>Wo der Schlüssel aufbewahrt wird</translation>
    </message>
    <message>
        <source>System k&amp;eychain</source>
        <translation>Schlüssel&amp;bund</translation>
    </message>
    <message>
        <source>System keychain</source>
        <translation>Schlüsselbund des Systems</translation>
    </message>
    <message>
        <source>&amp;This session only</source>
        <translation>Nur diese Si&amp;tzung</translation>
    </message>
    <message>
        <source>This session only</source>
        <translation>Nur diese Sitzung</translation>
    </message>
    <message>
        <source>In memory until you quit; the key is asked for at the next start.</source>
        <translation>Im Arbeitsspeicher, bis Sie beenden; beim nächsten Start wird nach dem Schlüssel gefragt.</translation>
    </message>
    <message>
        <source>Asking the service …</source>
        <translation>Der Dienst wird gefragt …</translation>
    </message>
    <message>
        <source>%1 %2 Nothing was changed.</source>
        <comment>what happened, what to do now</comment>
        <translation>%1 %2 Es wurde nichts geändert.</translation>
    </message>
    <message>
        <source>The key is right, but OpenAI has not applied the analytics scope to it yet. That is normal for 1 to 5 business days after the request. You can use it now: Threadcount checks every 15 minutes, and the charts stay.</source>
        <translation>Der Schlüssel ist richtig, aber OpenAI hat ihm die Analytics-Berechtigung noch nicht erteilt. Das ist 1 bis 5 Werktage nach der Anfrage normal. Sie können ihn jetzt verwenden: Threadcount prüft alle 15 Minuten, und die Diagramme bleiben.</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>The key is used until you quit. The keychain still holds the earlier one, which is used again at the next start. %1</source>
        <comment>why the keychain did not let go of it</comment>
        <translation>Der Schlüssel wird verwendet, bis Sie beenden. Im Schlüsselbund liegt noch der frühere; er gilt ab dem nächsten Start wieder. %1</translation>
    </message>
    <message>
        <source>The new key is tried on this workspace first. Until it works, the current key stays in use. Nothing of the history is lost.</source>
        <translation>Der neue Schlüssel wird zuerst an diesem Workspace geprüft. Bis er funktioniert, bleibt der bisherige in Gebrauch. Von den bisherigen Daten geht nichts verloren.</translation>
    </message>
    <message>
        <source>The key is tried on this workspace before it is kept. Nothing of the history is lost.</source>
        <translation>Der Schlüssel wird an diesem Workspace geprüft, bevor er aufbewahrt wird. Von den bisherigen Daten geht nichts verloren.</translation>
    </message>
</context>
<context>
    <name>ui::settings::KeyEntry</name>
    <message>
        <source>An Admin key or a Platform key with the analytics scope; both kinds are accepted.</source>
        <translation>Ein Admin-Schlüssel oder ein Platform-Schlüssel mit der Analytics-Berechtigung; beide Arten sind möglich.</translation>
    </message>
    <message>
        <source>Analytics key</source>
        <translation>Analytics-Schlüssel</translation>
    </message>
    <message>
        <source>Analytics &amp;key</source>
        <translation>Analytics-Sch&amp;lüssel</translation>
    </message>
    <message>
        <source>&amp;Paste</source>
        <translation>&amp;Einfügen</translation>
    </message>
    <message>
        <source>Paste the key from the clipboard</source>
        <translation>Den Schlüssel aus der Zwischenablage einfügen</translation>
    </message>
    <message numerus="yes">
        <source>Ends in %1, %n character(s). Only the last four are ever shown or logged.</source>
        <translation>
            <numerusform>Endet auf %1, %n Zeichen. Nur die letzten vier werden je angezeigt oder protokolliert.</numerusform>
            <numerusform>Endet auf %1, %n Zeichen. Nur die letzten vier werden je angezeigt oder protokolliert.</numerusform>
        </translation>
    </message>
    <message>
        <source>Paste the whole key, not only the word in front of it.</source>
        <translation>Fügen Sie den ganzen Schlüssel ein, nicht nur das Wort davor.</translation>
    </message>
    <message>
        <source>There is a space or a line break inside the key. Copy it again in one piece.</source>
        <translation>Im Schlüssel steht ein Leerzeichen oder ein Zeilenumbruch. Kopieren Sie ihn noch einmal am Stück.</translation>
    </message>
    <message>
        <source>There is a character in it that no key has. Copy the key again from where it was created.</source>
        <translation>Darin ist ein Zeichen, das in keinem Schlüssel vorkommt. Kopieren Sie den Schlüssel noch einmal von dort, wo er erstellt wurde.</translation>
    </message>
    <message>
        <source>This is too short to be a whole key.</source>
        <translation>Das ist zu kurz für einen ganzen Schlüssel.</translation>
    </message>
    <message>
        <source>This is too long to be a key. Copy only the key itself.</source>
        <translation>Das ist zu lang für einen Schlüssel. Kopieren Sie nur den Schlüssel selbst.</translation>
    </message>
    <message>
        <source>This cannot be a key. Copy it again from where it was created.</source>
        <translation>Das kann kein Schlüssel sein. Kopieren Sie ihn noch einmal von dort, wo er erstellt wurde.</translation>
    </message>
    <message>
        <source>Paste the analytics key. Threadcount cannot ask the service without it.</source>
        <translation>Fügen Sie den Analytics-Schlüssel ein. Ohne ihn kann Threadcount den Dienst nicht fragen.</translation>
    </message>
    <message>
        <source>Hide the key</source>
        <translation>Schlüssel verbergen</translation>
    </message>
    <message>
        <source>Show the key</source>
        <translation>Schlüssel zeigen</translation>
    </message>
    <message>
        <source>The clipboard holds no text. Copy the key first.</source>
        <translation>Die Zwischenablage enthält keinen Text. Kopieren Sie zuerst den Schlüssel.</translation>
    </message>
</context>
<context>
    <name>ui::settings::KeyExpiryDialog</name>
    <message>
        <source>When the key expires</source>
        <translation>Wann der Schlüssel abläuft</translation>
    </message>
    <message>
        <source>The key expires on</source>
        <translation>Der Schlüssel läuft ab am</translation>
    </message>
    <message>
        <source>The key &amp;expires on</source>
        <translation>Der Schlüssel läuft &amp;ab am</translation>
    </message>
    <message>
        <source>OpenAI does not tell this to Threadcount. Enter the day that was shown when the key was created, and you are reminded 30, 7 and 1 days before.</source>
        <translation>OpenAI teilt dies Threadcount nicht mit. Geben Sie den Tag ein, der beim Erstellen des Schlüssels angezeigt wurde, und Sie werden 30, 7 und 1 Tag vorher erinnert.</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>&amp;Save</source>
        <translation>&amp;Speichern</translation>
    </message>
    <message>
        <source>&amp;Forget the day</source>
        <translation>Tag &amp;vergessen</translation>
    </message>
</context>
<context>
    <name>ui::settings::NetworkDialog</name>
    <message>
        <source>Network settings</source>
        <translation>Netzwerkeinstellungen</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Use these settings</source>
        <translation>Diese Einstellungen verwenden</translation>
    </message>
</context>
<context>
    <name>ui::settings::NetworkPanel</name>
    <message>
        <source>Proxy</source>
        <translation>Proxy</translation>
    </message>
    <message>
        <source>Like this &amp;computer</source>
        <translation>Wie dieser &amp;Computer</translation>
    </message>
    <message>
        <source>&amp;No proxy</source>
        <translation>&amp;Kein Proxy</translation>
    </message>
    <message>
        <source>&amp;HTTP proxy</source>
        <translation>&amp;HTTP-Proxy</translation>
    </message>
    <message>
        <source>S&amp;OCKS5 proxy</source>
        <translation>S&amp;OCKS5-Proxy</translation>
    </message>
    <message>
        <source>Address of the proxy</source>
        <translation>Adresse des Proxys</translation>
    </message>
    <message>
        <source>Port of the proxy</source>
        <translation>Port des Proxys</translation>
    </message>
    <message>
        <source>&amp;Address</source>
        <translation>&amp;Adresse</translation>
    </message>
    <message>
        <source>&amp;Port</source>
        <translation>&amp;Port</translation>
    </message>
    <message>
        <source>User name for the proxy</source>
        <translation>Benutzername für den Proxy</translation>
    </message>
    <message>
        <source>Password for the proxy</source>
        <translation>Passwort für den Proxy</translation>
    </message>
    <message>
        <source>&amp;User name</source>
        <translation>&amp;Benutzername</translation>
    </message>
    <message>
        <source>Pass&amp;word</source>
        <translation>Pass&amp;wort</translation>
    </message>
    <message>
        <source>Certificates</source>
        <translation>Zertifikate</translation>
    </message>
    <message>
        <source>Certificate file of your network</source>
        <translation>Zertifikatsdatei Ihres Netzwerks</translation>
    </message>
    <message>
        <source>Choo&amp;se…</source>
        <translation>A&amp;uswählen…</translation>
    </message>
    <message>
        <source>Choose the certificate file</source>
        <translation>Zertifikatsdatei auswählen</translation>
    </message>
    <message>
        <source>Certificate &amp;file of your network (PEM)</source>
        <translation>Zertifikats&amp;datei Ihres Netzwerks (PEM)</translation>
    </message>
    <message>
        <source>Connection test</source>
        <translation>Verbindungstest</translation>
    </message>
    <message>
        <source>Tries what is entered above, step by step. The key is not sent.</source>
        <translation>Versucht Schritt für Schritt, was oben eingegeben ist. Der Schlüssel wird nicht gesendet.</translation>
    </message>
    <message>
        <source>A name or an address without http://, as your IT gave it to you.</source>
        <translation>Ein Name oder eine Adresse ohne http://, so wie Ihre IT sie Ihnen gegeben hat.</translation>
    </message>
    <message>
        <source>Only if the proxy asks for them. The password is kept in the system keychain.</source>
        <translation>Nur, wenn der Proxy danach fragt. Das Passwort wird im Schlüsselbund des Systems aufbewahrt.</translation>
    </message>
    <message>
        <source>Only if the proxy asks for them. The password is kept for this session only.</source>
        <translation>Nur, wenn der Proxy danach fragt. Das Passwort wird nur für diese Sitzung behalten.</translation>
    </message>
    <message>
        <source>S&amp;top</source>
        <translation>Anhal&amp;ten</translation>
    </message>
    <message>
        <source>&amp;Test connection</source>
        <translation>Verbindung &amp;testen</translation>
    </message>
    <message>
        <source>Certificates (*.pem *.crt *.cer)</source>
        <translation>Zertifikate (*.pem *.crt *.cer)</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>Alle Dateien (*)</translation>
    </message>
    <message>
        <source>Only for networks that inspect encrypted connections. Certificates are always checked; there is no way around it.</source>
        <translation>Nur für Netzwerke, die verschlüsselte Verbindungen prüfen. Zertifikate werden immer geprüft; das lässt sich nicht umgehen.</translation>
    </message>
    <message>
        <source>Enter the address of the proxy, or choose another way.</source>
        <translation>Geben Sie die Adresse des Proxys ein, oder wählen Sie einen anderen Weg.</translation>
    </message>
    <message>
        <source>This is not a name or an address. Enter only the host, without spaces and slashes.</source>
        <translation>Das ist kein Name und keine Adresse. Geben Sie nur den Host ein, ohne Leerzeichen und Schrägstriche.</translation>
    </message>
    <message>
        <source>The connection does not work yet.</source>
        <translation>Die Verbindung funktioniert noch nicht.</translation>
    </message>
    <message>
        <source>The connection works.</source>
        <translation>Die Verbindung funktioniert.</translation>
    </message>
    <message>
        <source>unchanged</source>
        <translation>unverändert</translation>
    </message>
</context>
<context>
    <name>ui::settings::RangeChoice</name>
    <message>
        <source>a first look</source>
        <translation>ein erster Blick</translation>
    </message>
    <message>
        <source>recommended</source>
        <translation>empfohlen</translation>
    </message>
    <message>
        <source>two months</source>
        <translation>zwei Monate</translation>
    </message>
    <message>
        <source>everything that OpenAI offers</source>
        <translation>alles, was OpenAI anbietet</translation>
    </message>
    <message>
        <source>&amp;%1 days</source>
        <translation>&amp;%1 Tage</translation>
    </message>
    <message>
        <source>%1 days</source>
        <translation>%1 Tage</translation>
    </message>
</context>
<context>
    <name>ui::settings::SettingsDialog</name>
    <message>
        <source>Settings</source>
        <translation>Einstellungen</translation>
    </message>
    <message>
        <source>Sections</source>
        <translation>Abschnitte</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Changes take effect at once, except for the network.</source>
        <translation>Änderungen gelten sofort, außer beim Netzwerk.</translation>
    </message>
    <message>
        <source>Sync</source>
        <translation>Abgleich</translation>
    </message>
    <message>
        <source>How often</source>
        <translation>Wie oft</translation>
    </message>
    <message>
        <source>Hours between two syncs</source>
        <translation>Stunden zwischen zwei Abgleichen</translation>
    </message>
    <message>
        <source> h</source>
        <comment>hours, after a number</comment>
        <translation> h</translation>
    </message>
    <message>
        <source>&amp;Hours between two syncs</source>
        <translation>&amp;Stunden zwischen zwei Abgleichen</translation>
    </message>
    <message>
        <source>Threadcount also syncs at its start, when this computer wakes up and when the network is back. F5 syncs now.</source>
        <translation>Threadcount gleicht auch beim Start ab, wenn dieser Computer aufwacht und wenn das Netzwerk wieder da ist. F5 gleicht sofort ab.</translation>
    </message>
    <message>
        <source>Data</source>
        <translation>Daten</translation>
    </message>
    <message>
        <source>How far back</source>
        <translation>Wie weit zurück</translation>
    </message>
    <message>
        <source>UTC days, today included</source>
        <translation>UTC-Tage, einschließlich heute</translation>
    </message>
    <message>
        <source>A larger choice reads the older days with a sync that starts now. A smaller one deletes nothing.</source>
        <translation>Eine größere Auswahl liest die älteren Tage mit einem Abgleich, der sofort beginnt. Eine kleinere löscht nichts.</translation>
    </message>
    <message>
        <source>How long it is kept</source>
        <translation>Wie lange aufbewahrt wird</translation>
    </message>
    <message>
        <source>Keep &amp;everything</source>
        <translation>&amp;Alles aufbewahren</translation>
    </message>
    <message>
        <source>&amp;Delete what is older</source>
        <translation>&amp;Löschen, was älter ist als</translation>
    </message>
    <message>
        <source>Months that are kept</source>
        <translation>Monate, die aufbewahrt werden</translation>
    </message>
    <message>
        <source> months</source>
        <comment>after a number of 3 and more</comment>
        <translation> Monate</translation>
    </message>
    <message>
        <source>OpenAI serves about 90 days. Older days are only on this computer: what is deleted here cannot be read again.</source>
        <translation>OpenAI bietet etwa 90 Tage an. Ältere Tage gibt es nur auf diesem Computer: Was hier gelöscht wird, lässt sich nicht noch einmal lesen.</translation>
    </message>
    <message>
        <source>Key</source>
        <translation>Schlüssel</translation>
    </message>
    <message>
        <source>No workspace is set up yet. Its key is entered in the setup.</source>
        <translation>Es ist noch kein Workspace eingerichtet. Sein Schlüssel wird bei der Einrichtung eingegeben.</translation>
    </message>
    <message>
        <source>Network</source>
        <translation>Netzwerk</translation>
    </message>
    <message>
        <source>App&amp;ly</source>
        <translation>Übe&amp;rnehmen</translation>
    </message>
    <message>
        <source>&amp;Undo changes</source>
        <translation>Änderungen &amp;zurücknehmen</translation>
    </message>
    <message>
        <source>Start-up</source>
        <translation>Start</translation>
    </message>
    <message>
        <source>Start and end</source>
        <translation>Start und Ende</translation>
    </message>
    <message>
        <source>&amp;Start Threadcount when I sign in</source>
        <translation>Threadcount bei der Anmeldung &amp;starten</translation>
    </message>
    <message>
        <source>It starts without a window and syncs by itself.</source>
        <translation>Es startet ohne Fenster und gleicht von selbst ab.</translation>
    </message>
    <message>
        <source>Not in the demo.</source>
        <translation>Nicht in der Demo.</translation>
    </message>
    <message>
        <source>When the window is closed</source>
        <translation>Wenn das Fenster geschlossen wird</translation>
    </message>
    <message>
        <source>Ask</source>
        <translation>Fragen</translation>
    </message>
    <message>
        <source>Keep syncing in the background</source>
        <translation>Im Hintergrund weiter abgleichen</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>Beenden</translation>
    </message>
    <message>
        <source>&amp;When the window is closed</source>
        <translation>Wenn das &amp;Fenster geschlossen wird</translation>
    </message>
    <message>
        <source>On a desktop without a tray, Threadcount always quits.</source>
        <translation>Auf einem Desktop ohne Platz für sein Symbol wird Threadcount immer beendet.</translation>
    </message>
    <message>
        <source>Notifications</source>
        <translation>Benachrichtigungen</translation>
    </message>
    <message>
        <source>Show &amp;notifications of the desktop</source>
        <translation>&amp;Benachrichtigungen des Desktops zeigen</translation>
    </message>
    <message>
        <source>When the scope of a key has arrived, when syncing fails for a day, and before a key expires. They never name a person.</source>
        <translation>Wenn die Berechtigung des Schlüssels da ist, wenn der Abgleich einen Tag lang scheitert und bevor ein Schlüssel abläuft. Sie nennen nie eine Person.</translation>
    </message>
    <message>
        <source>Appearance</source>
        <translation>Darstellung</translation>
    </message>
    <message>
        <source>Colours</source>
        <translation>Farben</translation>
    </message>
    <message>
        <source>Like the &amp;desktop</source>
        <translation>Wie der Desk&amp;top</translation>
    </message>
    <message>
        <source>&amp;Light</source>
        <translation>&amp;Hell</translation>
    </message>
    <message>
        <source>D&amp;ark</source>
        <translation>&amp;Dunkel</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Sprache</translation>
    </message>
    <message>
        <source>Threadcount speaks the language of your system, where it knows it, and English otherwise. Days are UTC days everywhere.</source>
        <translation>Threadcount spricht die Sprache Ihres Systems, wenn es sie kennt, sonst Englisch. Tage sind überall UTC-Tage.</translation>
    </message>
    <message>
        <source>Privacy</source>
        <translation>Datenschutz</translation>
    </message>
    <message>
        <source>What Threadcount does</source>
        <translation>Was Threadcount tut</translation>
    </message>
    <message>
        <source>Data &amp;&amp; &amp;privacy</source>
        <translation>Daten &amp;&amp; Daten&amp;schutz</translation>
    </message>
    <message>
        <source>Dia&amp;gnostics…</source>
        <translation>Dia&amp;gnose…</translation>
    </message>
    <message>
        <source>Every request that was sent, what is stored and what is never read.</source>
        <translation>Jede Anfrage, die gesendet wurde, was gespeichert ist und was nie gelesen wird.</translation>
    </message>
    <message>
        <source>A file for a support request. You see what is in it before it is saved.</source>
        <translation>Eine Datei für eine Anfrage an den Support. Sie sehen vor dem Speichern, was darin steht.</translation>
    </message>
    <message>
        <source>What Threadcount remembers</source>
        <translation>Was Threadcount sich merkt</translation>
    </message>
    <message>
        <source>&amp;Forget the view</source>
        <translation>&amp;Ansicht vergessen</translation>
    </message>
    <message>
        <source>The page, the days and the columns that you looked at last come back at the next start. No person is remembered.</source>
        <translation>Die Seite, die Tage und die Spalten, die Sie zuletzt angesehen haben, sind beim nächsten Start wieder da. Personen werden nicht gemerkt.</translation>
    </message>
    <message>
        <source>After you paste a key, Threadcount offers to empty the clipboard.</source>
        <translation>Nachdem Sie einen Schlüssel eingefügt haben, bietet Threadcount an, die Zwischenablage zu leeren.</translation>
    </message>
    <message>
        <source>Leave</source>
        <translation>Verlassen</translation>
    </message>
    <message>
        <source>&amp;Erase…</source>
        <translation>&amp;Löschen…</translation>
    </message>
    <message>
        <source>Forgets the key and deletes what is stored for this workspace. You are asked first.</source>
        <translation>Vergisst den Schlüssel und löscht, was für diesen Workspace gespeichert ist. Sie werden vorher gefragt.</translation>
    </message>
    <message>
        <source>Not saved.</source>
        <translation>Nicht gespeichert.</translation>
    </message>
    <message>
        <source>The settings were written by a newer version of Threadcount and stay as they are. Start the newer version, or install it again.</source>
        <translation>Die Einstellungen stammen von einer neueren Version von Threadcount und bleiben, wie sie sind. Starten Sie die neuere Version, oder installieren Sie sie erneut.</translation>
    </message>
    <message numerus="yes">
        <source>Delete days that are older than %n month(s)?</source>
        <translation>
            <numerusform>Tage löschen, die älter als %n Monat sind?</numerusform>
            <numerusform>Tage löschen, die älter als %n Monate sind?</numerusform>
        </translation>
    </message>
    <message>
        <source>They are deleted from this computer with the next sync and after each one that follows, for all workspaces. OpenAI no longer serves them, so they cannot be read again.</source>
        <translation>Sie werden mit dem nächsten Abgleich und nach jedem weiteren von diesem Computer gelöscht, für alle Workspaces. OpenAI bietet sie nicht mehr an; sie lassen sich daher nicht noch einmal lesen.</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Delete them</source>
        <translation>Löschen</translation>
    </message>
    <message>
        <source>Not changed.</source>
        <translation>Nicht geändert.</translation>
    </message>
    <message>
        <source>Applied from the next request on.</source>
        <translation>Übernommen. Es gilt ab der nächsten Anfrage.</translation>
    </message>
    <message>
        <source>Applied. The password could not be kept in the keychain and is used until you quit Threadcount. %1</source>
        <translation>Übernommen. Das Passwort ließ sich nicht im Schlüsselbund aufbewahren und gilt, bis Threadcount endet. %1</translation>
    </message>
    <message>
        <source>Apply the changes of the network settings?</source>
        <translation>Die Änderungen am Netzwerk übernehmen?</translation>
    </message>
    <message>
        <source>They are not applied yet.</source>
        <translation>Sie gelten noch nicht.</translation>
    </message>
    <message>
        <source>Go back</source>
        <translation>Zurück</translation>
    </message>
    <message>
        <source>Discard</source>
        <translation>Verwerfen</translation>
    </message>
    <message>
        <source>Apply</source>
        <translation>Übernehmen</translation>
    </message>
</context>
<context>
    <name>ui::shell::AppController</name>
    <message numerus="yes">
        <source>The key was removed and %n file(s) were deleted.</source>
        <translation>
            <numerusform>Der Schlüssel wurde entfernt und %n Datei gelöscht.</numerusform>
            <numerusform>Der Schlüssel wurde entfernt und %n Dateien gelöscht.</numerusform>
        </translation>
    </message>
    <message>
        <source>Nowhere</source>
        <translation>Nirgends</translation>
    </message>
    <message>
        <source>System keychain</source>
        <translation>Schlüsselbund des Systems</translation>
    </message>
    <message>
        <source>Memory, for this session only</source>
        <translation>Arbeitsspeicher, nur für diese Sitzung</translation>
    </message>
    <message>
        <source>Not yet</source>
        <translation>Noch nicht</translation>
    </message>
    <message>
        <source>Not known</source>
        <translation>Nicht bekannt</translation>
    </message>
    <message numerus="yes">
        <source>%1, %n day(s) ago</source>
        <comment>day</comment>
        <translation>
            <numerusform>%1, vor %n Tag</numerusform>
            <numerusform>%1, vor %n Tagen</numerusform>
        </translation>
    </message>
    <message>
        <source>%1, today</source>
        <comment>day</comment>
        <translation>%1, heute</translation>
    </message>
    <message numerus="yes">
        <source>%1, in %n day(s)</source>
        <comment>day</comment>
        <translation>
            <numerusform>%1, in %n Tag</numerusform>
            <numerusform>%1, in %n Tagen</numerusform>
        </translation>
    </message>
    <message>
        <source>The scope of %1 has arrived.</source>
        <comment>workspace</comment>
        <translation>Die Berechtigung für %1 ist da.</translation>
    </message>
    <message>
        <source>Choose the workspace in the list above to fetch its days.</source>
        <translation>Wählen Sie den Workspace oben in der Liste, um seine Tage abzurufen.</translation>
    </message>
    <message>
        <source>Name of the workspace</source>
        <translation>Name des Workspace</translation>
    </message>
    <message>
        <source>Only on this computer: OpenAI does not tell Threadcount what a workspace is called. Without a name the beginning of its id is shown.</source>
        <translation>Nur auf diesem Computer: OpenAI teilt Threadcount nicht mit, wie ein Workspace heißt. Ohne Namen wird der Anfang seiner ID gezeigt.</translation>
    </message>
    <message>
        <source>&amp;Name</source>
        <translation>&amp;Name</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Speichern</translation>
    </message>
    <message>
        <source>Erase %1 from this computer?</source>
        <comment>workspace</comment>
        <translation>%1 von diesem Computer löschen?</translation>
    </message>
    <message>
        <source>Forgets the key and deletes the cached counts and the list of requests of this workspace. Other workspaces stay. It cannot be undone, and days more than 90 days ago cannot be fetched again.</source>
        <translation>Vergisst den Schlüssel und löscht die gespeicherten Zahlen und die Liste der Anfragen dieses Workspace. Andere Workspaces bleiben. Das lässt sich nicht rückgängig machen, und Tage, die mehr als 90 Tage zurückliegen, lassen sich nicht mehr abrufen.</translation>
    </message>
    <message>
        <source>Forgets the key and deletes the cached counts, the list of requests, the settings and the logs of this computer. It cannot be undone, and days more than 90 days ago cannot be fetched again.</source>
        <translation>Vergisst den Schlüssel und löscht die gespeicherten Zahlen, die Liste der Anfragen, die Einstellungen und die Protokolle dieses Computers. Das lässt sich nicht rückgängig machen, und Tage, die mehr als 90 Tage zurückliegen, lassen sich nicht mehr abrufen.</translation>
    </message>
    <message>
        <source>Type &amp;%1 to confirm</source>
        <comment>a name or the beginning of an id</comment>
        <translation>Zur Bestätigung &amp;%1 eingeben</translation>
    </message>
    <message>
        <source>Erase now</source>
        <translation>Jetzt löschen</translation>
    </message>
    <message>
        <source>Everything about the workspace %1 was erased from this computer.</source>
        <translation>Alles zum Workspace %1 wurde von diesem Computer gelöscht.</translation>
    </message>
    <message>
        <source>The local cache of the workspace %1 is gone.</source>
        <translation>Der lokale Cache des Workspace %1 ist weg.</translation>
    </message>
    <message>
        <source>It was erased or moved while the window was open. Set the workspace up again to fetch its history once more.</source>
        <translation>Er wurde gelöscht oder verschoben, während das Fenster offen war. Richten Sie den Workspace neu ein, um seine Tage noch einmal abzurufen.</translation>
    </message>
</context>
<context>
    <name>ui::shell::Background</name>
    <message>
        <source>Keep syncing while the window is closed?</source>
        <translation>Weiter abgleichen, wenn das Fenster geschlossen ist?</translation>
    </message>
    <message>
        <source>Threadcount can stay in the tray and keep the numbers up to date, several times a day. You can change this in Settings.</source>
        <translation>Threadcount kann im Infobereich bleiben und die Zahlen mehrmals täglich aktuell halten. Sie können das in den Einstellungen ändern.</translation>
    </message>
    <message>
        <source>Keep syncing in the background</source>
        <translation>Im Hintergrund weiter abgleichen</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>Beenden</translation>
    </message>
</context>
<context>
    <name>ui::shell::CommandPalette</name>
    <message>
        <source>Go to</source>
        <translation>Gehe zu</translation>
    </message>
    <message>
        <source>Page, range, command or person</source>
        <translation>Seite, Zeitraum, Befehl oder Person</translation>
    </message>
    <message>
        <source>Results</source>
        <translation>Treffer</translation>
    </message>
    <message>
        <source>Nothing is called like this.</source>
        <translation>Nichts heißt so.</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <comment>a command, where it stands and its shortcut</comment>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>%1  %2</source>
        <comment>menu, shortcut of a command</comment>
        <translation>%1  %2</translation>
    </message>
    <message>
        <source>Engineer</source>
        <translation>Person</translation>
    </message>
</context>
<context>
    <name>ui::shell::DiagnosticsDialog</name>
    <message>
        <source>Diagnostics</source>
        <translation>Diagnose</translation>
    </message>
    <message>
        <source>For whoever helps you: versions, settings, counts, the last requests and log lines, in English. It holds no key, no name or mail address, no host, and nobody&apos;s usage.</source>
        <translation>Für alle, die Ihnen helfen: Versionen, Einstellungen, Anzahlen, die letzten Anfragen und Protokollzeilen, auf Englisch. Ohne Schlüssel, ohne Namen und E-Mail-Adressen, ohne Hosts und ohne die Nutzung von irgendjemandem.</translation>
    </message>
    <message>
        <source>Nothing is sent. You see all of it here, and you decide who gets it.</source>
        <translation>Nichts wird gesendet. Sie sehen hier alles, und Sie entscheiden, wer es bekommt.</translation>
    </message>
    <message>
        <source>Looking through cache and log</source>
        <translation>Cache und Protokoll werden durchgesehen</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>&amp;Copy</source>
        <translation>&amp;Kopieren</translation>
    </message>
    <message>
        <source>&amp;Save…</source>
        <translation>&amp;Speichern…</translation>
    </message>
    <message>
        <source>Looking through cache and log…</source>
        <translation>Cache und Protokoll werden durchgesehen…</translation>
    </message>
    <message>
        <source>Copied.</source>
        <translation>Kopiert.</translation>
    </message>
    <message>
        <source>Save the diagnostics</source>
        <translation>Diagnose speichern</translation>
    </message>
    <message>
        <source>Text file (*.txt)</source>
        <translation>Textdatei (*.txt)</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <comment>what happened, what to do now</comment>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>Saved as %1.</source>
        <translation>Gespeichert als %1.</translation>
    </message>
</context>
<context>
    <name>ui::shell::ExportDialog</name>
    <message>
        <source>Usage of each engineer</source>
        <translation>Nutzung jeder Person</translation>
    </message>
    <message>
        <source>One row for each person and UTC day: threads, turns, credits, tokens, lines.</source>
        <translation>Eine Zeile je Person und UTC-Tag: Threads, Turns, Credits, Tokens, Zeilen.</translation>
    </message>
    <message>
        <source>Usage by surface</source>
        <translation>Nutzung nach Oberfläche</translation>
    </message>
    <message>
        <source>One row for each person, UTC day and client, such as the command line or an editor.</source>
        <translation>Eine Zeile je Person, UTC-Tag und Client, etwa Befehlszeile oder Editor.</translation>
    </message>
    <message>
        <source>Usage by model</source>
        <translation>Nutzung nach Modell</translation>
    </message>
    <message>
        <source>One row for each person, UTC day, model and speed.</source>
        <translation>Eine Zeile je Person, UTC-Tag, Modell und Geschwindigkeit.</translation>
    </message>
    <message>
        <source>Usage of the workspace</source>
        <translation>Nutzung des Workspace</translation>
    </message>
    <message>
        <source>One row for each UTC day, as the service counts the whole workspace. Names nobody.</source>
        <translation>Eine Zeile je UTC-Tag, wie der Dienst den ganzen Workspace zählt. Nennt niemanden.</translation>
    </message>
    <message>
        <source>Code reviews</source>
        <translation>Code-Reviews</translation>
    </message>
    <message>
        <source>One row for each UTC day: reviews and their comments by priority.</source>
        <translation>Eine Zeile je UTC-Tag: Reviews und ihre Kommentare nach Priorität.</translation>
    </message>
    <message>
        <source>Responses to code reviews</source>
        <translation>Antworten auf Code-Reviews</translation>
    </message>
    <message>
        <source>One row for each UTC day: comments that were answered, and votes.</source>
        <translation>Eine Zeile je UTC-Tag: beantwortete Kommentare und Stimmen.</translation>
    </message>
    <message>
        <source>Engineers</source>
        <translation>Personen</translation>
    </message>
    <message>
        <source>One row for each person with counts in these days, with first and last day.</source>
        <translation>Eine Zeile je Person mit Zahlen in diesen Tagen, mit erstem und letztem Tag.</translation>
    </message>
    <message>
        <source>Requests to the service</source>
        <translation>Anfragen an den Dienst</translation>
    </message>
    <message>
        <source>One row for each request that was sent in these days. Names nobody.</source>
        <translation>Eine Zeile je Anfrage, die in diesen Tagen gesendet wurde. Nennt niemanden.</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>Exportieren</translation>
    </message>
    <message>
        <source>What</source>
        <translation>Was</translation>
    </message>
    <message>
        <source>Format</source>
        <translation>Format</translation>
    </message>
    <message>
        <source>CSV</source>
        <translation>CSV</translation>
    </message>
    <message>
        <source>JSON</source>
        <translation>JSON</translation>
    </message>
    <message>
        <source>%1, UTC days</source>
        <comment>first to last day</comment>
        <translation>%1, UTC-Tage</translation>
    </message>
    <message>
        <source>Replace people by pseudonyms</source>
        <translation>Personen durch Pseudonyme ersetzen</translation>
    </message>
    <message>
        <source>Writing the file</source>
        <translation>Datei wird geschrieben</translation>
    </message>
    <message>
        <source>Choose the file…</source>
        <translation>Datei wählen…</translation>
    </message>
    <message>
        <source>&amp;What</source>
        <translation>&amp;Was</translation>
    </message>
    <message>
        <source>Days</source>
        <translation>Tage</translation>
    </message>
    <message>
        <source>Export to</source>
        <translation>Exportieren nach</translation>
    </message>
    <message>
        <source>CSV file (*.csv)</source>
        <translation>CSV-Datei (*.csv)</translation>
    </message>
    <message>
        <source>JSON file (*.json)</source>
        <translation>JSON-Datei (*.json)</translation>
    </message>
    <message>
        <source>The export was stopped. No file was written.</source>
        <translation>Der Export wurde angehalten. Es wurde keine Datei geschrieben.</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <comment>what happened, what to do now</comment>
        <translation>%1 %2</translation>
    </message>
    <message numerus="yes">
        <source>%n row(s) written to %1.</source>
        <translation>
            <numerusform>%n Zeile nach %1 geschrieben.</numerusform>
            <numerusform>%n Zeilen nach %1 geschrieben.</numerusform>
        </translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Anhalten</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>The same person has the same pseudonym in every export from this computer. Mail addresses are left out.</source>
        <translation>Dieselbe Person hat in jedem Export von diesem Computer dasselbe Pseudonym. E-Mail-Adressen entfallen.</translation>
    </message>
    <message numerus="yes">
        <source>%n row(s) written to %1 (%2).</source>
        <translation>
            <numerusform>%n Zeile nach %1 geschrieben (%2).</numerusform>
            <numerusform>%n Zeilen nach %1 geschrieben (%2).</numerusform>
        </translation>
    </message>
    <message>
        <source>Completeness</source>
        <translation>Vollständigkeit</translation>
    </message>
    <message>
        <source>One row for each UTC day and dataset: its state, and when it was read. Names nobody.</source>
        <translation>Eine Zeile je UTC-Tag und Datenart: der Stand und wann gelesen wurde. Nennt niemanden.</translation>
    </message>
    <message>
        <source>Restated days</source>
        <translation>Später geänderte Tage</translation>
    </message>
    <message>
        <source>One row for each total of these days that OpenAI changed later. Names nobody.</source>
        <translation>Eine Zeile je Summe dieser Tage, die OpenAI später geändert hat. Nennt niemanden.</translation>
    </message>
    <message>
        <source>Reconciliation</source>
        <translation>Gegenprobe</translation>
    </message>
    <message>
        <source>One row for each UTC day: the workspace&apos;s own row against the sum over engineers. Names nobody.</source>
        <translation>Eine Zeile je UTC-Tag: die eigene Zeile des Workspace neben der Summe über alle Personen. Nennt niemanden.</translation>
    </message>
    <message>
        <source>What is stored</source>
        <translation>Was gespeichert ist</translation>
    </message>
    <message>
        <source>One row for each kind of data in the cache, whatever the days. Names nobody.</source>
        <translation>Eine Zeile je Art von Daten im Cache, unabhängig von den Tagen. Nennt niemanden.</translation>
    </message>
</context>
<context>
    <name>ui::shell::LineDialog</name>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
</context>
<context>
    <name>ui::shell::MainWindow</name>
    <message>
        <source>Threadcount</source>
        <translation>Threadcount</translation>
    </message>
    <message>
        <source>&amp;File</source>
        <translation>&amp;Datei</translation>
    </message>
    <message>
        <source>&amp;Sync now</source>
        <translation>&amp;Jetzt abgleichen</translation>
    </message>
    <message>
        <source>Sync now (F5)</source>
        <translation>Jetzt abgleichen (F5)</translation>
    </message>
    <message>
        <source>S&amp;top the sync</source>
        <translation>Abgleich &amp;anhalten</translation>
    </message>
    <message>
        <source>&amp;Disconnect…</source>
        <translation>&amp;Trennen…</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>&amp;Beenden</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>&amp;Ansicht</translation>
    </message>
    <message>
        <source>Last &amp;7 days</source>
        <translation>Letzte &amp;7 Tage</translation>
    </message>
    <message>
        <source>Last &amp;30 days</source>
        <translation>Letzte &amp;30 Tage</translation>
    </message>
    <message>
        <source>Last &amp;90 days</source>
        <translation>Letzte &amp;90 Tage</translation>
    </message>
    <message>
        <source>&amp;Appearance</source>
        <translation>&amp;Darstellung</translation>
    </message>
    <message>
        <source>Like the &amp;desktop</source>
        <translation>Wie der Desk&amp;top</translation>
    </message>
    <message>
        <source>&amp;Light</source>
        <translation>&amp;Hell</translation>
    </message>
    <message>
        <source>D&amp;ark</source>
        <translation>&amp;Dunkel</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>&amp;Hilfe</translation>
    </message>
    <message>
        <source>&amp;About Threadcount</source>
        <translation>Ü&amp;ber Threadcount</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>Details</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Erneut versuchen</translation>
    </message>
    <message>
        <source>Threadcount, demo data</source>
        <translation>Threadcount, Demodaten</translation>
    </message>
    <message>
        <source>Demo data.</source>
        <translation>Demodaten.</translation>
    </message>
    <message>
        <source>A made-up company, served by a simulator on this computer. Nothing here comes from a workspace of yours.</source>
        <translation>Eine erfundene Firma, geliefert von einem Simulator auf diesem Computer. Nichts davon stammt aus einem Ihrer Workspaces.</translation>
    </message>
    <message>
        <source>Not the OpenAI service.</source>
        <translation>Nicht der Dienst von OpenAI.</translation>
    </message>
    <message>
        <source>Data comes from %1, because the base URL was changed. Keys of the keychain are not sent there.</source>
        <translation>Die Daten kommen von %1, weil die Basis-URL geändert wurde. Schlüssel aus dem Schlüsselbund werden nicht dorthin gesendet.</translation>
    </message>
    <message>
        <source>Kind: %1</source>
        <translation>Art: %1</translation>
    </message>
    <message>
        <source>HTTP status: %1</source>
        <translation>HTTP-Status: %1</translation>
    </message>
    <message>
        <source>About: %1</source>
        <comment>an endpoint, a file, a field</comment>
        <translation>Betrifft: %1</translation>
    </message>
    <message>
        <source>Threadcount %1</source>
        <translation>Threadcount %1</translation>
    </message>
    <message>
        <source>Shows how the engineers of a ChatGPT Enterprise workspace use Codex. Counts, never content: it reads daily totals with one key and keeps them on this computer.

Free software under the GNU General Public License, version 3 or later. It comes without any warranty.</source>
        <translation>Zeigt, wie die Entwicklungsteams eines ChatGPT-Enterprise-Workspace Codex nutzen. Zahlen, nie Inhalte: Es liest Tagessummen mit einem einzigen Schlüssel und bewahrt sie auf diesem Computer auf.

Freie Software unter der GNU General Public License, Version 3 oder später. Ohne jede Gewährleistung.</translation>
    </message>
    <message>
        <source>Disconnect this workspace?</source>
        <translation>Diesen Workspace trennen?</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Disconnect</source>
        <translation>Trennen</translation>
    </message>
    <message>
        <source>Disconnect and erase…</source>
        <translation>Trennen und löschen…</translation>
    </message>
    <message>
        <source>&amp;Export…</source>
        <translation>E&amp;xport…</translation>
    </message>
    <message>
        <source>&amp;Print…</source>
        <translation>D&amp;rucken…</translation>
    </message>
    <message>
        <source>&amp;Copy the workspace id</source>
        <translation>Workspace-ID &amp;kopieren</translation>
    </message>
    <message>
        <source>&amp;Go</source>
        <translation>&amp;Gehe zu</translation>
    </message>
    <message>
        <source>&amp;Go to…</source>
        <translation>&amp;Gehe zu…</translation>
    </message>
    <message>
        <source>&amp;Find on this page</source>
        <translation>Auf dieser Seite &amp;suchen</translation>
    </message>
    <message>
        <source>&amp;Back</source>
        <translation>&amp;Zurück</translation>
    </message>
    <message>
        <source>F&amp;orward</source>
        <translation>&amp;Vorwärts</translation>
    </message>
    <message>
        <source>&amp;Shortcuts</source>
        <translation>&amp;Tastenkürzel</translation>
    </message>
    <message>
        <source>&amp;Custom range…</source>
        <translation>&amp;Eigener Zeitraum…</translation>
    </message>
    <message>
        <source>&amp;Daily</source>
        <translation>Tä&amp;glich</translation>
    </message>
    <message>
        <source>&amp;Weekly</source>
        <translation>&amp;Wöchentlich</translation>
    </message>
    <message>
        <source>Charts as &amp;tables</source>
        <translation>Diagramme als &amp;Tabellen</translation>
    </message>
    <message>
        <source>Show as</source>
        <translation>Zeigen als</translation>
    </message>
    <message>
        <source>Charts</source>
        <translation>Diagramme</translation>
    </message>
    <message>
        <source>Table</source>
        <translation>Tabelle</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>Export…</translation>
    </message>
    <message>
        <source>Write the counts of this range to a file (Ctrl+E)</source>
        <translation>Die Zahlen dieses Zeitraums in eine Datei schreiben (Strg+E)</translation>
    </message>
    <message>
        <source>Demo data</source>
        <translation>Demodaten</translation>
    </message>
    <message numerus="yes">
        <source>Ranges of more than %n day(s) are shown in weeks.</source>
        <translation>
            <numerusform>Zeiträume von mehr als %n Tag werden in Wochen gezeigt.</numerusform>
            <numerusform>Zeiträume von mehr als %n Tagen werden in Wochen gezeigt.</numerusform>
        </translation>
    </message>
    <message>
        <source>Weekly</source>
        <translation>Wöchentlich</translation>
    </message>
    <message>
        <source>Daily</source>
        <translation>Täglich</translation>
    </message>
    <message>
        <source>In a chart</source>
        <translation>In einem Diagramm</translation>
    </message>
    <message>
        <source>From point to point</source>
        <translation>Von Punkt zu Punkt</translation>
    </message>
    <message>
        <source>To the first, to the last point</source>
        <translation>Zum ersten, zum letzten Punkt</translation>
    </message>
    <message>
        <source>Chart or table</source>
        <translation>Diagramm oder Tabelle</translation>
    </message>
    <message>
        <source>In a table of people</source>
        <translation>In einer Personentabelle</translation>
    </message>
    <message>
        <source>Open the person</source>
        <translation>Person öffnen</translation>
    </message>
    <message>
        <source>Copy the chosen rows</source>
        <translation>Ausgewählte Zeilen kopieren</translation>
    </message>
    <message>
        <source>&amp;Diagnostics…</source>
        <translation>&amp;Diagnose…</translation>
    </message>
    <message>
        <source>&amp;Workspace</source>
        <translation>&amp;Workspace</translation>
    </message>
    <message>
        <source>&amp;Add a workspace…</source>
        <translation>Workspace &amp;hinzufügen…</translation>
    </message>
    <message>
        <source>Re&amp;name…</source>
        <translation>&amp;Umbenennen…</translation>
    </message>
    <message>
        <source>&amp;Pause syncing</source>
        <translation>Abgleich unter&amp;brechen</translation>
    </message>
    <message>
        <source>Replace the &amp;key…</source>
        <translation>Schlüssel &amp;ersetzen…</translation>
    </message>
    <message>
        <source>&amp;Erase…</source>
        <translation>&amp;Löschen…</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Zurücknehmen</translation>
    </message>
    <message>
        <source>Rebuild from OpenAI…</source>
        <translation>Mit OpenAI neu aufbauen…</translation>
    </message>
    <message>
        <source>Erase…</source>
        <translation>Löschen…</translation>
    </message>
    <message>
        <source>%1 - Threadcount</source>
        <comment>name of a workspace</comment>
        <translation>%1 - Threadcount</translation>
    </message>
    <message>
        <source>The key is forgotten.</source>
        <translation>Der Schlüssel ist vergessen.</translation>
    </message>
    <message numerus="yes">
        <source>It was removed at once. You can still undo this for %n second(s).</source>
        <translation>
            <numerusform>Er wurde sofort von seinem Ort entfernt. Sie können das noch %n Sekunde lang zurücknehmen.</numerusform>
            <numerusform>Er wurde sofort von seinem Ort entfernt. Sie können das noch %n Sekunden lang zurücknehmen.</numerusform>
        </translation>
    </message>
    <message>
        <source>The cache is opened</source>
        <translation>Der Cache wird geöffnet</translation>
    </message>
    <message>
        <source>After an update this can take a moment.</source>
        <translation>Nach einer Aktualisierung kann das einen Moment dauern.</translation>
    </message>
    <message>
        <source>Nothing of it is shown, because its figures could be wrong. Rebuilding fetches the last 90 days from OpenAI once more.</source>
        <translation>Nichts davon wird gezeigt, denn die Zahlen könnten falsch sein. Der Neuaufbau ruft die letzten 90 Tage noch einmal von OpenAI ab.</translation>
    </message>
    <message>
        <source>Rebuild the cache from OpenAI?</source>
        <translation>Den Cache mit Daten von OpenAI neu aufbauen?</translation>
    </message>
    <message>
        <source>The damaged file is set aside as cache.damaged.db, and an empty cache takes its place. The next sync fetches up to 90 days again. Older days cannot be fetched any more, and the list of earlier requests begins anew. Key and settings stay.</source>
        <translation>Die beschädigte Datei wird als cache.damaged.db beiseitegelegt, und ein leerer Cache tritt an ihre Stelle. Der nächste Abgleich ruft bis zu 90 Tage noch einmal ab. Ältere Tage lassen sich nicht mehr abrufen, und die Liste der bisherigen Anfragen beginnt neu. Schlüssel und Einstellungen bleiben.</translation>
    </message>
    <message>
        <source>Rebuild</source>
        <translation>Neu aufbauen</translation>
    </message>
    <message>
        <source>Threadcount forgets the key and stops syncing. What is stored stays on this computer and the charts keep working. The key itself stays valid at OpenAI; delete it there if nobody needs it any more. You can undo this for a few seconds.</source>
        <translation>Threadcount vergisst den Schlüssel und gleicht nicht mehr ab. Was gespeichert ist, bleibt auf diesem Computer, und die Diagramme funktionieren weiter. Der Schlüssel selbst bleibt bei OpenAI gültig; löschen Sie ihn dort, wenn niemand ihn mehr braucht. Sie können dies einige Sekunden lang zurücknehmen.</translation>
    </message>
    <message>
        <source>S&amp;ettings…</source>
        <translation>Einstellun&amp;gen…</translation>
    </message>
</context>
<context>
    <name>ui::shell::NavigationBar</name>
    <message>
        <source>Pages</source>
        <translation>Seiten</translation>
    </message>
    <message>
        <source>Threadcount</source>
        <translation>Threadcount</translation>
    </message>
    <message>
        <source>Counts, never content.
Read-only, local cache</source>
        <translation>Zahlen, nie Inhalte.
Nur lesend, lokaler Cache</translation>
    </message>
    <message>
        <source>Go to…</source>
        <translation>Gehe zu…</translation>
    </message>
</context>
<context>
    <name>ui::shell::NavigationItem</name>
    <message>
        <source>%1 (%2)</source>
        <comment>page or command, its shortcut</comment>
        <translation>%1 (%2)</translation>
    </message>
</context>
<context>
    <name>ui::shell::NoticeCenter</name>
    <message>
        <source>The key can read the Codex analytics now</source>
        <translation>Der Schlüssel kann Codex Analytics jetzt lesen</translation>
    </message>
    <message>
        <source>OpenAI has applied the scope. Syncing goes on by itself.</source>
        <translation>OpenAI hat die Berechtigung erteilt. Der Abgleich geht von selbst weiter.</translation>
    </message>
    <message>
        <source>OpenAI has applied the scope. Open Threadcount to fetch the first days.</source>
        <translation>OpenAI hat die Berechtigung erteilt. Öffnen Sie Threadcount, um die ersten Tage abzurufen.</translation>
    </message>
    <message numerus="yes">
        <source>No sync for %n day(s)</source>
        <translation>
            <numerusform>Kein Abgleich seit %n Tag</numerusform>
            <numerusform>Kein Abgleich seit %n Tagen</numerusform>
        </translation>
    </message>
    <message>
        <source>The charts keep showing what is stored. Open Threadcount to see why, and what to do.</source>
        <translation>Die Diagramme zeigen weiter, was gespeichert ist. Öffnen Sie Threadcount, um den Grund und den nächsten Schritt zu sehen.</translation>
    </message>
    <message numerus="yes">
        <source>The key expires in %n day(s)</source>
        <translation>
            <numerusform>Der Schlüssel läuft in %n Tag ab</numerusform>
            <numerusform>Der Schlüssel läuft in %n Tagen ab</numerusform>
        </translation>
    </message>
    <message>
        <source>The key expires tomorrow</source>
        <translation>Der Schlüssel läuft morgen ab</translation>
    </message>
    <message>
        <source>The key expires today</source>
        <translation>Der Schlüssel läuft heute ab</translation>
    </message>
    <message>
        <source>The key has expired</source>
        <translation>Der Schlüssel ist abgelaufen</translation>
    </message>
    <message>
        <source>Replace it in the settings: what is stored stays. A new key may need its scope from OpenAI first.</source>
        <translation>Ersetzen Sie ihn in den Einstellungen: Was gespeichert ist, bleibt. Ein neuer Schlüssel braucht eventuell zuerst seine Berechtigung von OpenAI.</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>name of a workspace, sentence</comment>
        <translation>%1: %2</translation>
    </message>
</context>
<context>
    <name>ui::shell::Notifier</name>
    <message>
        <source>Open</source>
        <comment>the window, from a notification</comment>
        <translation>Öffnen</translation>
    </message>
</context>
<context>
    <name>ui::shell::PagePrinter</name>
    <message>
        <source>Threadcount. Counts, never content.</source>
        <translation>Threadcount. Zahlen, nie Inhalte.</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <comment>sheet, all sheets</comment>
        <translation>%1 von %2</translation>
    </message>
    <message>
        <source>Print</source>
        <translation>Drucken</translation>
    </message>
</context>
<context>
    <name>ui::shell::RangePopup</name>
    <message>
        <source>Range of your own</source>
        <translation>Eigener Zeitraum</translation>
    </message>
    <message>
        <source>First day</source>
        <translation>Erster Tag</translation>
    </message>
    <message>
        <source>Last day</source>
        <translation>Letzter Tag</translation>
    </message>
    <message>
        <source>&amp;First day</source>
        <translation>&amp;Erster Tag</translation>
    </message>
    <message>
        <source>&amp;Last day</source>
        <translation>&amp;Letzter Tag</translation>
    </message>
    <message>
        <source>UTC days, both included. Today is not complete yet.</source>
        <translation>UTC-Tage, beide eingeschlossen. Der heutige Tag ist noch nicht vollständig.</translation>
    </message>
    <message>
        <source>Show these days</source>
        <translation>Diese Tage zeigen</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
</context>
<context>
    <name>ui::shell::ShortcutsDialog</name>
    <message>
        <source>Shortcuts</source>
        <translation>Tastenkürzel</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>what a shortcut does, its keys</comment>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
</context>
<context>
    <name>ui::shell::StatusStrip</name>
    <message>
        <source>Completeness, sync times and key</source>
        <translation>Vollständigkeit, Abgleichzeiten und Schlüssel</translation>
    </message>
    <message>
        <source>Fetch again</source>
        <translation>Erneut abrufen</translation>
    </message>
    <message>
        <source>Fetch the missing days again</source>
        <translation>Die fehlenden Tage erneut abrufen</translation>
    </message>
    <message>
        <source>No key</source>
        <translation>Kein Schlüssel</translation>
    </message>
    <message>
        <source>Key %1</source>
        <comment>last four characters</comment>
        <translation>Schlüssel %1</translation>
    </message>
</context>
<context>
    <name>ui::shell::SyncPanel</name>
    <message>
        <source>Sync</source>
        <translation>Abgleich</translation>
    </message>
    <message>
        <source>Progress of the sync</source>
        <translation>Fortschritt des Abgleichs</translation>
    </message>
    <message>
        <source>Sync now</source>
        <translation>Jetzt abgleichen</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Anhalten</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>name of a fact, its value</comment>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>Resume syncing</source>
        <translation>Abgleich fortsetzen</translation>
    </message>
    <message>
        <source>Pause syncing</source>
        <translation>Abgleich unterbrechen</translation>
    </message>
</context>
<context>
    <name>ui::shell::TopBar</name>
    <message>
        <source>Workspace, range and sync</source>
        <translation>Workspace, Zeitraum und Abgleich</translation>
    </message>
    <message>
        <source>Range</source>
        <translation>Zeitraum</translation>
    </message>
    <message>
        <source>7 d</source>
        <comment>last 7 days, on a button</comment>
        <translation>7&#xa0;T</translation>
    </message>
    <message>
        <source>30 d</source>
        <comment>last 30 days, on a button</comment>
        <translation>30&#xa0;T</translation>
    </message>
    <message>
        <source>90 d</source>
        <comment>last 90 days, on a button</comment>
        <translation>90&#xa0;T</translation>
    </message>
    <message>
        <source>Custom</source>
        <comment>range of days</comment>
        <translation>Zeitraum</translation>
    </message>
    <message>
        <source>Last 7 days</source>
        <translation>Letzte 7 Tage</translation>
    </message>
    <message>
        <source>Last 30 days</source>
        <translation>Letzte 30 Tage</translation>
    </message>
    <message>
        <source>Last 90 days</source>
        <translation>Letzte 90 Tage</translation>
    </message>
    <message>
        <source>Custom range</source>
        <translation>Eigener Zeitraum</translation>
    </message>
    <message>
        <source>Demo data</source>
        <translation>Demodaten</translation>
    </message>
    <message>
        <source>Sync now</source>
        <translation>Jetzt abgleichen</translation>
    </message>
    <message>
        <source>Workspace %1</source>
        <translation>Workspace %1</translation>
    </message>
    <message>
        <source>Choose the first and the last day</source>
        <translation>Ersten und letzten Tag wählen</translation>
    </message>
    <message>
        <source>Workspace</source>
        <translation>Workspace</translation>
    </message>
    <message>
        <source>One column stands for</source>
        <translation>Eine Säule steht für</translation>
    </message>
    <message>
        <source>One column stands for: %1</source>
        <translation>Eine Säule steht für: %1</translation>
    </message>
    <message>
        <source>%1. Press for the details of the sync.</source>
        <translation>%1. Drücken zeigt die Einzelheiten des Abgleichs.</translation>
    </message>
    <message>
        <source>Workspace %1, %2</source>
        <comment>name, id</comment>
        <translation>Workspace %1, %2</translation>
    </message>
</context>
<context>
    <name>ui::shell::TrayIcon</name>
    <message>
        <source>Open Threadcount</source>
        <translation>Threadcount öffnen</translation>
    </message>
    <message>
        <source>Sync now</source>
        <translation>Jetzt abgleichen</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>Beenden</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>name of a workspace, state</comment>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>Not set up yet</source>
        <translation>Noch nicht eingerichtet</translation>
    </message>
    <message numerus="yes">
        <source>and %n more workspace(s)</source>
        <translation>
            <numerusform>und %n weiterer Workspace</numerusform>
            <numerusform>und %n weitere Workspaces</numerusform>
        </translation>
    </message>
    <message>
        <source>Resume syncing</source>
        <translation>Abgleich fortsetzen</translation>
    </message>
    <message>
        <source>Pause syncing</source>
        <translation>Abgleich unterbrechen</translation>
    </message>
    <message>
        <source>Threadcount
%1</source>
        <comment>states of the workspaces, one a line</comment>
        <translation>Threadcount
%1</translation>
    </message>
</context>
<context>
    <name>ui::shell::statustext</name>
    <message>
        <source>Waiting, next try %1</source>
        <comment>time</comment>
        <translation>Wartet, nächster Versuch %1</translation>
    </message>
    <message>
        <source>Waiting to try again</source>
        <translation>Wartet auf neuen Versuch</translation>
    </message>
    <message>
        <source>Syncing</source>
        <translation>Abgleich läuft</translation>
    </message>
    <message>
        <source>Finishing the sync</source>
        <translation>Abgleich wird beendet</translation>
    </message>
    <message>
        <source>Offline, data of %1</source>
        <comment>time</comment>
        <translation>Offline, Stand %1</translation>
    </message>
    <message>
        <source>Offline</source>
        <translation>Offline</translation>
    </message>
    <message>
        <source>Sync stopped</source>
        <translation>Abgleich angehalten</translation>
    </message>
    <message>
        <source>Another sync is running</source>
        <translation>Ein anderer Abgleich läuft</translation>
    </message>
    <message>
        <source>Key not accepted</source>
        <translation>Schlüssel nicht akzeptiert</translation>
    </message>
    <message>
        <source>Waiting for the scope</source>
        <translation>Wartet auf Berechtigung</translation>
    </message>
    <message>
        <source>Access denied</source>
        <translation>Zugriff verweigert</translation>
    </message>
    <message>
        <source>Needs the key</source>
        <translation>Braucht den Schlüssel</translation>
    </message>
    <message>
        <source>Sync failed</source>
        <translation>Abgleich gescheitert</translation>
    </message>
    <message>
        <source>Not synced yet</source>
        <translation>Noch nicht abgeglichen</translation>
    </message>
    <message>
        <source>Synced %1</source>
        <comment>time</comment>
        <translation>Abgeglichen %1</translation>
    </message>
    <message>
        <source>Synced</source>
        <translation>Abgeglichen</translation>
    </message>
    <message>
        <source>Last sync %1</source>
        <comment>time</comment>
        <translation>Abgleich %1</translation>
    </message>
    <message>
        <source>Not synced yet, next about %1</source>
        <comment>time</comment>
        <translation>Noch nicht abgeglichen, nächster ca. %1</translation>
    </message>
    <message>
        <source>%1, next about %2</source>
        <comment>&quot;Last sync 14:05 UTC&quot;, time</comment>
        <translation>%1, nächster ca. %2</translation>
    </message>
    <message numerus="yes">
        <source>%1 of %n day(s)</source>
        <comment>complete days, all days</comment>
        <translation>
            <numerusform>%1 von %n Tag</numerusform>
            <numerusform>%1 von %n Tagen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n final</source>
        <comment>days that no longer change</comment>
        <translation>
            <numerusform>%n endgültig</numerusform>
            <numerusform>%n endgültig</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n provisional</source>
        <comment>days that can still change</comment>
        <translation>
            <numerusform>%n vorläufig</numerusform>
            <numerusform>%n vorläufig</numerusform>
        </translation>
    </message>
    <message>
        <source>1 missing (%1)</source>
        <comment>day</comment>
        <translation>1 fehlt (%1)</translation>
    </message>
    <message numerus="yes">
        <source>%n missing</source>
        <comment>days</comment>
        <translation>
            <numerusform>%n fehlt</numerusform>
            <numerusform>%n fehlen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n not offered</source>
        <comment>days before the first that the service still has</comment>
        <translation>
            <numerusform>%n nicht mehr angeboten</numerusform>
            <numerusform>%n nicht mehr angeboten</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n not asked for</source>
        <comment>days before the first that the person asked for</comment>
        <translation>
            <numerusform>%n nicht angefordert</numerusform>
            <numerusform>%n nicht angefordert</numerusform>
        </translation>
    </message>
    <message>
        <source>%1, UTC days</source>
        <comment>first to last day</comment>
        <translation>%1, UTC-Tage</translation>
    </message>
    <message numerus="yes">
        <source>based on %1 of %n day(s)</source>
        <comment>complete days, all days</comment>
        <translation>
            <numerusform>aus %1 von %n Tag</numerusform>
            <numerusform>aus %1 von %n Tagen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1, %n provisional</source>
        <comment>sentence, days that can still change</comment>
        <translation>
            <numerusform>%1, %n vorläufig</numerusform>
            <numerusform>%1, %n vorläufig</numerusform>
        </translation>
    </message>
    <message>
        <source>Syncing, %1 of %2</source>
        <comment>parts that are done, all parts</comment>
        <translation>Abgleich, %1 von %2</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <comment>what happened, what to do now</comment>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>Parts</source>
        <translation>Teile</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <comment>parts that are done, all parts</comment>
        <translation>%1 von %2</translation>
    </message>
    <message>
        <source>Rows read</source>
        <translation>Gelesene Zeilen</translation>
    </message>
    <message>
        <source>Requests</source>
        <translation>Anfragen</translation>
    </message>
    <message>
        <source>Time left</source>
        <translation>Restzeit</translation>
    </message>
    <message>
        <source>about %1</source>
        <translation>etwa %1</translation>
    </message>
    <message>
        <source>Last success</source>
        <translation>Letzter Erfolg</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <comment>time, how long ago</comment>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>just now</source>
        <translation>gerade eben</translation>
    </message>
    <message>
        <source>%1 ago</source>
        <comment>5 min</comment>
        <translation>%1 her</translation>
    </message>
    <message>
        <source>none yet</source>
        <translation>noch keiner</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>Nächster</translation>
    </message>
    <message>
        <source>about %1</source>
        <comment>time</comment>
        <translation>etwa %1</translation>
    </message>
    <message>
        <source>not planned</source>
        <translation>nicht geplant</translation>
    </message>
    <message>
        <source>Key</source>
        <translation>Schlüssel</translation>
    </message>
    <message>
        <source>not at hand</source>
        <translation>nicht zur Hand</translation>
    </message>
    <message>
        <source>Scope missing</source>
        <translation>Berechtigung fehlt</translation>
    </message>
    <message>
        <source>Cache cannot be used</source>
        <translation>Cache nicht verwendbar</translation>
    </message>
    <message>
        <source>Disconnected</source>
        <translation>Getrennt</translation>
    </message>
    <message>
        <source>Keychain locked</source>
        <translation>Schlüsselbund gesperrt</translation>
    </message>
    <message>
        <source>Keychain denied access</source>
        <translation>Schlüsselbund verweigert Zugriff</translation>
    </message>
    <message>
        <source>Keychain does not answer</source>
        <translation>Schlüsselbund antwortet nicht</translation>
    </message>
    <message>
        <source>No keychain</source>
        <translation>Kein Schlüsselbund</translation>
    </message>
    <message>
        <source>Checking now.</source>
        <comment>whether the scope is there</comment>
        <translation>Wird gerade geprüft.</translation>
    </message>
    <message>
        <source>Next check: %1.</source>
        <comment>time, whether the scope is there</comment>
        <translation>Nächste Prüfung: %1.</translation>
    </message>
    <message>
        <source>Paused</source>
        <comment>the sync</comment>
        <translation>Unterbrochen</translation>
    </message>
    <message>
        <source>Ready for the backfill</source>
        <translation>Bereit für den Erstabruf</translation>
    </message>
    <message>
        <source>Checking for the scope</source>
        <translation>Berechtigung wird geprüft</translation>
    </message>
    <message>
        <source>The charts keep showing what is stored.</source>
        <translation>Die Diagramme zeigen weiter, was gespeichert ist.</translation>
    </message>
    <message>
        <source>The key was kept for one session only.</source>
        <translation>Der Schlüssel galt nur für eine Sitzung.</translation>
    </message>
    <message>
        <source>Enter it again to go on syncing. %1</source>
        <comment>the charts stay</comment>
        <translation>Geben Sie ihn erneut ein, damit der Abgleich weitergeht. %1</translation>
    </message>
    <message>
        <source>This workspace is disconnected.</source>
        <translation>Dieser Workspace ist getrennt.</translation>
    </message>
    <message>
        <source>Its key is forgotten and nothing is synced. %1</source>
        <comment>the charts stay</comment>
        <translation>Sein Schlüssel ist vergessen, und es wird nicht abgeglichen. %1</translation>
    </message>
    <message>
        <source>The key is no longer in the keychain.</source>
        <translation>Der Schlüssel ist nicht mehr im Schlüsselbund.</translation>
    </message>
    <message>
        <source>Its entry was removed, or this is another keychain than the one it was stored in. %1</source>
        <comment>the charts stay</comment>
        <translation>Sein Eintrag wurde entfernt, oder dies ist ein anderer Schlüsselbund als der, in dem er gespeichert wurde. %1</translation>
    </message>
    <message>
        <source>The keychain is locked.</source>
        <translation>Der Schlüsselbund ist gesperrt.</translation>
    </message>
    <message>
        <source>Unlock it and try again, or enter the key for this session only. %1</source>
        <comment>the charts stay</comment>
        <translation>Entsperren Sie ihn und versuchen Sie es erneut, oder geben Sie den Schlüssel nur für diese Sitzung ein. %1</translation>
    </message>
    <message>
        <source>The keychain did not give out the key.</source>
        <translation>Der Schlüsselbund hat den Schlüssel nicht herausgegeben.</translation>
    </message>
    <message>
        <source>Allow Threadcount to read its entry and try again, or enter the key for this session only. %1</source>
        <comment>the charts stay</comment>
        <translation>Erlauben Sie Threadcount, den Eintrag zu lesen, und versuchen Sie es erneut, oder geben Sie den Schlüssel nur für diese Sitzung ein. %1</translation>
    </message>
    <message>
        <source>The keychain does not answer.</source>
        <translation>Der Schlüsselbund antwortet nicht.</translation>
    </message>
    <message>
        <source>Perhaps a dialog of the keychain waits for you behind another window. Answer it and try again, or enter the key for this session only. %1</source>
        <comment>the charts stay</comment>
        <translation>Vielleicht wartet ein Dialog des Schlüsselbunds hinter einem anderen Fenster auf Sie. Beantworten Sie ihn und versuchen Sie es erneut, oder geben Sie den Schlüssel nur für diese Sitzung ein. %1</translation>
    </message>
    <message>
        <source>No keychain is running.</source>
        <translation>Es läuft kein Schlüsselbund.</translation>
    </message>
    <message>
        <source>Start the keychain of your desktop and try again, or enter the key for this session only. %1</source>
        <comment>the charts stay</comment>
        <translation>Starten Sie den Schlüsselbund Ihres Desktops und versuchen Sie es erneut, oder geben Sie den Schlüssel nur für diese Sitzung ein. %1</translation>
    </message>
    <message>
        <source>The key is no longer accepted, so syncing has stopped.</source>
        <translation>Der Schlüssel wird nicht mehr akzeptiert; der Abgleich ist daher angehalten.</translation>
    </message>
    <message>
        <source>It was revoked or deleted, or it has expired. The charts keep showing what is stored. A deleted key cannot be restored: create a new one, and repeat the request to OpenAI Support for it.</source>
        <translation>Er wurde widerrufen oder gelöscht, oder er ist abgelaufen. Die Diagramme zeigen weiter, was gespeichert ist. Ein gelöschter Schlüssel lässt sich nicht wiederherstellen: Erstellen Sie einen neuen und stellen Sie dafür die Anfrage an den OpenAI Support noch einmal.</translation>
    </message>
    <message>
        <source>The key has lost its analytics scope, so syncing has stopped.</source>
        <translation>Der Schlüssel hat seine Analytics-Berechtigung verloren; der Abgleich ist daher angehalten.</translation>
    </message>
    <message>
        <source>It worked before. Ask OpenAI Support to apply the scope codex.enterprise.analytics.read again, then try again. The charts keep showing what is stored.</source>
        <translation>Vorher hat er funktioniert. Bitten Sie den OpenAI Support, die Berechtigung codex.enterprise.analytics.read noch einmal zu erteilen, und versuchen Sie es dann erneut. Die Diagramme zeigen weiter, was gespeichert ist.</translation>
    </message>
    <message>
        <source>OpenAI no longer gives this key access, so syncing has stopped.</source>
        <translation>OpenAI gibt diesem Schlüssel keinen Zugriff mehr; der Abgleich ist daher angehalten.</translation>
    </message>
    <message>
        <source>Likely: this network is not on the workspace&apos;s list of allowed networks, or the role of the person who created the key changed. The charts keep showing what is stored.</source>
        <translation>Wahrscheinlich: Dieses Netzwerk steht nicht auf der Liste der erlaubten Netzwerke des Workspace, oder die Rolle der Person, die den Schlüssel erstellt hat, hat sich geändert. Die Diagramme zeigen weiter, was gespeichert ist.</translation>
    </message>
    <message>
        <source>Likely: %1.</source>
        <comment>causes, most likely first</comment>
        <translation>Wahrscheinlich: %1.</translation>
    </message>
    <message>
        <source>Syncing is paused.</source>
        <translation>Der Abgleich ist unterbrochen.</translation>
    </message>
    <message>
        <source>Nothing is fetched by itself until you resume it. You can still sync now.</source>
        <translation>Nichts wird von selbst abgerufen, bis Sie fortsetzen. Sie können trotzdem jetzt abgleichen.</translation>
    </message>
    <message>
        <source>The scope has arrived.</source>
        <translation>Die Berechtigung ist da.</translation>
    </message>
    <message>
        <source>The key can read the analytics now. Choose how many days to fetch.</source>
        <translation>Der Schlüssel kann Codex Analytics jetzt lesen. Wählen Sie, wie viele Tage abgerufen werden.</translation>
    </message>
    <message>
        <source>Waiting for the scope of the new key.</source>
        <translation>Warten auf die Berechtigung des neuen Schlüssels.</translation>
    </message>
    <message>
        <source>Syncing goes on by itself when OpenAI has applied it; that is normal for 1 to 5 business days after the request. %1</source>
        <comment>when the next check is</comment>
        <translation>Der Abgleich geht von selbst weiter, wenn OpenAI sie erteilt hat; das ist 1 bis 5 Werktage nach der Anfrage normal. %1</translation>
    </message>
    <message>
        <source>Check now</source>
        <translation>Jetzt prüfen</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Erneut versuchen</translation>
    </message>
    <message>
        <source>Enter the key…</source>
        <translation>Schlüssel eingeben…</translation>
    </message>
    <message>
        <source>Replace the key…</source>
        <translation>Schlüssel ersetzen…</translation>
    </message>
    <message>
        <source>Set up…</source>
        <translation>Einrichten…</translation>
    </message>
    <message>
        <source>Resume</source>
        <comment>the sync that is paused</comment>
        <translation>Fortsetzen</translation>
    </message>
    <message>
        <source>Choose the days…</source>
        <translation>Tage wählen…</translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <comment>&quot;Last sync 14:05 UTC&quot;, &quot;Paused&quot;</comment>
        <translation>%1 · %2</translation>
    </message>
    <message>
        <source>Waiting for the scope, next check %1</source>
        <comment>time</comment>
        <translation>Wartet auf Berechtigung, nächste Prüfung %1</translation>
    </message>
    <message>
        <source>Next check</source>
        <translation>Nächste Prüfung</translation>
    </message>
    <message>
        <source>Failing since</source>
        <translation>Scheitert seit</translation>
    </message>
</context>
<context>
    <name>ui::tables::EngineersTable</name>
    <message>
        <source>Engineers</source>
        <translation>Personen</translation>
    </message>
</context>
<context>
    <name>ui::tables::FilterChip</name>
    <message>
        <source>Delete takes this filter away</source>
        <translation>Entf nimmt diesen Filter weg</translation>
    </message>
    <message>
        <source>Change this filter, or take it away with the cross</source>
        <translation>Diesen Filter ändern oder mit dem Kreuz wegnehmen</translation>
    </message>
</context>
<context>
    <name>ui::tables::LedgerModel</name>
    <message>
        <source>%1 at %2 UTC, %3 on this computer</source>
        <extracomment>A moment in UTC and on the clock of this computer.</extracomment>
        <translation>%1 um %2 UTC, %3 auf diesem Computer</translation>
    </message>
    <message>
        <source>usage, per person</source>
        <extracomment>The endpoint of the API keeps its name.</extracomment>
        <translation>usage, pro Person</translation>
    </message>
    <message>
        <source>usage, workspace</source>
        <translation>usage, Workspace</translation>
    </message>
    <message>
        <source>no scope</source>
        <comment>what came of a request</comment>
        <translation>keine Berechtigung</translation>
    </message>
    <message>
        <source>key refused</source>
        <comment>what came of a request</comment>
        <translation>Schlüssel abgelehnt</translation>
    </message>
    <message>
        <source>denied</source>
        <comment>what came of a request</comment>
        <translation>verweigert</translation>
    </message>
    <message>
        <source>not found</source>
        <comment>what came of a request</comment>
        <translation>nicht gefunden</translation>
    </message>
    <message>
        <source>moved</source>
        <comment>what came of a request</comment>
        <translation>umgezogen</translation>
    </message>
    <message>
        <source>wait</source>
        <comment>what came of a request</comment>
        <translation>warten</translation>
    </message>
    <message>
        <source>unavailable</source>
        <comment>what came of a request</comment>
        <translation>gestört</translation>
    </message>
    <message>
        <source>offline</source>
        <comment>what came of a request</comment>
        <translation>offline</translation>
    </message>
    <message>
        <source>proxy failed</source>
        <comment>what came of a request</comment>
        <translation>Proxy-Fehler</translation>
    </message>
    <message>
        <source>TLS failed</source>
        <comment>what came of a request</comment>
        <translation>TLS-Fehler</translation>
    </message>
    <message>
        <source>unexpected</source>
        <comment>what came of a request</comment>
        <translation>unerwartet</translation>
    </message>
    <message>
        <source>stopped</source>
        <comment>what came of a request</comment>
        <translation>angehalten</translation>
    </message>
    <message>
        <source>failed here</source>
        <comment>what came of a request</comment>
        <translation>hier gescheitert</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <comment>day, time of day</comment>
        <extracomment>&quot;19 Nov 14:05:31&quot;</extracomment>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>%1, try %2</source>
        <extracomment>&quot;code_reviews, try 2&quot;</extracomment>
        <translation>%1, Versuch %2</translation>
    </message>
    <message>
        <source>%1 to %2</source>
        <comment>first and last day</comment>
        <translation>%1 bis %2</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <comment>HTTP status, what it means</comment>
        <extracomment>&quot;503, unavailable&quot;</extracomment>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>%1 ms</source>
        <translation>%1 ms</translation>
    </message>
    <message>
        <source>Time (UTC)</source>
        <translation>Zeit (UTC)</translation>
    </message>
    <message>
        <source>Endpoint</source>
        <translation>Endpunkt</translation>
    </message>
    <message>
        <source>Days asked</source>
        <translation>Gefragte Tage</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>Status</translation>
    </message>
    <message>
        <source>Rows</source>
        <translation>Zeilen</translation>
    </message>
    <message>
        <source>Bytes</source>
        <translation>Bytes</translation>
    </message>
    <message>
        <source>Took</source>
        <translation>Dauer</translation>
    </message>
</context>
<context>
    <name>ui::tables::SelectionBar</name>
    <message>
        <source>Selected people</source>
        <translation>Ausgewählte Personen</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Kopieren</translation>
    </message>
    <message>
        <source>Copies the selected rows as tab-separated text (%1)</source>
        <translation>Kopiert die ausgewählten Zeilen als Text mit Tabulatoren (%1)</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>Export…</translation>
    </message>
    <message>
        <source>Clear</source>
        <translation>Aufheben</translation>
    </message>
    <message numerus="yes">
        <source>selected</source>
        <extracomment>Behind the number of selected rows, which stands apart in a round spot.</extracomment>
        <translation>
            <numerusform>ausgewählt</numerusform>
            <numerusform>ausgewählt</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::wizard::BackfillPage</name>
    <message>
        <source>Good to know</source>
        <translation>Gut zu wissen</translation>
    </message>
    <message>
        <source>Pause at any time</source>
        <translation>Jederzeit unterbrechbar</translation>
    </message>
    <message>
        <source>Each day is stored only when its last page has arrived. The rest resumes later.</source>
        <translation>Ein Tag wird erst gespeichert, wenn seine letzte Seite da ist. Der Rest läuft später weiter.</translation>
    </message>
    <message>
        <source>Late numbers are normal</source>
        <translation>Späte Zahlen sind normal</translation>
    </message>
    <message>
        <source>Days are UTC days. The newest can still change; they are marked provisional and read again at every sync.</source>
        <translation>Tage sind UTC-Tage. Die neuesten können sich noch ändern; sie sind als vorläufig markiert und werden bei jedem Abgleich neu gelesen.</translation>
    </message>
    <message>
        <source>90 days are available</source>
        <translation>90 Tage sind verfügbar</translation>
    </message>
    <message>
        <source>A larger choice can follow later. A smaller one deletes nothing.</source>
        <translation>Eine größere Auswahl ist später möglich. Eine kleinere löscht nichts.</translation>
    </message>
    <message>
        <source>How far back</source>
        <translation>Wie weit zurück</translation>
    </message>
    <message>
        <source>UTC days, today included</source>
        <translation>UTC-Tage, einschließlich heute</translation>
    </message>
    <message>
        <source>What Start backfill does</source>
        <translation>Was „Erstabruf starten“ tut</translation>
    </message>
    <message>
        <source>Until now nothing was written except a note where you are, if you chose Save and close. Now Threadcount stores the key where you said, remembers the workspace and creates the local cache. Then it reads the days, newest first.</source>
        <translation>Bisher wurde nichts geschrieben, außer einer Notiz zum Stand, falls Sie „Speichern und schließen“ gewählt haben. Jetzt speichert Threadcount den Schlüssel dort, wo Sie es gesagt haben, merkt sich den Workspace und legt den lokalen Cache an. Dann liest es die Tage, die neuesten zuerst.</translation>
    </message>
    <message>
        <source>Progress of the backfill</source>
        <translation>Fortschritt des Erstabrufs</translation>
    </message>
    <message>
        <source>Days stored</source>
        <translation>Gespeicherte Tage</translation>
    </message>
    <message>
        <source>Rows</source>
        <translation>Zeilen</translation>
    </message>
    <message>
        <source>Engineers so far</source>
        <translation>Personen bisher</translation>
    </message>
    <message>
        <source>Time left</source>
        <translation>Restzeit</translation>
    </message>
    <message>
        <source>seen at least once</source>
        <translation>mindestens einmal</translation>
    </message>
    <message>
        <source>Stored</source>
        <translation>Gespeichert</translation>
    </message>
    <message>
        <source>Provisional</source>
        <translation>Vorläufig</translation>
    </message>
    <message>
        <source>Reading</source>
        <translation>Wird gelesen</translation>
    </message>
    <message>
        <source>To do</source>
        <translation>Ausstehend</translation>
    </message>
    <message>
        <source>Read the history</source>
        <translation>Vergangene Tage lesen</translation>
    </message>
    <message>
        <source>Threadcount first reads the past days, newest first, so the dashboards are useful right away.</source>
        <translation>Threadcount liest zuerst die vergangenen Tage, die neuesten voran; so sind die Dashboards gleich nützlich.</translation>
    </message>
    <message>
        <source>Newest day first, so the dashboards are useful right away. %1 of %2 days are stored.</source>
        <translation>Der neueste Tag zuerst; so sind die Dashboards gleich nützlich. %1 von %2 Tagen sind gespeichert.</translation>
    </message>
    <message>
        <source>Filling the local cache</source>
        <translation>Der lokale Cache wird gefüllt</translation>
    </message>
    <message>
        <source>The backfill is paused</source>
        <translation>Der Erstabruf ist unterbrochen</translation>
    </message>
    <message>
        <source>%1 of %2 days are stored and stay stored. The rest is read when you resume.</source>
        <translation>%1 von %2 Tagen sind gespeichert und bleiben es. Der Rest wird gelesen, wenn Sie fortsetzen.</translation>
    </message>
    <message>
        <source>The backfill stopped</source>
        <translation>Der Erstabruf wurde angehalten</translation>
    </message>
    <message>
        <source>%1 of %2 days are stored and stay stored.</source>
        <translation>%1 von %2 Tagen sind gespeichert und bleiben es.</translation>
    </message>
    <message>
        <source>of %1</source>
        <translation>von %1</translation>
    </message>
    <message numerus="yes">
        <source>from %n request(s)</source>
        <translation>
            <numerusform>aus %n Anfrage</numerusform>
            <numerusform>aus %n Anfragen</numerusform>
        </translation>
    </message>
    <message>
        <source>UTC days</source>
        <translation>UTC-Tage</translation>
    </message>
    <message>
        <source>Paused</source>
        <translation>Unterbrochen</translation>
    </message>
    <message>
        <source>Stopped</source>
        <translation>Angehalten</translation>
    </message>
    <message>
        <source>Preparing</source>
        <translation>Wird vorbereitet</translation>
    </message>
    <message>
        <source>Reading %1</source>
        <translation>Liest %1</translation>
    </message>
    <message>
        <source>Waiting until %1 UTC, then trying again</source>
        <translation>Wartet bis %1 UTC, dann neuer Versuch</translation>
    </message>
    <message>
        <source>Waiting before the next try</source>
        <translation>Wartet auf den nächsten Versuch</translation>
    </message>
    <message>
        <source>Finishing</source>
        <translation>Wird abgeschlossen</translation>
    </message>
    <message>
        <source>estimated</source>
        <translation>geschätzt</translation>
    </message>
    <message>
        <source>not known yet</source>
        <translation>noch nicht bekannt</translation>
    </message>
    <message>
        <source>Likely causes: %1. %2</source>
        <translation>Wahrscheinliche Ursachen: %1. %2</translation>
    </message>
    <message>
        <source>Status %1: %2</source>
        <translation>Status %1: %2</translation>
    </message>
    <message>
        <source>(%1)</source>
        <translation>(%1)</translation>
    </message>
    <message>
        <source>Saving …</source>
        <translation>Wird gespeichert …</translation>
    </message>
    <message>
        <source>&amp;Start backfill</source>
        <translation>Erstabruf &amp;starten</translation>
    </message>
    <message>
        <source>&amp;Open dashboards now</source>
        <translation>Dashboards jetzt ö&amp;ffnen</translation>
    </message>
    <message>
        <source>&amp;Pause</source>
        <translation>&amp;Unterbrechen</translation>
    </message>
    <message>
        <source>Pausing …</source>
        <translation>Wird unterbrochen …</translation>
    </message>
    <message>
        <source>&amp;Resume</source>
        <translation>Fort&amp;setzen</translation>
    </message>
    <message>
        <source>&amp;Try again</source>
        <translation>&amp;Erneut versuchen</translation>
    </message>
</context>
<context>
    <name>ui::wizard::CheckRow</name>
    <message>
        <source>%1 ms</source>
        <extracomment>A duration in milliseconds</extracomment>
        <translation>%1&#xa0;ms</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>Details</translation>
    </message>
    <message>
        <source>Details of %1</source>
        <translation>Details zu %1</translation>
    </message>
    <message>
        <source>Connection</source>
        <translation>Verbindung</translation>
    </message>
    <message>
        <source>Key</source>
        <translation>Schlüssel</translation>
    </message>
    <message>
        <source>Scope</source>
        <translation>Berechtigung</translation>
    </message>
    <message>
        <source>Usage</source>
        <translation>Nutzung</translation>
    </message>
    <message>
        <source>Code reviews</source>
        <translation>Code-Reviews</translation>
    </message>
    <message>
        <source>Code-review responses</source>
        <translation>Antworten auf Code-Reviews</translation>
    </message>
    <message>
        <source>Scope not applied yet</source>
        <translation>Berechtigung noch nicht erteilt</translation>
    </message>
    <message>
        <source>Likely causes: %1</source>
        <translation>Wahrscheinliche Ursachen: %1</translation>
    </message>
    <message>
        <source>What to do: %1</source>
        <translation>Was zu tun ist: %1</translation>
    </message>
    <message>
        <source>Status %1</source>
        <translation>Status %1</translation>
    </message>
    <message>
        <source>No answer arrived</source>
        <translation>Keine Antwort</translation>
    </message>
</context>
<context>
    <name>ui::wizard::ClipboardBanner</name>
    <message>
        <source>Clear the cl&amp;ipboard</source>
        <translation>Zwischenab&amp;lage leeren</translation>
    </message>
    <message>
        <source>Clear the clipboard</source>
        <translation>Zwischenablage leeren</translation>
    </message>
    <message>
        <source>The clipboard still holds the key.</source>
        <translation>Die Zwischenablage enthält noch den Schlüssel.</translation>
    </message>
    <message>
        <source>Any program can read it there. Threadcount does not need it any more.</source>
        <translation>Jedes Programm kann ihn dort lesen. Threadcount braucht ihn nicht mehr.</translation>
    </message>
    <message>
        <source>The clipboard is cleared.</source>
        <translation>Die Zwischenablage ist geleert.</translation>
    </message>
    <message>
        <source>A clipboard manager with a history may still remember the key; delete it there as well.</source>
        <translation>Eine Zwischenablage-Verwaltung mit Verlauf kann den Schlüssel noch kennen; löschen Sie ihn auch dort.</translation>
    </message>
</context>
<context>
    <name>ui::wizard::DayCalendar</name>
    <message>
        <source>Calendar of the days that are read</source>
        <translation>Kalender der Tage, die gelesen werden</translation>
    </message>
    <message>
        <source>%1 of %2 days are stored</source>
        <translation>%1 von %2 Tagen sind gespeichert</translation>
    </message>
    <message>
        <source>W%1</source>
        <comment>calendar week</comment>
        <translation>KW&#xa0;%1</translation>
    </message>
</context>
<context>
    <name>ui::wizard::DonePage</name>
    <message>
        <source>The dashboards are ready</source>
        <translation>Die Dashboards sind bereit</translation>
    </message>
    <message>
        <source>The first read is complete. From here on Threadcount keeps it up to date.</source>
        <translation>Der erste Abruf ist vollständig. Ab jetzt hält Threadcount ihn aktuell.</translation>
    </message>
    <message>
        <source>What was read</source>
        <translation>Was gelesen wurde</translation>
    </message>
    <message>
        <source>Days in the cache</source>
        <translation>Tage im Cache</translation>
    </message>
    <message>
        <source>Rows</source>
        <translation>Zeilen</translation>
    </message>
    <message>
        <source>Engineers seen at least once</source>
        <translation>Mindestens einmal gesehene Personen</translation>
    </message>
    <message>
        <source>Time it took</source>
        <translation>Benötigte Zeit</translation>
    </message>
    <message>
        <source>What happens next</source>
        <translation>Wie es weitergeht</translation>
    </message>
    <message>
        <source>Words in the charts</source>
        <translation>Wörter in den Diagrammen</translation>
    </message>
    <message>
        <source>Threads and turns</source>
        <translation>Threads und Turns</translation>
    </message>
    <message>
        <source>Sessions with Codex, and the interactions inside them.</source>
        <translation>Sitzungen mit Codex und die Interaktionen darin.</translation>
    </message>
    <message>
        <source>Credits</source>
        <translation>Credits</translation>
    </message>
    <message>
        <source>Codex&apos;s measure of consumption.</source>
        <translation>Das Verbrauchsmaß von Codex.</translation>
    </message>
    <message>
        <source>Tokens</source>
        <translation>Tokens</translation>
    </message>
    <message>
        <source>They come as uncached input, cached input and output.</source>
        <translation>Es gibt neue Eingabe, Eingabe aus dem Cache und Ausgabe.</translation>
    </message>
    <message>
        <source>Days</source>
        <translation>Tage</translation>
    </message>
    <message>
        <source>Days are UTC days. The newest can still change and are drawn hatched. A missing day is not zero.</source>
        <translation>Tage sind UTC-Tage. Die neuesten können sich noch ändern und sind schraffiert. Ein fehlender Tag ist nicht null.</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 von %2</translation>
    </message>
    <message numerus="yes">
        <source>%1 from %n request(s)</source>
        <translation>
            <numerusform>%1 aus %n Anfrage</numerusform>
            <numerusform>%1 aus %n Anfragen</numerusform>
        </translation>
    </message>
    <message>
        <source>The next sync is due %1, and several more follow each day, while Threadcount runs.</source>
        <translation>Nächster Abgleich: %1, danach mehrmals täglich, solange Threadcount geöffnet ist.</translation>
    </message>
    <message>
        <source>Threadcount reads again several times a day while it runs.</source>
        <translation>Threadcount liest mehrmals täglich wieder, solange es geöffnet ist.</translation>
    </message>
    <message>
        <source>&amp;Open dashboards</source>
        <translation>Dashboards ö&amp;ffnen</translation>
    </message>
    <message>
        <source>F5 syncs at once. In the Workspace menu, Disconnect forgets the key, and Erase deletes the cache as well.</source>
        <translation>F5 gleicht sofort ab. Im Menü „Workspace“ vergisst „Trennen“ den Schlüssel, und „Löschen“ entfernt auch den Cache.</translation>
    </message>
</context>
<context>
    <name>ui::wizard::KeyPage</name>
    <message>
        <source>Enter workspace and key</source>
        <translation>Workspace und Schlüssel eingeben</translation>
    </message>
    <message>
        <source>Spaces and line breaks around pasted text are removed for you.</source>
        <translation>Leerzeichen und Zeilenumbrüche um eingefügten Text werden für Sie entfernt.</translation>
    </message>
    <message>
        <source>What will be read</source>
        <translation>Was gelesen wird</translation>
    </message>
    <message>
        <source>Daily totals, per person and workspace</source>
        <translation>Tagessummen, pro Person und Workspace</translation>
    </message>
    <message>
        <source>Reviews and comments by priority</source>
        <translation>Reviews und Kommentare nach Priorität</translation>
    </message>
    <message>
        <source>Reactions and replies, merged requests</source>
        <translation>Reaktionen und Antworten, gemergte Requests</translation>
    </message>
    <message>
        <source>What will never be read</source>
        <translation>Was nie gelesen wird</translation>
    </message>
    <message>
        <source>Prompts, answers, code, diffs</source>
        <translation>Prompts, Antworten, Code, Diffs</translation>
    </message>
    <message>
        <source>Not part of the API</source>
        <translation>Nicht Teil der API</translation>
    </message>
    <message>
        <source>Review comment text</source>
        <translation>Text von Review-Kommentaren</translation>
    </message>
    <message>
        <source>Only counts arrive</source>
        <translation>Nur Anzahlen kommen an</translation>
    </message>
    <message>
        <source>Anything in your repositories</source>
        <translation>Inhalte Ihrer Repositorys</translation>
    </message>
    <message>
        <source>No Git host is contacted</source>
        <translation>Kein Git-Host wird kontaktiert</translation>
    </message>
    <message>
        <source>Writes of any kind</source>
        <translation>Schreibzugriffe jeder Art</translation>
    </message>
    <message>
        <source>The app sends GET requests only</source>
        <translation>Die App sendet nur GET-Anfragen</translation>
    </message>
    <message>
        <source>Workspace id</source>
        <translation>Workspace-ID</translation>
    </message>
    <message>
        <source>&amp;Workspace id</source>
        <translation>&amp;Workspace-ID</translation>
    </message>
    <message>
        <source>valid form</source>
        <translation>gültige Form</translation>
    </message>
    <message>
        <source>Where to find it.</source>
        <translation>Wo Sie sie finden.</translation>
    </message>
    <message>
        <source>Open chatgpt.com/admin as a workspace admin and look under Workspace details. It is also shown in the workspace settings of admin.openai.com.</source>
        <translation>Öffnen Sie chatgpt.com/admin als Workspace-Admin und sehen Sie unter „Workspace details“ nach. Die ID steht auch in den Workspace-Einstellungen von admin.openai.com.</translation>
    </message>
    <message>
        <source>&amp;Open the page</source>
        <translation>Seite ö&amp;ffnen</translation>
    </message>
    <message>
        <source>Open the page chatgpt.com/admin in the browser</source>
        <translation>Die Seite chatgpt.com/admin im Browser öffnen</translation>
    </message>
    <message>
        <source>No browser could be opened. Visit chatgpt.com/admin yourself.</source>
        <translation>Es ließ sich kein Browser öffnen. Rufen Sie chatgpt.com/admin selbst auf.</translation>
    </message>
    <message>
        <source>Where the key is kept</source>
        <translation>Wo der Schlüssel aufbewahrt wird</translation>
    </message>
    <message>
        <source>System k&amp;eychain</source>
        <translation>Schlüssel&amp;bund</translation>
    </message>
    <message>
        <source>Check a&amp;gain</source>
        <translation>Er&amp;neut prüfen</translation>
    </message>
    <message>
        <source>&amp;This session only</source>
        <translation>Nur diese Si&amp;tzung</translation>
    </message>
    <message>
        <source>In memory until you quit. Syncing stops then, and the key is asked for at the next start.</source>
        <translation>Im Arbeitsspeicher, bis Sie beenden. Dann endet der Abgleich, und beim nächsten Start wird nach dem Schlüssel gefragt.</translation>
    </message>
    <message>
        <source>&amp;Use %1</source>
        <translation>%1 &amp;verwenden</translation>
    </message>
    <message>
        <source>A UUID such as 1f6f0c1e-… It is not the id that begins with org-.</source>
        <translation>Eine UUID wie 1f6f0c1e-… Es ist nicht die ID, die mit org- beginnt.</translation>
    </message>
    <message>
        <source>Enter the workspace id. The note below says where to find it.</source>
        <translation>Geben Sie die Workspace-ID ein. Der Hinweis unten sagt, wo Sie sie finden.</translation>
    </message>
    <message>
        <source>This is an organization id of the API Platform. Needed is the id of the ChatGPT workspace, a UUID such as 1f6f0c1e-…</source>
        <translation>Dies ist eine Organisations-ID der API Platform. Gebraucht wird die ID des ChatGPT-Workspace, eine UUID wie 1f6f0c1e-…</translation>
    </message>
    <message>
        <source>This is more than the id, but it holds one.</source>
        <translation>Dies ist mehr als die ID, enthält aber eine.</translation>
    </message>
    <message>
        <source>This is not a workspace id. It has 32 digits and letters a to f, in groups of 8, 4, 4, 4 and 12.</source>
        <translation>Dies ist keine Workspace-ID. Sie hat 32 Ziffern und Buchstaben von a bis f, in Gruppen zu 8, 4, 4, 4 und 12.</translation>
    </message>
    <message numerus="yes">
        <source>The key that ends in %1 is entered, %n character(s). Paste another one to replace it.</source>
        <translation>
            <numerusform>Der Schlüssel, der auf %1 endet, ist eingegeben, %n Zeichen. Fügen Sie einen anderen ein, um ihn zu ersetzen.</numerusform>
            <numerusform>Der Schlüssel, der auf %1 endet, ist eingegeben, %n Zeichen. Fügen Sie einen anderen ein, um ihn zu ersetzen.</numerusform>
        </translation>
    </message>
    <message>
        <source>An Admin key or a Platform key with the analytics scope; both kinds are accepted.</source>
        <translation>Ein Admin-Schlüssel oder ein Platform-Schlüssel mit der Analytics-Berechtigung; beide Arten sind möglich.</translation>
    </message>
    <message>
        <source>Kept by your system and locked with your login session. Threadcount finds it at the next start.</source>
        <translation>Von Ihrem System aufbewahrt und mit Ihrer Anmeldesitzung gesperrt. Threadcount findet ihn beim nächsten Start.</translation>
    </message>
    <message>
        <source>Not offered</source>
        <translation>Nicht angeboten</translation>
    </message>
    <message>
        <source>Checking</source>
        <translation>Wird geprüft</translation>
    </message>
    <message>
        <source>Available</source>
        <translation>Verfügbar</translation>
    </message>
    <message>
        <source>Locked</source>
        <translation>Gesperrt</translation>
    </message>
    <message>
        <source>Not available</source>
        <translation>Nicht verfügbar</translation>
    </message>
    <message>
        <source>There is no option to write the key to a file.</source>
        <translation>Es gibt keine Möglichkeit, den Schlüssel in eine Datei zu schreiben.</translation>
    </message>
    <message>
        <source>The keychain cannot take the key. Continue with this session only, or check again.</source>
        <translation>Der Schlüsselbund kann den Schlüssel nicht aufnehmen. Fahren Sie nur für diese Sitzung fort, oder prüfen Sie erneut.</translation>
    </message>
    <message>
        <source>&amp;Save and close</source>
        <translation>&amp;Speichern und schließen</translation>
    </message>
    <message>
        <source>&amp;Verify</source>
        <translation>&amp;Prüfen</translation>
    </message>
    <message>
        <source>Waiting for the keychain to answer …</source>
        <translation>Wartet auf Antwort des Schlüsselbunds …</translation>
    </message>
    <message>
        <source>&amp;Replace its key…</source>
        <translation>S&amp;chlüssel ersetzen…</translation>
    </message>
    <message>
        <source>This workspace is set up already. Its key can be replaced without losing its history.</source>
        <translation>Dieser Workspace ist schon eingerichtet. Sein Schlüssel lässt sich ersetzen, ohne dass Daten verloren gehen.</translation>
    </message>
    <message>
        <source>The key that ends in %1 is stored. Paste another one to replace it.</source>
        <translation>Der Schlüssel, der auf %1 endet, ist gespeichert. Fügen Sie einen anderen ein, um ihn zu ersetzen.</translation>
    </message>
    <message>
        <source>&amp;Network settings…</source>
        <translation>N&amp;etzwerkeinstellungen…</translation>
    </message>
</context>
<context>
    <name>ui::wizard::PreparePage</name>
    <message>
        <source>Prepare the key</source>
        <translation>Schlüssel vorbereiten</translation>
    </message>
    <message>
        <source>Two routes lead to it. Choose the one that fits and hand it over.</source>
        <translation>Zwei Wege führen dorthin. Wählen Sie den passenden und reichen Sie ihn weiter.</translation>
    </message>
    <message>
        <source>&amp;Admin key, made by a workspace owner</source>
        <translation>&amp;Admin-Schlüssel vom Workspace-Owner</translation>
    </message>
    <message>
        <source>In admin.openai.com, Credentials, Admin keys: choose Custom and set Codex analytics API to Read. Leave everything else at none.</source>
        <translation>In admin.openai.com unter „Credentials“, „Admin keys“: „Custom“ wählen und „Codex analytics API“ auf „Read“ setzen. Alles andere bleibt auf „none“.</translation>
    </message>
    <message>
        <source>Self-service</source>
        <translation>In Eigenregie</translation>
    </message>
    <message>
        <source>minutes</source>
        <translation>Minuten</translation>
    </message>
    <message>
        <source>&amp;Platform key, scoped by OpenAI Support</source>
        <translation>&amp;Platform-Schlüssel über den Support</translation>
    </message>
    <message>
        <source>An OpenAI Platform owner or admin creates a dedicated key, then asks OpenAI Support for the analytics scope. This is not self-serve.</source>
        <translation>Ein Owner oder Admin der OpenAI Platform erstellt einen eigenen Schlüssel und bittet dann den OpenAI Support um die Analytics-Berechtigung. Das geht nicht in Eigenregie.</translation>
    </message>
    <message>
        <source>OpenAI Support</source>
        <translation>OpenAI Support</translation>
    </message>
    <message>
        <source>1 to 5 business days</source>
        <translation>1 bis 5 Werktage</translation>
    </message>
    <message>
        <source>Before you begin</source>
        <translation>Bevor Sie beginnen</translation>
    </message>
    <message>
        <source>A ChatGPT Enterprise plan</source>
        <translation>Ein ChatGPT-Enterprise-Tarif</translation>
    </message>
    <message>
        <source>The analytics API is not promised on any other plan.</source>
        <translation>Für andere Tarife ist die Analytics-API nicht zugesagt.</translation>
    </message>
    <message>
        <source>The workspace id</source>
        <translation>Die Workspace-ID</translation>
    </message>
    <message>
        <source>A UUID. The next page says where to find it.</source>
        <translation>Eine UUID. Die nächste Seite sagt, wo Sie sie finden.</translation>
    </message>
    <message>
        <source>Who needs to do what</source>
        <translation>Wer was tun muss</translation>
    </message>
    <message>
        <source>OpenAI API Platform owner or admin</source>
        <translation>Owner oder Admin der OpenAI API Platform</translation>
    </message>
    <message>
        <source>Creates the key and sends the request to OpenAI Support. With an Admin key this is a workspace owner, and no request is needed.</source>
        <translation>Erstellt den Schlüssel und sendet die Anfrage an den OpenAI Support. Bei einem Admin-Schlüssel ist das ein Workspace-Owner, und es braucht keine Anfrage.</translation>
    </message>
    <message>
        <source>Applies the scope to a Platform key and confirms by mail</source>
        <translation>Erteilt einem Platform-Schlüssel die Berechtigung und bestätigt per E-Mail</translation>
    </message>
    <message>
        <source>You, the administrator of this app</source>
        <translation>Sie, die diese App verwalten</translation>
    </message>
    <message>
        <source>Paste the key on the next page. Threadcount checks whether the scope is active.</source>
        <translation>Fügen den Schlüssel auf der nächsten Seite ein. Threadcount prüft, ob die Berechtigung aktiv ist.</translation>
    </message>
    <message>
        <source>Key rules in short</source>
        <translation>Schlüsselregeln in Kürze</translation>
    </message>
    <message>
        <source>Shown only once</source>
        <translation>Nur einmal sichtbar</translation>
    </message>
    <message>
        <source>The key is displayed only when it is created. Store it safely before closing that dialog.</source>
        <translation>Der Schlüssel wird nur beim Erstellen angezeigt. Verwahren Sie ihn sicher, bevor Sie den Dialog schließen.</translation>
    </message>
    <message>
        <source>Analytics only</source>
        <translation>Nur für Analytics</translation>
    </message>
    <message>
        <source>Once the scope is applied, the key cannot be used for any other OpenAI call. Create one for this purpose only.</source>
        <translation>Ist die Berechtigung erteilt, taugt der Schlüssel für keinen anderen OpenAI-Aufruf mehr. Erstellen Sie einen nur für diesen Zweck.</translation>
    </message>
    <message>
        <source>Deleted is deleted</source>
        <translation>Gelöscht ist gelöscht</translation>
    </message>
    <message>
        <source>A deleted key cannot be restored, and a new key repeats the Support request.</source>
        <translation>Ein gelöschter Schlüssel lässt sich nicht wiederherstellen, und ein neuer braucht eine neue Anfrage an den Support.</translation>
    </message>
    <message>
        <source>Never send the key by mail</source>
        <translation>Den Schlüssel nie per E-Mail senden</translation>
    </message>
    <message>
        <source>The last 4 characters are enough.</source>
        <translation>Die letzten 4 Zeichen genügen.</translation>
    </message>
    <message>
        <source>Create the Admin key</source>
        <translation>Admin-Schlüssel erstellen</translation>
    </message>
    <message>
        <source>in the Admin Console</source>
        <translation>in der Admin Console</translation>
    </message>
    <message>
        <source>Sign in at admin.openai.com and pick the workspace in which you are owner or admin.</source>
        <translation>Melden Sie sich bei admin.openai.com an und wählen Sie den Workspace, dessen Owner oder Admin Sie sind.</translation>
    </message>
    <message>
        <source>Open Credentials, then Admin keys, and choose Create new admin key.</source>
        <translation>Öffnen Sie „Credentials“, dann „Admin keys“, und wählen Sie „Create new admin key“.</translation>
    </message>
    <message>
        <source>Give it a name and an expiry. 90 days works well; the expiry cannot be changed later.</source>
        <translation>Geben Sie ihm einen Namen und ein Ablaufdatum. 90 Tage bewähren sich; das Datum lässt sich später nicht ändern.</translation>
    </message>
    <message>
        <source>Choose Custom and set Codex analytics API to Read. Leave everything else at none. This grants the scope %1.</source>
        <translation>Wählen Sie „Custom“ und setzen Sie „Codex analytics API“ auf „Read“. Alles andere bleibt auf „none“. Das erteilt die Berechtigung %1.</translation>
    </message>
    <message>
        <source>Submit, copy the key and store it safely. It is shown only this once.</source>
        <translation>Senden Sie ab, kopieren Sie den Schlüssel und verwahren Sie ihn sicher. Er wird nur dieses eine Mal angezeigt.</translation>
    </message>
    <message>
        <source>Create the Platform key</source>
        <translation>Platform-Schlüssel erstellen</translation>
    </message>
    <message>
        <source>in the API Platform</source>
        <translation>in der API Platform</translation>
    </message>
    <message>
        <source>Sign in at platform.openai.com and create a dedicated secret key, Read only, in the organization that is linked to your ChatGPT workspace. Keys of other organizations will not work. Then send the request below and expect 1 to 5 business days.</source>
        <translation>Melden Sie sich bei platform.openai.com an und erstellen Sie einen eigenen geheimen Schlüssel, „Read only“, in der Organisation, die mit Ihrem ChatGPT-Workspace verbunden ist. Schlüssel anderer Organisationen funktionieren nicht. Senden Sie dann die Anfrage unten und rechnen Sie mit 1 bis 5 Werktagen.</translation>
    </message>
    <message>
        <source>Request to OpenAI Support</source>
        <translation>Anfrage an den OpenAI Support</translation>
    </message>
    <message>
        <source>ready to send; holds no secret</source>
        <translation>versandfertig, ohne Geheimnis</translation>
    </message>
    <message>
        <source>&amp;Copy</source>
        <translation>&amp;Kopieren</translation>
    </message>
    <message>
        <source>&amp;Open mail</source>
        <translation>&amp;E-Mail öffnen</translation>
    </message>
    <message>
        <source>Key &amp;name</source>
        <translation>&amp;Name des Schlüssels</translation>
    </message>
    <message>
        <source>Last &amp;4 characters</source>
        <translation>Letzte &amp;4 Zeichen</translation>
    </message>
    <message>
        <source>Or&amp;ganization id</source>
        <translation>Or&amp;ganisations-ID</translation>
    </message>
    <message>
        <source>Text of the request</source>
        <translation>Text der Anfrage</translation>
    </message>
    <message>
        <source>Copied. Send it from the mail address of the person who created the key.</source>
        <translation>Kopiert. Senden Sie sie von der E-Mail-Adresse der Person, die den Schlüssel erstellt hat.</translation>
    </message>
    <message>
        <source>Copied. Fill in what stands in brackets before you send it.</source>
        <translation>Kopiert. Ergänzen Sie vor dem Senden, was in Klammern steht.</translation>
    </message>
    <message>
        <source>No mail program could be opened. Use Copy and send the text to %1.</source>
        <translation>Es ließ sich kein E-Mail-Programm öffnen. Nutzen Sie „Kopieren“ und senden Sie den Text an %1.</translation>
    </message>
    <message>
        <source>Setup can be closed here. It resumes at this step.</source>
        <translation>Sie können hier schließen und später fortfahren.</translation>
    </message>
    <message>
        <source>&amp;Save and close</source>
        <translation>&amp;Speichern und schließen</translation>
    </message>
    <message>
        <source>I have the &amp;key</source>
        <translation>Ich &amp;habe den Schlüssel</translation>
    </message>
</context>
<context>
    <name>ui::wizard::SetupWizard</name>
    <message>
        <source>Set up Threadcount</source>
        <translation>Threadcount einrichten</translation>
    </message>
    <message>
        <source>Threadcount</source>
        <translation>Threadcount</translation>
    </message>
    <message>
        <source>Counts, never content.</source>
        <translation>Zahlen, nie Inhalte.</translation>
    </message>
    <message>
        <source>Reads usage totals with one read-only key and keeps them in a cache on this computer.</source>
        <translation>Liest Nutzungssummen mit einem Nur-Lese-Schlüssel und bewahrt sie in einem Cache auf diesem Computer auf.</translation>
    </message>
    <message>
        <source>&amp;Back</source>
        <translation>&amp;Zurück</translation>
    </message>
    <message>
        <source>Cance&amp;l setup</source>
        <translation>Einrichtung abb&amp;rechen</translation>
    </message>
    <message>
        <source>Leave the wizard?</source>
        <translation>Assistenten verlassen?</translation>
    </message>
    <message>
        <source>The backfill goes on in the dashboards.</source>
        <translation>Der Erstabruf läuft in den Dashboards weiter.</translation>
    </message>
    <message>
        <source>Open dashboards</source>
        <translation>Dashboards öffnen</translation>
    </message>
    <message>
        <source>Stay here</source>
        <translation>Hier bleiben</translation>
    </message>
    <message>
        <source>Close while waiting for the scope?</source>
        <translation>Während des Wartens auf die Berechtigung schließen?</translation>
    </message>
    <message>
        <source>Threadcount checks again at the next start.</source>
        <translation>Threadcount prüft beim nächsten Start erneut.</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Leave setup?</source>
        <translation>Einrichtung verlassen?</translation>
    </message>
    <message>
        <source>Save and close remembers the step and what you typed, except the key. Cancel setup forgets everything and leaves nothing on this computer.</source>
        <translation>„Speichern und schließen“ merkt sich den Schritt und Ihre Eingaben, außer dem Schlüssel. „Einrichtung abbrechen“ vergisst alles und hinterlässt nichts auf diesem Computer.</translation>
    </message>
    <message>
        <source>Save and close</source>
        <translation>Speichern und schließen</translation>
    </message>
    <message>
        <source>Cancel setup</source>
        <translation>Einrichtung abbrechen</translation>
    </message>
    <message>
        <source>Cancel setup?</source>
        <translation>Einrichtung abbrechen?</translation>
    </message>
    <message>
        <source>The stored key, the remembered workspace and its empty cache are removed from this computer.</source>
        <translation>Der gespeicherte Schlüssel, der gemerkte Workspace und sein leerer Cache werden von diesem Computer entfernt.</translation>
    </message>
    <message>
        <source>What you typed is forgotten. Nothing stays on this computer.</source>
        <translation>Ihre Eingaben werden vergessen. Auf diesem Computer bleibt nichts zurück.</translation>
    </message>
    <message>
        <source>Where you are could not be remembered.</source>
        <translation>Der Stand der Einrichtung ließ sich nicht merken.</translation>
    </message>
    <message>
        <source>Close anyway</source>
        <translation>Trotzdem schließen</translation>
    </message>
</context>
<context>
    <name>ui::wizard::StepRail</name>
    <message>
        <source>Setup in five steps</source>
        <translation>Einrichtung in fünf Schritten</translation>
    </message>
    <message>
        <source>Step %1 of %2: %3</source>
        <translation>Schritt %1 von %2: %3</translation>
    </message>
    <message>
        <source>Prepare</source>
        <translation>Vorbereiten</translation>
    </message>
    <message>
        <source>Key</source>
        <translation>Schlüssel</translation>
    </message>
    <message>
        <source>Verify</source>
        <translation>Prüfen</translation>
    </message>
    <message>
        <source>Backfill</source>
        <translation>Erstabruf</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Fertig</translation>
    </message>
    <message>
        <source>Roles and the request</source>
        <translation>Rollen und Anfrage</translation>
    </message>
    <message>
        <source>Workspace and key</source>
        <translation>Workspace und Schlüssel</translation>
    </message>
    <message>
        <source>Scope and endpoints</source>
        <translation>Berechtigung und Endpunkte</translation>
    </message>
    <message numerus="yes">
        <source>%n day(s), newest first</source>
        <translation>
            <numerusform>%n Tag, neuester zuerst</numerusform>
            <numerusform>%n Tage, neueste zuerst</numerusform>
        </translation>
    </message>
    <message>
        <source>Dashboards</source>
        <translation>Dashboards</translation>
    </message>
</context>
<context>
    <name>ui::wizard::VerifyPage</name>
    <message>
        <source>Test again</source>
        <translation>Noch einmal testen</translation>
    </message>
    <message>
        <source>Three small requests, one for each endpoint. None of them asks for personal data.</source>
        <translation>Drei kleine Anfragen, eine pro Endpunkt. Keine davon fragt nach personenbezogenen Daten.</translation>
    </message>
    <message>
        <source>&amp;Run again</source>
        <translation>Erneut &amp;ausführen</translation>
    </message>
    <message>
        <source>Copy re&amp;port</source>
        <translation>&amp;Bericht kopieren</translation>
    </message>
    <message>
        <source>If it takes longer</source>
        <translation>Falls es länger dauert</translation>
    </message>
    <message>
        <source>Remind Support</source>
        <translation>Support erinnern</translation>
    </message>
    <message>
        <source>Go back to Prepare and send the request again. The last 4 characters of the key are enough.</source>
        <translation>Gehen Sie zurück zu „Vorbereiten“ und senden Sie die Anfrage noch einmal. Die letzten 4 Zeichen des Schlüssels genügen.</translation>
    </message>
    <message>
        <source>Use an Admin key instead</source>
        <translation>Stattdessen einen Admin-Schlüssel</translation>
    </message>
    <message>
        <source>A workspace owner can create one in minutes. No Support request is needed.</source>
        <translation>Ein Workspace-Owner kann ihn in Minuten erstellen. Eine Anfrage an den Support entfällt.</translation>
    </message>
    <message>
        <source>What the answers tell</source>
        <translation>Was die Antworten sagen</translation>
    </message>
    <message>
        <source>Look-back of 90 UTC days</source>
        <translation>Rückschau von 90 UTC-Tagen</translation>
    </message>
    <message>
        <source>Days in your cache stay available.</source>
        <translation>Tage in Ihrem Cache bleiben verfügbar.</translation>
    </message>
    <message>
        <source>Per person and per day</source>
        <translation>Pro Person und Tag</translation>
    </message>
    <message>
        <source>Reviews count for the whole workspace.</source>
        <translation>Reviews zählen für den ganzen Workspace.</translation>
    </message>
    <message>
        <source>Checks so far</source>
        <translation>Prüfungen bisher</translation>
    </message>
    <message>
        <source>Next check</source>
        <translation>Nächste Prüfung</translation>
    </message>
    <message>
        <source>Check &amp;now</source>
        <translation>&amp;Jetzt prüfen</translation>
    </message>
    <message>
        <source>Check the access</source>
        <translation>Zugriff prüfen</translation>
    </message>
    <message>
        <source>Nothing has been asked yet.</source>
        <translation>Es wurde noch nichts gefragt.</translation>
    </message>
    <message>
        <source>Checking the access</source>
        <translation>Zugriff wird geprüft</translation>
    </message>
    <message>
        <source>Each endpoint is asked once. No personal data is requested.</source>
        <translation>Jeder Endpunkt wird einmal gefragt. Es werden keine personenbezogenen Daten angefordert.</translation>
    </message>
    <message>
        <source>Everything can be read</source>
        <translation>Alles ist lesbar</translation>
    </message>
    <message>
        <source>All %1 checks passed in %2. No personal data was requested.</source>
        <translation>Alle %1 Prüfungen bestanden in %2. Es wurden keine personenbezogenen Daten angefordert.</translation>
    </message>
    <message>
        <source>less than a second</source>
        <translation>weniger als einer Sekunde</translation>
    </message>
    <message>
        <source>Part of it can be read</source>
        <translation>Ein Teil ist lesbar</translation>
    </message>
    <message>
        <source>Usage works. You can continue; what fails now is tried again at every sync.</source>
        <translation>Die Nutzung funktioniert. Sie können fortfahren; was jetzt scheitert, wird bei jedem Abgleich erneut versucht.</translation>
    </message>
    <message>
        <source>Waiting for the scope</source>
        <translation>Warten auf die Berechtigung</translation>
    </message>
    <message>
        <source>The key works, but OpenAI has not applied the analytics scope yet. That is normal for 1 to 5 business days after the request.</source>
        <translation>Der Schlüssel funktioniert, aber OpenAI hat die Analytics-Berechtigung noch nicht erteilt. Das ist 1 bis 5 Werktage nach der Anfrage normal.</translation>
    </message>
    <message>
        <source>This does not work yet</source>
        <translation>Das funktioniert noch nicht</translation>
    </message>
    <message>
        <source>Not checked</source>
        <translation>Nicht geprüft</translation>
    </message>
    <message>
        <source>Asking …</source>
        <translation>Wird gefragt …</translation>
    </message>
    <message>
        <source>Cannot be told from these answers</source>
        <translation>Aus diesen Antworten nicht zu erkennen</translation>
    </message>
    <message>
        <source>%1 was reached</source>
        <translation>%1 wurde erreicht</translation>
    </message>
    <message>
        <source>Accepted by the service. Ends in %1</source>
        <translation>Vom Dienst akzeptiert. Endet auf %1</translation>
    </message>
    <message>
        <source>Accepted by the service</source>
        <translation>Vom Dienst akzeptiert</translation>
    </message>
    <message>
        <source>%1 is missing. Checked at %2 UTC</source>
        <translation>%1 fehlt. Geprüft um %2 UTC</translation>
    </message>
    <message>
        <source>%1 is active for this workspace</source>
        <translation>%1 ist für diesen Workspace aktiv</translation>
    </message>
    <message>
        <source>Answers once the scope is active</source>
        <translation>Antwortet, sobald die Berechtigung aktiv ist</translation>
    </message>
    <message>
        <source>Can be read. There are rows for %1</source>
        <translation>Lesbar. Für den %1 gibt es Zeilen</translation>
    </message>
    <message>
        <source>Can be read. There is nothing for %1, which is fine</source>
        <translation>Lesbar. Für den %1 gibt es nichts, und das ist in Ordnung</translation>
    </message>
    <message>
        <source>Checking every 15 minutes</source>
        <translation>Prüft alle 15 Minuten</translation>
    </message>
    <message>
        <source>While Threadcount runs. Setup continues by itself when the scope appears. You can close the window; the next start goes on here.</source>
        <translation>Solange Threadcount geöffnet ist. Die Einrichtung geht von selbst weiter, wenn die Berechtigung da ist. Sie können das Fenster schließen; der nächste Start macht hier weiter.</translation>
    </message>
    <message>
        <source>%1 UTC</source>
        <translation>%1 UTC</translation>
    </message>
    <message>
        <source>now</source>
        <translation>jetzt</translation>
    </message>
    <message>
        <source>Let Threadcount keep checking</source>
        <translation>Threadcount weiter prüfen lassen</translation>
    </message>
    <message>
        <source>It asks every 15 minutes while it runs. The workspace is remembered for that; the key stays in memory, so after a restart it is asked for again.</source>
        <translation>Es fragt alle 15 Minuten, solange es geöffnet ist. Dafür wird der Workspace gemerkt; der Schlüssel bleibt im Arbeitsspeicher, nach einem Neustart wird also wieder danach gefragt.</translation>
    </message>
    <message>
        <source>It asks every 15 minutes while it runs. For that, the key is stored in the system keychain and the workspace is remembered.</source>
        <translation>Es fragt alle 15 Minuten, solange es geöffnet ist. Dafür wird der Schlüssel im Schlüsselbund des Systems gespeichert und der Workspace gemerkt.</translation>
    </message>
    <message>
        <source>Threadcount access check, %1 at %2 UTC</source>
        <translation>Threadcount-Zugriffsprüfung, %1 um %2 UTC</translation>
    </message>
    <message>
        <source>Workspace: %1</source>
        <translation>Workspace: %1</translation>
    </message>
    <message>
        <source>C&amp;lose</source>
        <translation>S&amp;chließen</translation>
    </message>
    <message>
        <source>&amp;Save and close</source>
        <translation>&amp;Speichern und schließen</translation>
    </message>
    <message>
        <source>&amp;Continue</source>
        <translation>&amp;Weiter</translation>
    </message>
    <message>
        <source>&amp;Keep checking</source>
        <translation>Weiter &amp;prüfen</translation>
    </message>
    <message>
        <source>&amp;Try again</source>
        <translation>&amp;Erneut versuchen</translation>
    </message>
    <message>
        <source>The same answer as above</source>
        <translation>Dieselbe Antwort wie oben</translation>
    </message>
</context>
<context>
    <name>ui::wizard::WelcomePage</name>
    <message>
        <source>See how your engineers use Codex</source>
        <translation>Sehen Sie, wie Ihre Teams Codex nutzen</translation>
    </message>
    <message>
        <source>Threadcount reads daily totals from the Codex Enterprise Analytics API, keeps them on this computer and charts them. It never sees prompts, code or review text.</source>
        <translation>Threadcount liest Tagessummen aus der Codex Enterprise Analytics API, bewahrt sie auf diesem Computer auf und zeigt sie in Diagrammen. Prompts, Code oder Review-Texte sieht es nie.</translation>
    </message>
    <message>
        <source>Connect your workspace</source>
        <translation>Ihren Workspace verbinden</translation>
    </message>
    <message>
        <source>Use one analytics key. Five minutes once the key exists; the next step shows how.</source>
        <translation>Ein Analytics-Schlüssel, dann fünf Minuten; der nächste Schritt zeigt, wie.</translation>
    </message>
    <message>
        <source>One read-only key</source>
        <translation>Ein Nur-Lese-Schlüssel</translation>
    </message>
    <message>
        <source>30 days of history first</source>
        <translation>Zuerst 30 Tage Rückblick</translation>
    </message>
    <message>
        <source>Then several times a day</source>
        <translation>Danach mehrmals täglich</translation>
    </message>
    <message>
        <source>Recommended</source>
        <translation>Empfohlen</translation>
    </message>
    <message>
        <source>Explore with demo data</source>
        <translation>Mit Demodaten erkunden</translation>
    </message>
    <message>
        <source>A made-up company. Its window and its exports are marked as demo.</source>
        <translation>Eine erfundene Firma. Fenster und Exporte sind als Demo markiert.</translation>
    </message>
    <message>
        <source>No key, no network, own database</source>
        <translation>Kein Schlüssel, kein Netz, eigene Datenbank</translation>
    </message>
    <message>
        <source>Leave at any time</source>
        <translation>Jederzeit beenden</translation>
    </message>
    <message>
        <source>What Threadcount reads</source>
        <translation>Was Threadcount liest</translation>
    </message>
    <message>
        <source>Daily totals per person</source>
        <translation>Tagessummen pro Person</translation>
    </message>
    <message>
        <source>Threads, turns, credits and token counts, by client and model</source>
        <translation>Threads, Turns, Credits und Tokenzahlen, nach Client und Modell</translation>
    </message>
    <message>
        <source>Workspace review counts</source>
        <translation>Review-Zahlen des Workspace</translation>
    </message>
    <message>
        <source>Reviews, comments by priority, reactions and replies</source>
        <translation>Reviews, Kommentare nach Priorität, Reaktionen und Antworten</translation>
    </message>
    <message>
        <source>Who it was</source>
        <translation>Wer es war</translation>
    </message>
    <message>
        <source>An opaque user id and, where the workspace allows it, the email address</source>
        <translation>Eine Nutzer-ID ohne Klarnamen und, wo der Workspace es erlaubt, die E-Mail-Adresse</translation>
    </message>
    <message>
        <source>What it never reads</source>
        <translation>Was es nie liest</translation>
    </message>
    <message>
        <source>Prompts, code and diffs</source>
        <translation>Prompts, Code und Diffs</translation>
    </message>
    <message>
        <source>The API does not return them</source>
        <translation>Die API liefert sie nicht</translation>
    </message>
    <message>
        <source>No cloud account</source>
        <translation>Kein Cloud-Konto</translation>
    </message>
    <message>
        <source>No telemetry. The only host contacted is %1</source>
        <translation>Keine Telemetrie. Kontaktiert wird nur %1</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>&amp;Beenden</translation>
    </message>
    <message>
        <source>Connect your &amp;workspace</source>
        <translation>Ihren &amp;Workspace verbinden</translation>
    </message>
    <message>
        <source>What you will see</source>
        <translation>Was Sie sehen werden</translation>
    </message>
    <message>
        <source>Demo data</source>
        <translation>Demodaten</translation>
    </message>
    <message>
        <source>Example of a chart: %1</source>
        <translation>Beispiel eines Diagramms: %1</translation>
    </message>
    <message>
        <source>Active people per day</source>
        <translation>Aktive Personen pro Tag</translation>
    </message>
    <message>
        <source>Rhythm, 13 weeks</source>
        <translation>Rhythmus, 13 Wochen</translation>
    </message>
    <message>
        <source>Engagement with reviews</source>
        <translation>Resonanz auf Reviews</translation>
    </message>
</context>
</TS>
