#include "parties.h"

#include "party_paper.h"

#include <forms/completeness.h>
#include <forms/folding.h>

#include <algorithm>
#include <set>

namespace forms {

namespace {

/// The pointer with its first `*` as that row.
std::string inRow(const std::string& pattern, std::size_t row)
{
    const auto star = pattern.find("/*");
    if (star == std::string::npos)
        return pattern;
    return pattern.substr(0, star + 1) + std::to_string(row) + pattern.substr(star + 2);
}

std::string placeKey(const std::string& role, std::size_t n)
{
    return n == 1 ? role : role + "#" + std::to_string(n);
}

/// Hands out "agent", "agent#2", "agent#3" in turn, never one that is taken.
class Keys
{
  public:
    std::string next(const std::string& role)
    {
        for (std::size_t n = 1;; ++n)
            if (auto key = placeKey(role, n); take(key))
                return key;
    }

    bool take(const std::string& key) { return m_taken.insert(key).second; }

    std::string take(std::string key, const std::string& role)
    {
        return !key.empty() && take(key) ? std::move(key) : next(role);
    }

  private:
    std::set<std::string> m_taken;
};

/// Collects the seats of one case.
class Seating
{
  public:
    Seating(const Guide& guide, const PeoplePlaces& places)
        : m_guide(guide)
        , m_places(places)
    {}

    std::vector<Seat> run()
    {
        for (std::size_t rule = 0; rule < m_guide.parties.size(); ++rule)
            addRule(rule);
        for (std::size_t hand = 0; hand < m_places.added.size(); ++hand)
            addByHand(hand);
        return std::move(m_seats);
    }

  private:
    void addRule(std::size_t index)
    {
        const auto& rule = m_guide.parties[index];
        const auto star = rule.name.find("/*");
        const bool isTable = star != std::string::npos;
        const auto ordinal = isTable ? 0 : ++m_fields[rule.role];
        const auto data = m_places.forms.find(rule.form);
        if (data == m_places.forms.end())
            return;
        if (isTable)
            addRows(index, rule.name.substr(0, star), data->second);
        else
            addFields(index, ordinal, data->second);
    }

    void addRows(std::size_t index, const std::string& table, const FormData& data)
    {
        const auto& rule = m_guide.parties[index];
        const auto count = rowCount(data, table);
        const auto* ids = idsOfRows(m_places.rows, rule.form, table, count);
        const auto chosenIn = paperColumn(m_guide, rule, table);
        for (std::size_t row = 0; row < count; ++row) {
            auto seat = seatAt(index, data, row);
            if (seat.person().empty())
                continue;
            if (!chosenIn.empty())
                seat.party.idType = data.text(table + "/" + std::to_string(row) + chosenIn).value_or("");
            seat.kind = SeatKind::Row;
            seat.table = table;
            seat.row = row;
            seat.rowId = ids != nullptr ? (*ids)[row] : std::string();
            seat.party.key =
                m_keys.take(ids != nullptr ? rule.role + "@" + seat.rowId : std::string(), rule.role);
            add(std::move(seat));
        }
    }

    /// Fields are their own place: that the ones before are empty makes no other key.
    void addFields(std::size_t index, std::size_t ordinal, const FormData& data)
    {
        auto seat = seatAt(index, data, 0);
        if (seat.person().empty())
            return;
        seat.kind = SeatKind::Fields;
        seat.party.key = m_keys.take(placeKey(seat.party.role, ordinal), seat.party.role);
        add(std::move(seat));
    }

    [[nodiscard]] Seat seatAt(std::size_t index, const FormData& data, std::size_t row) const
    {
        const auto& rule = m_guide.parties[index];
        Seat seat;
        seat.rule = index;
        seat.party.role = rule.role;
        seat.party.name = data.text(inRow(rule.name, row)).value_or("");
        if (!rule.number.empty())
            seat.party.idNumber = data.text(inRow(rule.number, row)).value_or("");
        return seat;
    }

    /// Somebody added by hand whom the form names too is one person, under the key that the form gives.
    void addByHand(std::size_t index)
    {
        Seat seat;
        seat.hand = index;
        seat.party = m_places.added[index];
        seat.handKey = seat.party.key;
        if (!findSame(seat))
            seat.party.key = m_keys.take(std::move(seat.party.key), seat.party.role);
        add(std::move(seat));
    }

    void add(Seat seat)
    {
        const auto paper = paperOf(m_guide, seat.party);
        seat.party.idType = paper.idType;
        seat.paperFits = paper.fits;
        seat.sameAs = findSame(seat);
        if (!seat.sameAs && !seat.party.idNumber.empty())
            m_numbers.emplace(numberOf(seat), m_seats.size());
        m_seats.push_back(std::move(seat));
    }

    static std::pair<std::string, std::string> numberOf(const Seat& seat)
    {
        return {seat.party.role, foldedNumber(seat.party.idNumber)};
    }

    [[nodiscard]] std::optional<std::size_t> findSame(const Seat& seat) const
    {
        const auto found = seat.party.idNumber.empty() ? m_numbers.end() : m_numbers.find(numberOf(seat));
        return found == m_numbers.end() ? std::nullopt : std::optional(found->second);
    }

    const Guide& m_guide;
    const PeoplePlaces& m_places;
    Keys m_keys;
    std::map<std::string, std::size_t> m_fields;  ///< by role: how many pairs of fields
    std::map<std::pair<std::string, std::string>, std::size_t> m_numbers;  ///< role and number: first seat
    std::vector<Seat> m_seats;
};

}  // namespace

std::vector<Seat> seatsOf(const Guide& guide, const PeoplePlaces& places)
{
    return Seating(guide, places).run();
}

std::string placeName(const Seat& seat)
{
    switch (seat.kind) {
    case SeatKind::Row: return "row " + std::to_string(seat.rule) + " " + seat.rowId;
    case SeatKind::Fields: return "fields " + std::to_string(seat.rule);
    case SeatKind::Hand: return "hand " + seat.handKey;
    }
    return {};
}

bool isOfNobody(const Guide& guide, const std::vector<Seat>& seats, const CaseMaterial& entry)
{
    const auto* material = guide.findMaterial(entry.id);
    if (entry.party.empty() || material == nullptr)
        return false;
    const bool early =
        entry.party == material->per && std::none_of(seats.begin(), seats.end(), [&entry](const Seat& seat) {
            return seat.party.role == entry.party;
        });
    return !early && std::none_of(seats.begin(), seats.end(), [&entry](const Seat& seat) {
        return seat.party.key == entry.party || seat.handKey == entry.party;
    });
}

std::vector<Party> partiesOf(const Guide& guide, const Case& draft)
{
    std::vector<Party> parties;
    std::map<std::size_t, std::size_t> placed;  ///< seat -> index of its party
    const auto seats = seatsOf(guide, placesOf(draft));
    for (std::size_t index = 0; index < seats.size(); ++index) {
        const auto& seat = seats[index];
        if (!seat.sameAs) {
            placed[index] = parties.size();
            parties.push_back(seat.party);
        } else if (auto& known = parties[placed.at(*seat.sameAs)]; known.phone.empty()) {
            known.phone = seat.party.phone;
        }
    }
    return parties;
}

}  // namespace forms
