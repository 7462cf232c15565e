// SPDX-FileCopyrightText: 2026 The Threadcount authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "setup/FieldInput.h"
#include "setup/SupportRequest.h"
#include "support/TestCase.h"

#include <QUrlQuery>

using namespace app::setup;

namespace {

const QString kId = QStringLiteral("1f6f0c1e-6a52-4f0e-9a53-5d1c0d7b9e21");

} // namespace

class TestSetupInput : public support::TestCase
{
    Q_OBJECT

private Q_SLOTS:
    void readsWorkspaceIds_data();
    void readsWorkspaceIds();
    void readsKeys_data();
    void readsKeys();
    void knowsItsKeyAgain();
    void supportRequestNamesWhatSupportNeeds();
    void supportRequestNeverHoldsAPastedKey_data();
    void supportRequestNeverHoldsAPastedKey();
    void supportRequestShowsWhatIsMissing();
    void mailLinkCarriesTheWholeText();
};

void TestSetupInput::readsWorkspaceIds_data()
{
    QTest::addColumn<QString>("typed");
    QTest::addColumn<WorkspaceIdProblem>("problem");
    QTest::addColumn<QString>("id");
    QTest::addColumn<QString>("offered");

    const auto row
        = [](const char* name, const QString& typed, WorkspaceIdProblem problem, const QString& id = {},
              const QString& offered = {}) { QTest::newRow(name) << typed << problem << id << offered; };
    row("a plain id", kId, WorkspaceIdProblem::None, kId);
    row("upper case", kId.toUpper(), WorkspaceIdProblem::None, kId);
    row("spaces and a line break around it", QStringLiteral("  %1 \n").arg(kId), WorkspaceIdProblem::None,
        kId);
    row("nothing", {}, WorkspaceIdProblem::Empty);
    row("only spaces", QStringLiteral(" \t "), WorkspaceIdProblem::Empty);
    row("an organisation id", QStringLiteral("org-H4ld3nSyst3ms"), WorkspaceIdProblem::OrganisationId);
    row("a URL that holds one",
        QStringLiteral("https://chatgpt.com/admin/workspaces/%1/settings?x=1").arg(kId),
        WorkspaceIdProblem::FoundInText, {}, kId);
    row("in braces", QStringLiteral("{%1}").arg(kId.toUpper()), WorkspaceIdProblem::FoundInText, {}, kId);
    row("twice the same", QStringLiteral("%1 %1").arg(kId), WorkspaceIdProblem::FoundInText, {}, kId);
    row("two different ones", QStringLiteral("%1 2a000000-0000-4000-8000-000000000002").arg(kId),
        WorkspaceIdProblem::NotAUuid);
    row("a name", QStringLiteral("Halden Systems"), WorkspaceIdProblem::NotAUuid);
    row("one digit too few", kId.chopped(1), WorkspaceIdProblem::NotAUuid);
    row("one digit too many", kId + u'0', WorkspaceIdProblem::NotAUuid);
    row("a letter beyond f", QString(kId).replace(0, 1, QStringLiteral("g")), WorkspaceIdProblem::NotAUuid);
    row("10 KB of noise", QString(10'000, u'x'), WorkspaceIdProblem::NotAUuid);
}

void TestSetupInput::readsWorkspaceIds()
{
    QFETCH(QString, typed);
    QFETCH(WorkspaceIdProblem, problem);
    QFETCH(QString, id);
    QFETCH(QString, offered);

    const WorkspaceIdInput input = readWorkspaceId(typed);

    QCOMPARE(input.problem, problem);
    QCOMPARE(input.id ? input.id->toString() : QString(), id);
    QCOMPARE(input.offered ? input.offered->toString() : QString(), offered);
}

void TestSetupInput::readsKeys_data()
{
    QTest::addColumn<QString>("typed");
    QTest::addColumn<KeyProblem>("problem");

    const QString key = QStringLiteral("sk-test-0123456789-WXYZ");
    const auto good
        = [](const char* name, const QString& typed) { QTest::newRow(name) << typed << KeyProblem::None; };
    good("a plain key", key);
    good("a key without any known prefix", QStringLiteral("0123456789-test-WXYZ"));
    good("line breaks and spaces around it", QStringLiteral("\r\n  %1\t\n").arg(key));
    good("double quotes", QStringLiteral("\"%1\"").arg(key));
    good("single quotes", QStringLiteral("'%1'").arg(key));
    good("typographic quotes", QStringLiteral("\u201C%1\u201D").arg(key));
    good("Bearer in front", QStringLiteral("Bearer %1").arg(key));
    good("the whole header", QStringLiteral("Authorization: bearer %1\n").arg(key));
    good("quotes after Bearer", QStringLiteral("Bearer '%1'").arg(key));
    good("the longest", key + QString(4'096 - key.size(), u'a').chopped(4) + QStringLiteral("WXYZ"));

    const auto bad = [](const char* name, const QString& typed, KeyProblem problem) {
        QTest::newRow(name) << typed << problem;
    };
    bad("nothing", {}, KeyProblem::Empty);
    bad("spaces only", QStringLiteral(" \n "), KeyProblem::Empty);
    bad("empty quotes", QStringLiteral("\"\""), KeyProblem::Empty);
    bad("Bearer alone", QStringLiteral("Bearer "), KeyProblem::Empty);
    bad("a space inside", QStringLiteral("sk-test-01234 56789"), KeyProblem::SpaceInside);
    bad("a line break inside", QStringLiteral("sk-test-01234\n56789"), KeyProblem::SpaceInside);
    bad("a letter that is not ASCII", QStringLiteral("sk-test-0123\u00E456789"), KeyProblem::NotAscii);
    bad("a control character", QStringLiteral("sk-test-0123\u000156789"), KeyProblem::NotAscii);
    bad("too short", QStringLiteral("sk-test"), KeyProblem::TooShort);
    bad("10 KB", QString(10'000, u'k'), KeyProblem::TooLong);
}

void TestSetupInput::readsKeys()
{
    QFETCH(QString, typed);
    QFETCH(KeyProblem, problem);

    const KeyInput input = readKey(typed);

    QCOMPARE(input.problem, problem);
    QCOMPARE(input.key.has_value(), problem == KeyProblem::None);
    if (input.key) {
        QCOMPARE(input.key->redacted(), QStringLiteral("\u2026WXYZ"));
        QVERIFY(!input.key->authorizationHeader().contains("earer Bearer"));
        QVERIFY(!input.key->authorizationHeader().contains('\''));
        QVERIFY(!input.key->authorizationHeader().contains('"'));
    }
}

void TestSetupInput::knowsItsKeyAgain()
{
    const QString text = QStringLiteral("sk-test-0123456789-WXYZ");
    const auto key = *app::secrets::ApiKey::parse(QStringView(text));
    const QStringList same{text, QStringLiteral(" \n%1\n").arg(text), QStringLiteral("\"%1\"").arg(text),
        QStringLiteral("Bearer ") + text};
    for (const QString& held : same) {
        QVERIFY2(isKey(held, key), qPrintable(held));
    }
    const QStringList others{QString(), text.chopped(1), text + u'x', text.toUpper(), text + u' ' + text,
        QStringLiteral("sk-test-0123456789-WXYA")};
    for (const QString& held : others) {
        QVERIFY2(!isKey(held, key), qPrintable(held));
    }
    // The key itself is as it was.
    QCOMPARE(key.authorizationHeader(), QByteArray("Bearer ") + text.toLatin1());
}

void TestSetupInput::supportRequestNamesWhatSupportNeeds()
{
    const SupportRequest request{QStringLiteral("threadcount-analytics-2026"), QStringLiteral("7QXD"),
        QStringLiteral("org-H4ld3nSyst3msAbCdEf"), kId};

    const QString text = request.asText();

    QVERIFY(request.isComplete());
    QVERIFY(text.startsWith(QStringLiteral("To: support@openai.com\nSubject: ")));
    for (const QString& part : {QStringLiteral("threadcount-analytics-2026"),
             QStringLiteral("ending in 7QXD"), QStringLiteral("org-H4ld3nSyst3msAbCdEf"), kId,
             QStringLiteral("codex.enterprise.analytics.read")}) {
        QVERIFY2(text.contains(part), qPrintable(part));
    }
    QVERIFY(!text.contains(u'['));
}

void TestSetupInput::supportRequestNeverHoldsAPastedKey_data()
{
    QTest::addColumn<int>("field");
    QTest::addColumn<QString>("key");
    const QString prefixed = QStringLiteral("sk-test-canary-WXYZ");
    const QString bare = QString(60, u'k') + QStringLiteral("WXYZ");
    for (int field = 0; field < 4; ++field) {
        QTest::addRow("a prefixed key in field %d", field) << field << prefixed;
        QTest::addRow("a bare key in field %d", field) << field << bare;
        QTest::addRow("a key after other words in field %d", field)
            << field << QStringLiteral("it is ") + prefixed;
    }
}

void TestSetupInput::supportRequestNeverHoldsAPastedKey()
{
    QFETCH(int, field);
    QFETCH(QString, key);
    SupportRequest request{QStringLiteral("name"), QStringLiteral("ABCD"), QStringLiteral("org-1"), kId};
    QString* const fields[]
        = {&request.keyName, &request.keyEnding, &request.organisation, &request.workspaceId};
    *fields[field] = key;

    const QString text = request.asText() + QUrl::fromPercentEncoding(request.mailtoUrl().toEncoded());

    const QString secret = key.section(u' ', -1);
    QVERIFY(!text.contains(secret));
    QVERIFY(!text.contains(secret.chopped(4)));
}

void TestSetupInput::supportRequestShowsWhatIsMissing()
{
    const SupportRequest request;

    QVERIFY(!request.isComplete());
    for (const QString& blank : {QStringLiteral("[key name]"), QStringLiteral("[last 4 characters]"),
             QStringLiteral("[organization id]"), QStringLiteral("[workspace id]")}) {
        QVERIFY2(request.body().contains(blank), qPrintable(blank));
    }
}

void TestSetupInput::mailLinkCarriesTheWholeText()
{
    const SupportRequest request{
        QStringLiteral("a & b + c"), QStringLiteral("7QXD"), QStringLiteral("org-1"), kId};

    const QUrl url = request.mailtoUrl();

    QCOMPARE(url.scheme(), QStringLiteral("mailto"));
    QCOMPARE(url.path(), SupportRequest::recipient());
    const QUrlQuery query(url);
    QCOMPARE(query.queryItemValue(QStringLiteral("subject"), QUrl::FullyDecoded), SupportRequest::subject());
    QString expected = request.body();
    expected.replace(u'\n', QStringLiteral("\r\n"));
    QCOMPARE(query.queryItemValue(QStringLiteral("body"), QUrl::FullyDecoded), expected);
}

QTEST_GUILESS_MAIN(TestSetupInput)
#include "tst_setup_input.moc"
