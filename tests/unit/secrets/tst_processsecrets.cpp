// SPDX-FileCopyrightText: 2026 The Threadcount authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "support/TestCase.h"

#include <QDir>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QTemporaryDir>

namespace {

const QString kKey = QStringLiteral("sk-test-CANARY-0123456789-WXYZ");

QString text(const QJsonObject& object, const char* name)
{
    return object.value(QLatin1String(name)).toString();
}

} // namespace

class TestProcessSecrets : public support::TestCase
{
    Q_OBJECT

private Q_SLOTS:
    void takesTheKeyAndLeavesNoTrace();
    void withoutTheVariableThereIsNoKey();
    void variableThatIsNoKeyIsBadUsageAndStillWiped_data();
    void variableThatIsNoKeyIsBadUsageAndStillWiped();
    void otherVariablesStay();
    void readsTheCredentialOfSystemd();
    void missingCredentialIsNoKey();
    void credentialThatIsNoKeyIsBadUsage_data();
    void credentialThatIsNoKeyIsBadUsage();

private:
    /// Starts the child with exactly these variables and returns what it tells.
    static QJsonObject tell(const QMap<QString, QString>& variables)
    {
        QProcessEnvironment environment;
        environment.insert(QStringLiteral("UNRELATED"), QStringLiteral("stays"));
        for (auto it = variables.begin(); it != variables.end(); ++it) {
            environment.insert(it.key(), it.value());
        }
        QProcess child;
        child.setProcessEnvironment(environment);
        child.setProcessChannelMode(QProcess::ForwardedErrorChannel);
        child.start(QStringLiteral(SECRETS_CHILD), QStringList());
        if (!child.waitForFinished() || child.exitStatus() != QProcess::NormalExit || child.exitCode() != 0) {
            return {};
        }
        return QJsonDocument::fromJson(child.readAllStandardOutput()).object();
    }
};

void TestProcessSecrets::takesTheKeyAndLeavesNoTrace()
{
    const QJsonObject told = tell({{QStringLiteral("THREADCOUNT_API_KEY"), kKey}});

    const QJsonObject taken = told[QLatin1String("taken")].toObject();
    QCOMPARE(text(taken, "key"), QStringLiteral("\u2026WXYZ"));
    QCOMPARE(taken[QLatin1String("length")].toInt(), int(kKey.size()));
    QVERIFY(told[QLatin1String("again")].toObject().isEmpty());
    // What root sees in /proc/<pid>/environ, what getenv() finds, and what a child inherits.
    QVERIFY(text(told, "environ").contains(QStringLiteral("UNRELATED=stays")));
    QVERIFY(!text(told, "environ").contains(QStringLiteral("CANARY")));
    QVERIFY(!text(told, "environ").contains(QStringLiteral("WXYZ")));
    QCOMPARE(told[QLatin1String("getenv")].toBool(true), false);
    QVERIFY(text(told, "child").contains(QStringLiteral("UNRELATED=stays")));
    QVERIFY(!text(told, "child").contains(QStringLiteral("THREADCOUNT_API_KEY")));
    // No core file, and nobody of the same user may attach.
    QCOMPARE(told[QLatin1String("dumpable")].toInt(-1), 0);
    QCOMPARE(told[QLatin1String("core")].toInt(-1), 0);
}

void TestProcessSecrets::withoutTheVariableThereIsNoKey()
{
    const QJsonObject told = tell({});
    QVERIFY(told.contains(QLatin1String("taken")));
    QVERIFY(told[QLatin1String("taken")].toObject().isEmpty());
    QCOMPARE(told[QLatin1String("dumpable")].toInt(-1), 0);
}

