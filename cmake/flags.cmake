# Compiler flags for everything of ours, each with its reason.
include_guard()
add_library(ow_flags INTERFACE)
target_compile_options(ow_flags INTERFACE
  -Wall -Wextra -Wpedantic   # what every compiler agrees is doubtful
  -Wshadow                   # a name hiding another is read wrongly
  -Wnon-virtual-dtor -Woverloaded-virtual
  -Wswitch                   # a forgotten state of a closed enum must not compile
  -Wimplicit-fallthrough -Wunused -Wnull-dereference
  -Werror                    # a warning nobody must fix is never fixed
  -fstack-protector-strong   # foreign bytes are parsed here
  -fno-strict-aliasing)      # pixel buffers are read as several types
target_compile_definitions(ow_flags INTERFACE
  $<$<CONFIG:Release>:_FORTIFY_SOURCE=2>)
if(CMAKE_CXX_COMPILER_ID STREQUAL "GNU")
  # g++ 12 warns falsely inside the standard library's own strings and optionals when it inlines them.
  target_compile_options(ow_flags INTERFACE -Wno-restrict -Wno-maybe-uninitialized -Wno-null-dereference)
endif()

set(OW_SANITIZE "" CACHE STRING "Sanitizers to build with: address,undefined or thread")
if(OW_SANITIZE)
  add_compile_options(-fsanitize=${OW_SANITIZE} -fno-omit-frame-pointer -fno-sanitize-recover=all)
  add_link_options(-fsanitize=${OW_SANITIZE})
endif()
