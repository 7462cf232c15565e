# SPDX-FileCopyrightText: 2026 The Threadcount authors
# SPDX-License-Identifier: GPL-3.0-or-later
#
# Rewrites the translation files in a folder from the sources; the target update_translations and the test of the
# translations both do it this way.
#   cmake -DLUPDATE=… -DSOURCE_DIR=… -DTRANSLATIONS_DIR=… -P Lupdate.cmake
#
# Left out are the command line and the simulator: they install no translations, because scripts read what they print.
file(GLOB rooms LIST_DIRECTORIES true "${SOURCE_DIR}/app/*")
list(FILTER rooms EXCLUDE REGEX "/(cli|simulator|[^/]*[.][^/]*)$")
set(common -silent -locations none -no-obsolete -I "${SOURCE_DIR}/app" -I "${SOURCE_DIR}/ui" -source-language en)
# English holds plural forms only: the source texts are English.
foreach(language IN ITEMS "en;-pluralonly" "de")
    list(POP_FRONT language code)
    execute_process(
        COMMAND "${LUPDATE}" ${common} ${language} -target-language ${code} ${rooms} "${SOURCE_DIR}/ui"
            -ts "${TRANSLATIONS_DIR}/threadcount_${code}.ts"
        RESULT_VARIABLE result)
    if(NOT result EQUAL 0)
        message(FATAL_ERROR "lupdate ended with ${result}")
    endif()
endforeach()
