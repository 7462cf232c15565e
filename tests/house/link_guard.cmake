# SPDX-FileCopyrightText: 2026 The Threadcount authors
# SPDX-License-Identifier: GPL-3.0-or-later
#
# The guard lets pass what app/ may link and stops everything of the window, with a sentence that says why.
# cmake -DROOT=… -P link_guard.cmake
include(${ROOT}/cmake/ThreadcountTargets.cmake)

if(BAD_LINK)
    threadcount_app_library(bad HEADERS Bad.h SOURCES Bad.cpp LINKS app_core PRIVATE_LINKS ${BAD_LINK})
    return()
endif()

threadcount_check_app_links(good Qt6::Core Qt6::Network QCoro6::Core Qt6Keychain::Qt6Keychain app_core)
foreach(link IN ITEMS Qt6::Gui Qt6::Widgets Qt6::Charts Qt6::Svg Qt6::SvgWidgets Qt6::PrintSupport Qt6::OpenGL Qt6::Quick
        Qt::Widgets Qt6::GuiPrivate)
    execute_process(
        COMMAND ${CMAKE_COMMAND} -DROOT=${ROOT} -DBAD_LINK=${link} -P ${CMAKE_CURRENT_LIST_FILE}
        RESULT_VARIABLE result OUTPUT_QUIET ERROR_VARIABLE said)
    string(REGEX REPLACE "[ \n]+" " " said "${said}")
    if(result EQUAL 0)
        message(FATAL_ERROR "The link guard let app_bad link ${link}.")
    endif()
    if(NOT said MATCHES "The house rule is broken: app_bad lives under app/ and links ${link}\\.")
        message(FATAL_ERROR "The link guard stopped ${link} without its sentence: ${said}")
    endif()
endforeach()
