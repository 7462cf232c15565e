// SPDX-FileCopyrightText: 2026 The Threadcount authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "messages/ErrorText.h"

#include <QCoreApplication>

namespace app::messages {

namespace {

using core::ErrorKind;

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(app::messages::ErrorText)

public:
    static QString pause(std::chrono::seconds length);
    static ErrorText throttled(const core::Error& error);
    static ErrorText serviceUnavailable(const core::Error& error);
    static ErrorText unexpectedAnswer(const core::Error& error);
    static ErrorText describe(const core::Error& error);
};

/// "45 s", "3 min", "2 h 5 min": long enough never to be too early.
QString Text::pause(std::chrono::seconds length)
{
    const qint64 seconds = length.count();
    if (seconds <= 90) {
        //: A short time, for example "45 s"
        return tr("%1 s").arg(seconds);
    }
    const qint64 minutes = (seconds + 59) / 60;
    if (minutes < 60) {
        //: A time in minutes, for example "3 min"
        return tr("%1 min").arg(minutes);
    }
    //: Hours and minutes, for example "2 h 5 min"
    return tr("%1 h %2 min").arg(minutes / 60).arg(minutes % 60);
}

ErrorText Text::throttled(const core::Error& error)
{
    ErrorText text;
    text.whatHappened = tr("OpenAI asks for a pause: too many requests came in a short time.");
    text.likelyCauses = {tr("another program uses the same key or workspace at the same time"),
        tr("several syncs followed each other quickly")};
    text.nextStep = error.retryAfter
        ? tr("Try again in %1; nothing that is stored was lost.").arg(pause(*error.retryAfter))
        : tr("Try again in a few minutes; nothing that is stored was lost.");
    return text;
}

ErrorText Text::serviceUnavailable(const core::Error& error)
{
    ErrorText text;
    text.nextStep = tr("Try again later; the charts keep showing what was stored before.");
    if (error.httpStatus == 0) {
        text.whatHappened = tr("The Codex analytics service did not answer.");
        text.likelyCauses = {tr("the service is down or very slow"), tr("the network lost the connection"),
            tr("a firewall blocks api.chatgpt.com")};
    } else if (error.httpStatus < 300) {
        text.whatHappened = tr("What arrived was not a whole answer of the Codex analytics service.");
        text.likelyCauses = {tr("a proxy or a sign-in page of your network answered in its place"),
            tr("the connection was cut in the middle of the answer")};
        text.nextStep
            = tr("Open a web page to see whether your network asks you to sign in, then try again.");
    } else {
        text.whatHappened
            = tr("The Codex analytics service cannot answer at the moment (HTTP %1).").arg(error.httpStatus);
        text.likelyCauses = {tr("the service has a problem of its own"),
            tr("a proxy or a sign-in page of your network answered in its place")};
    }
    if (error.retryAfter) {
        text.nextStep = tr("Try again in %1; the charts keep showing what was stored before.")
                            .arg(pause(*error.retryAfter));
    }
    return text;
}

ErrorText Text::unexpectedAnswer(const core::Error& error)
{
    ErrorText text;
    if (error.httpStatus == 400 || error.httpStatus == 422) {
        text.whatHappened = tr("The Codex analytics service refused a request of this program (HTTP %1).")
                                .arg(error.httpStatus);
        text.likelyCauses = {tr("the service changed and this version of Threadcount is too old for it"),
            tr("the workspace ID is not a UUID of a workspace")};
    } else if (error.httpStatus >= 300 && error.httpStatus < 400) {
        text.whatHappened
            = tr("The answer pointed to another address, and the key is never sent elsewhere (HTTP %1).")
                  .arg(error.httpStatus);
        text.likelyCauses = {tr("a proxy or a sign-in page of your network answered in its place"),
            tr("the service moved and this version of Threadcount is too old for it")};
    } else {
        text.whatHappened
            = tr("The Codex analytics service gave an answer that this program does not understand.");
        text.likelyCauses = {tr("the service changed and this version of Threadcount is too old for it"),
            tr("something between you and the service changed its answer")};
    }
    text.nextStep
        = tr("Look for a newer version of Threadcount; if there is none, report the technical details. "
             "Nothing of the answer was stored.");
    return text;
}

ErrorText Text::describe(const core::Error& error)
{
    switch (error.kind) {
    case ErrorKind::ScopeMissing:
        return {tr("The key works, but it does not have the Codex analytics permission yet."),
            {tr("OpenAI Support has not applied the scope codex.enterprise.analytics.read yet"),
                tr("the Admin key was created without the permission Codex analytics API: Read")},
            tr("Wait for OpenAI Support, which takes 1 to 5 business days, or create an Admin key with "
               "Codex analytics API: Read.")};
    case ErrorKind::KeyRejected:
        return {tr("OpenAI did not accept the key."),
            {tr("the key was not copied completely"), tr("the key has expired"),
                tr("the key was revoked or deleted; a deleted key cannot be restored"),
                tr("the person who created the key has left or lost the role")},
            tr("Check that the whole key was pasted, or create a new one and enter it here.")};
    case ErrorKind::AccessDenied:
        return {tr("OpenAI knows the key, but does not let it read this workspace."),
            {tr("the key belongs to another organization or workspace"),
                tr("the plan of the workspace does not include Codex analytics"),
                tr("the creator of the key is no longer an owner or admin of the workspace"),
                tr("the network you are in is not on the workspace's list of allowed networks")},
            tr("Check these with the person who created the key, then try again.")};
    case ErrorKind::WorkspaceNotFound:
        return {tr("OpenAI does not know a workspace with this ID."),
            {tr("the workspace ID has a typing error"),
                tr("the ID of the organization (org-…) was entered instead of the workspace's"),
                tr("Codex analytics is not switched on for this workspace")},
            tr("Copy the workspace ID again from the details of the workspace in the ChatGPT admin "
               "console.")};
    case ErrorKind::ServiceMoved:
        return {tr("The Codex analytics service is no longer where it was."),
            {tr("OpenAI replaced or moved the service"), tr("the workspace was closed")},
            tr("Look for a newer version of Threadcount. The charts keep showing what was stored before.")};
    case ErrorKind::Throttled: return throttled(error);
    case ErrorKind::ServiceUnavailable: return serviceUnavailable(error);
    case ErrorKind::Offline:
        return {tr("The address of the Codex analytics service could not be found."),
            {tr("this computer is offline"), tr("the network's name service (DNS) does not answer"),
                tr("a VPN is needed or is in the way")},
            tr("Check the network connection; the next sync starts by itself when it is back.")};
    case ErrorKind::ProxyFailed:
        return {tr("The proxy of your network did not let the request pass."),
            {tr("the proxy asks for a user name and password"),
                tr("the proxy does not allow connections to api.chatgpt.com"),
                tr("the proxy settings of this computer are out of date")},
            tr("Check the proxy settings of this computer, or ask your IT to allow api.chatgpt.com.")};
    case ErrorKind::TlsFailed:
        return {tr("No trustworthy connection to the Codex analytics service could be made, so the key was "
                   "not sent."),
            {tr("a security product in your network replaces certificates and this computer does not know "
                "its own"),
                tr("the date or time of this computer is wrong"),
                tr("the certificates of this computer are out of date")},
            tr("Check the date and time, and ask your IT to install the network's certificate on this "
               "computer.")};
    case ErrorKind::UnexpectedAnswer: return unexpectedAnswer(error);

    case ErrorKind::Cancelled:
        return {tr("The work was stopped before its end."), {},
            tr("What was complete is stored; the next sync continues from there.")};
    case ErrorKind::BadUsage:
        return {error.subject.isEmpty() ? tr("Something that was entered cannot be used.")
                                        : tr("This cannot be used: %1").arg(error.subject),
            {}, tr("Correct it and try again.")};
    case ErrorKind::StoreFailed:
        return {tr("The local cache could not be read or written."),
            {tr("the disk has a problem"), tr("another program holds the file"),
                tr("the permissions of the folder were changed")},
            tr("Check the disk and the folder of the data. What was stored is kept, and the next sync "
               "continues "
               "by itself.")};
    case ErrorKind::StoreFull:
        return {tr("There is no space left for the local cache."), {tr("the disk or its quota is full")},
            tr("Free some space. What was stored before is still complete, and the next sync continues by "
               "itself.")};
    case ErrorKind::StoreDamaged:
        return {tr("The local cache is damaged and cannot recover by itself."),
            {tr("the disk has a problem"), tr("another program changed the file")},
            tr("Rebuild it from OpenAI: the last 90 days are fetched again, and the damaged file is set "
               "aside. "
               "Older days cannot be fetched again.")};
    case ErrorKind::StoreTooNew:
        return {tr("The local cache was written by a newer version of Threadcount and was left untouched."),
            {tr("an older version was installed or started")},
            tr("Start the newer version, or install it again.")};
    case ErrorKind::StoreFolderRefused:
        return {tr("The data folder cannot be used, and nothing in it was changed."),
            {tr("the folder holds files of something else"), tr("the folder belongs to somebody else"),
                tr("other people may read the folder"), tr("the folder cannot be written to")},
            tr("Choose a new or empty folder that belongs to you alone.")};
    case ErrorKind::NoKey:
        return {tr("There is no key."),
            {tr("the key was removed or never stored"), tr("the key was kept for one session only")},
            tr("Enter the key again.")};
    case ErrorKind::KeychainUnavailable:
        return {tr("This computer has no keychain that Threadcount could use."),
            {tr("no keychain service is installed or running"),
                tr("the program runs outside a desktop session")},
            tr("Start or install a keychain service, or keep the key for this session only.")};
    case ErrorKind::KeychainLocked:
        return {tr("The keychain is locked."), {tr("the dialog that unlocks it was closed")},
            tr("Unlock the keychain and try again.")};
    case ErrorKind::KeychainDenied:
        return {tr("The keychain did not give Threadcount access to its key."),
            {tr("access was refused in the keychain's dialog"), tr("a rule of your organization forbids it")},
            tr("Allow the access in the keychain, or enter the key again.")};
    case ErrorKind::KeychainSilent:
        return {tr("The keychain did not answer in time."),
            {tr("a dialog of the keychain waits for you, perhaps behind another window"),
                tr("the keychain service hangs")},
            tr("Answer the keychain's dialog or restart its service, then try again.")};
    case ErrorKind::SyncRunning:
        return {tr("Another window or program is already working with this workspace."),
            {tr("the desktop application and the command line run at the same time")},
            tr("Wait until it is done, then try again.")};
    case ErrorKind::FileRefused:
        return {tr("The file was not written, because of what is already there."),
            {tr("a file of this name exists"), tr("the name is a link or no regular file")},
            tr("Choose another name, or confirm that the file may be replaced.")};
    case ErrorKind::FileFailed:
        return {tr("The file could not be written."),
            {tr("the folder does not exist or cannot be written to"), tr("the disk is full")},
            tr("Choose another folder or free some space, then try again.")};
    case ErrorKind::Internal:
        return {tr("Threadcount made a mistake of its own."), {},
            tr("Start it again; if the mistake returns, report the technical details.")};
    }
    Q_UNREACHABLE();
}

} // namespace

ErrorText describe(const core::Error& error)
{
    return Text::describe(error);
}

QString asParagraph(const ErrorText& text)
{
    QStringList parts{text.whatHappened};
    if (!text.likelyCauses.isEmpty()) {
        parts += Text::tr("Likely causes: %1.").arg(text.likelyCauses.join(QStringLiteral("; ")));
    }
    parts += text.nextStep;
    parts.removeAll(QString());
    return parts.join(u' ');
}

} // namespace app::messages
