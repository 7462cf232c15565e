// SPDX-FileCopyrightText: 2026 The Threadcount authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "shell/NetworkWatch.h"

#include "core/Log.h"

#include <QNetworkInformation>
#include <QNetworkInterface>

#include <algorithm>

namespace ui::shell {

using Reachability = QNetworkInformation::Reachability;

namespace {

constexpr std::chrono::seconds kLook{20};

} // namespace

NetworkWatch::NetworkWatch(QObject* parent)
    : QObject(parent)
{
    m_look.setTimerType(Qt::VeryCoarseTimer);
    connect(&m_look, &QTimer::timeout, this, [this] { setOnline(m_isOnline()); });
}

void NetworkWatch::start()
{
    const bool loaded
        = QNetworkInformation::loadBackendByFeatures(QNetworkInformation::Feature::Reachability);
    QNetworkInformation* information = loaded ? QNetworkInformation::instance() : nullptr;
    if (information == nullptr) {
        startAsking(&NetworkWatch::hasAddress, kLook);
        return;
    }
    // A network behind which nothing was found may be a managed one that lets our service through: it counts.
    const auto isOnline = [](Reachability reachability) {
        return reachability == Reachability::Online || reachability == Reachability::Site;
    };
    m_online = information->reachability() == Reachability::Unknown || isOnline(information->reachability());
    connect(information, &QNetworkInformation::reachabilityChanged, this,
        [this, isOnline](Reachability reachability) { setOnline(isOnline(reachability)); });
}

void NetworkWatch::startAsking(std::function<bool()> isOnline, std::chrono::milliseconds look)
{
    m_isOnline = std::move(isOnline);
    m_online = m_isOnline();
    m_look.start(look);
}

bool NetworkWatch::hasAddress()
{
    const QList<QNetworkInterface> interfaces = QNetworkInterface::allInterfaces();
    return std::any_of(interfaces.begin(), interfaces.end(), [](const QNetworkInterface& one) {
        const QNetworkInterface::InterfaceFlags flags = one.flags();
        if (!flags.testFlag(QNetworkInterface::IsRunning) || flags.testFlag(QNetworkInterface::IsLoopBack)) {
            return false;
        }
        const QList<QNetworkAddressEntry> addresses = one.addressEntries();
        return std::any_of(addresses.begin(), addresses.end(), [](const QNetworkAddressEntry& entry) {
            // A link-local address is what an interface gives itself when nobody answers.
            return !entry.ip().isLinkLocal() && !entry.ip().isLoopback();
        });
    });
}

void NetworkWatch::setOnline(bool online)
{
    const bool was = m_online;
    m_online = online;
    if (online && !was) {
        qCInfo(lcUi) << "The network is back.";
        Q_EMIT returned();
    }
}

} // namespace ui::shell
