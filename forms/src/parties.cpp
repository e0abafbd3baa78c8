#include <forms/completeness.h>

#include <forms/identity_number.h>

#include <nlohmann/json.hpp>

#include <algorithm>
#include <set>

namespace forms {

namespace {

std::string idTypeOf(const std::string& number)
{
    if (number.empty())
        return {};
    return isCreditCode(number) ? "uscc" : "111";
}

/// The pointer with its first `*` as that row.
std::string inRow(const std::string& pattern, std::size_t row)
{
    const auto star = pattern.find("/*");
    if (star == std::string::npos)
        return pattern;
    return pattern.substr(0, star + 1) + std::to_string(row) + pattern.substr(star + 2);
}

std::size_t rowsOf(const FormData& data, const std::string& pattern)
{
    const auto star = pattern.find("/*");
    if (star == std::string::npos)
        return 1;
    try {
        const nlohmann::json::json_pointer table(pattern.substr(0, star));
        const auto& json = data.json();
        return json.contains(table) && json.at(table).is_array() ? json.at(table).size() : 0;
    } catch (const nlohmann::json::exception&) {
        return 0;
    }
}

/// Hands out "agent", "agent#2", "agent#3" in turn, never one that is taken.
class Keys
{
  public:
    std::string next(const std::string& role)
    {
        for (std::size_t n = 1;; ++n) {
            auto key = n == 1 ? role : role + "#" + std::to_string(n);
            if (m_taken.insert(key).second)
                return key;
        }
    }

    bool take(const std::string& key) { return m_taken.insert(key).second; }

  private:
    std::set<std::string> m_taken;
};

void addFromForm(const PartyRule& rule, const FormData& data, Keys& keys, std::vector<Party>& parties)
{
    for (std::size_t row = 0; row < rowsOf(data, rule.name); ++row) {
        Party party;
        party.role = rule.role;
        party.name = data.text(inRow(rule.name, row)).value_or("");
        party.idNumber = rule.number.empty() ? "" : data.text(inRow(rule.number, row)).value_or("");
        if (party.name.empty() && party.idNumber.empty())
            continue;
        party.idType = idTypeOf(party.idNumber);
        party.key = keys.next(rule.role);
        parties.push_back(std::move(party));
    }
}

/// Somebody added by hand whom the form names too is one person.
Party* findSame(std::vector<Party>& parties, const Party& added)
{
    const auto found = std::find_if(parties.begin(), parties.end(), [&added](const Party& party) {
        return party.role == added.role && !added.idNumber.empty() && party.idNumber == added.idNumber;
    });
    return found == parties.end() ? nullptr : &*found;
}

}  // namespace

std::vector<Party> partiesOf(const Guide& guide, const Case& draft)
{
    std::vector<Party> parties;
    Keys keys;
    for (const auto& rule : guide.parties)
        if (const auto data = draft.forms.find(rule.form); data != draft.forms.end())
            addFromForm(rule, data->second, keys, parties);
    for (auto added : draft.parties) {
        if (auto* same = findSame(parties, added)) {
            same->phone = same->phone.empty() ? added.phone : same->phone;
            continue;
        }
        if (added.key.empty() || !keys.take(added.key))
            added.key = keys.next(added.role);
        parties.push_back(std::move(added));
    }
    return parties;
}

}  // namespace forms