void TestProcessSecrets::variableThatIsNoKeyIsBadUsageAndStillWiped_data()
{
    QTest::addColumn<QString>("value");
    QTest::newRow("empty") << QString();
    QTest::newRow("too short") << QStringLiteral("CANARY");
    QTest::newRow("two words") << QStringLiteral("CANARY CANARY-2");
    QTest::newRow("too long") << QStringLiteral("CANARY").repeated(2'000);
}

void TestProcessSecrets::variableThatIsNoKeyIsBadUsageAndStillWiped()
{
    QFETCH(QString, value);

    const QJsonObject told = tell({{QStringLiteral("THREADCOUNT_API_KEY"), value}});

    const QJsonObject taken = told[QLatin1String("taken")].toObject();
    QCOMPARE(text(taken, "error"), QStringLiteral("bad_usage"));
    QCOMPARE(text(taken, "subject"), QStringLiteral("THREADCOUNT_API_KEY"));
    QVERIFY(!QJsonDocument(told).toJson().contains("CANARY"));
}

void TestProcessSecrets::otherVariablesStay()
{
    const QJsonObject told = tell({{QStringLiteral("THREADCOUNT_API_KEY"), kKey},
        {QStringLiteral("THREADCOUNT_API_KEY_2"), QStringLiteral("another-variable")},
        {QStringLiteral("MY_THREADCOUNT_API_KEY"), QStringLiteral("yet-another")}});

    QVERIFY(text(told, "environ").contains(QStringLiteral("THREADCOUNT_API_KEY_2=another-variable")));
    QVERIFY(text(told, "child").contains(QStringLiteral("MY_THREADCOUNT_API_KEY=yet-another")));
    QVERIFY(!text(told, "environ").contains(QStringLiteral("CANARY")));
}

void TestProcessSecrets::readsTheCredentialOfSystemd()
{
    const QTemporaryDir folder;
    QFile file(folder.filePath(QStringLiteral("threadcount-api-key")));
    QVERIFY(file.open(QIODevice::WriteOnly));
    QVERIFY(file.write(kKey.toUtf8() + '\n') > 0);
    file.close();

    const QJsonObject told = tell({{QStringLiteral("CREDENTIALS_DIRECTORY"), folder.path()}});

    QCOMPARE(text(told[QLatin1String("credential")].toObject(), "key"), QStringLiteral("\u2026WXYZ"));
    QVERIFY(told[QLatin1String("taken")].toObject().isEmpty());
}

void TestProcessSecrets::missingCredentialIsNoKey()
{
    const QTemporaryDir folder;
    for (const QString& path : {folder.path(), folder.filePath(QStringLiteral("nowhere"))}) {
        const QJsonObject told = tell({{QStringLiteral("CREDENTIALS_DIRECTORY"), path}});
        QVERIFY(told.contains(QLatin1String("credential")));
        QVERIFY(told[QLatin1String("credential")].toObject().isEmpty());
    }
}

void TestProcessSecrets::credentialThatIsNoKeyIsBadUsage_data()
{
    QTest::addColumn<QByteArray>("content");
    QTest::newRow("an empty file") << QByteArray();
    QTest::newRow("two lines") << QByteArray("sk-test-CANARY-1\nsk-test-CANARY-2\n");
    QTest::newRow("a binary file") << QByteArray("\x7f"
                                                 "ELF\0\0\0\0\0\0\0\0",
        12);
    QTest::newRow("a large file") << QByteArray(200'000, 'a');
}

void TestProcessSecrets::credentialThatIsNoKeyIsBadUsage()
{
    QFETCH(QByteArray, content);
    const QTemporaryDir folder;
    QFile file(folder.filePath(QStringLiteral("threadcount-api-key")));
    QVERIFY(file.open(QIODevice::WriteOnly));
    QCOMPARE(file.write(content), content.size());
    file.close();

    const QJsonObject told = tell({{QStringLiteral("CREDENTIALS_DIRECTORY"), folder.path()}});

    const QJsonObject credential = told[QLatin1String("credential")].toObject();
    QCOMPARE(text(credential, "error"), QStringLiteral("bad_usage"));
    QCOMPARE(text(credential, "subject"), file.fileName());
    QVERIFY(!QJsonDocument(credential).toJson().contains("CANARY"));
}

QTEST_GUILESS_MAIN(TestProcessSecrets)
#include "tst_processsecrets.moc"
