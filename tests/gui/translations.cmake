# SPDX-FileCopyrightText: 2026 The Threadcount authors
# SPDX-License-Identifier: GPL-3.0-or-later
#
# Every plural form of the sources must have its English translation: a missing one would show "1 day(s)" to a person.
# Runs lupdate on a copy, so the sources stay as they are.
#   cmake -DLUPDATE=… -DSOURCE_DIR=… -DWORK_DIR=… -P translations.cmake
set(name threadcount_en.ts)
file(MAKE_DIRECTORY "${WORK_DIR}")
file(COPY "${SOURCE_DIR}/translations/${name}" DESTINATION "${WORK_DIR}")
execute_process(
    COMMAND "${LUPDATE}" -silent -locations none -no-obsolete -pluralonly -source-language en -target-language en
        "${SOURCE_DIR}/app" "${SOURCE_DIR}/ui" -ts "${WORK_DIR}/${name}"
    RESULT_VARIABLE code
    ERROR_QUIET)
if(NOT code EQUAL 0)
    message(FATAL_ERROR "lupdate ended with ${code}")
endif()
file(READ "${WORK_DIR}/${name}" updated)
if(updated MATCHES "type=\"unfinished\"")
    string(REGEX MATCHALL "<source>[^<]*</source>[^<]*(<comment>[^<]*</comment>)?[^<]*<translation type=\"unfinished\"" open
        "${updated}")
    list(JOIN open "\n  " open)
    message(FATAL_ERROR
        "These texts have no English plural forms yet. Build the target update_translations and fill them in:\n  ${open}")
endif()
