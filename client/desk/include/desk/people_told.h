#pragma once

#include <forms/case_people.h>
#include <i18n/phrase.h>

#include <vector>

namespace desk {

/// What has to be said after a step: whose pages went to the bin, and whose came back. One sentence for each.
[[nodiscard]] std::vector<i18n::Phrase> tellings(const forms::PeopleChange& people);

/// How somebody is called: by name, else by the key.
[[nodiscard]] std::string calledName(const forms::Party& party);

}  // namespace desk
