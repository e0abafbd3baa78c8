# ow_embed(<target> <namespace> NAME <identifier> FILE <path>): puts a file's bytes into the program as
#   extern const std::string_view <namespace>::<identifier>, declared in the generated header <namespace>/<identifier>.h
# so that no program looks for its own data at run time. Ready when main() begins; not for other globals to use.
include_guard()
function(ow_embed target namespace)
  cmake_parse_arguments(ARG "" "NAME;FILE" "" ${ARGN})
  set(folder ${CMAKE_CURRENT_BINARY_DIR}/embedded)
  set(header ${folder}/${namespace}/${ARG_NAME}.h)
  set(source ${folder}/${namespace}_${ARG_NAME}.cpp)
  get_filename_component(path ${ARG_FILE} ABSOLUTE)
  file(CONFIGURE OUTPUT ${header} CONTENT
"#pragma once
#include <string_view>
namespace @namespace@ { extern const std::string_view @ARG_NAME@; }
" @ONLY)
  file(CONFIGURE OUTPUT ${source} CONTENT
"#include <@namespace@/@ARG_NAME@.h>
__asm__(\".pushsection .rodata\\n.global ow_@namespace@_@ARG_NAME@\\n.global ow_@namespace@_@ARG_NAME@_end\\n\"
        \"ow_@namespace@_@ARG_NAME@:\\n.incbin \\\"@path@\\\"\\now_@namespace@_@ARG_NAME@_end:\\n.byte 0\\n.popsection\\n\");
extern \"C\" { extern const char ow_@namespace@_@ARG_NAME@[]; extern const char ow_@namespace@_@ARG_NAME@_end[]; }
namespace @namespace@ {
const std::string_view @ARG_NAME@{ow_@namespace@_@ARG_NAME@, static_cast<std::size_t>(ow_@namespace@_@ARG_NAME@_end - ow_@namespace@_@ARG_NAME@)};
}
" @ONLY)
  set_source_files_properties(${source} PROPERTIES OBJECT_DEPENDS ${path})
  target_sources(${target} PRIVATE ${source})
  target_include_directories(${target} PRIVATE ${folder})
endfunction()
