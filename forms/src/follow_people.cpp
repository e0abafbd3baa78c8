#include <forms/case_people.h>

#include "parties.h"
#include "people_papers.h"

#include <forms/folding.h>

#include <nlohmann/json.hpp>

#include <algorithm>
#include <set>
#include <unordered_map>
#include <utility>

namespace forms {

namespace {

RowIds tablesOf(const std::map<std::string, RowIds>& rows, const std::string& form)
{
    const auto found = rows.find(form);
    return found == rows.end() ? RowIds() : found->second;
}

/// Takes one step's people from where they were to where they are.
class Following
{
  public:
    Following(const Guide& guide, const PeopleBefore& before, Case& draft)
        : m_guide(guide)
        , m_before(before)
        , m_draft(draft)
        , m_numbers(draft)
        , m_was(seatsOf(guide, {before.forms, before.rows, before.added}))
    {}

    PeopleChange run()
    {
        keepKeysByHand();
        for (const auto& form : m_guide.forms)
            followRows(form.id());
        std::erase_if(m_draft.rows, [this](const auto& form) { return !m_draft.forms.contains(form.first); });
        m_now = seatsOf(m_guide, placesOf(m_draft));
        for (const auto& seat : m_now) {
            m_keys.emplace(seat.party.key, &seat);
            m_places.emplace(placeName(seat), &seat);
        }
        giveWayToForms();
        takeOut();
        takeBack();
        discardPagesOfGone();
        giveEarlyPapers();
        return std::move(m_change);
    }

  private:
    void followRows(const std::string& form);
    std::string idOfNew(const std::string& form, const PeopleTable& table, std::size_t row);
    void keepRow(const std::string& form, const PeopleTable& table, std::size_t row, const std::string& id);
    void keepKeysByHand();
    void giveWayToForms();
    void takeOut();
    void takeOut(const Seat& seat, const Seat* now);
    void takeBack();
    void takeOver(const GoneParty& gone, const std::string& key);
    void bringPages(const GoneParty& gone, const std::string& key);
    void discardPagesOfGone();
    void giveEarlyPapers();
    void giveEarly(const std::string& material, const std::string& from, const std::string& to);
    [[nodiscard]] bool isSomebodys(const std::string& key) const;

    struct LostRow {
        std::string form;
        std::string table;
        std::size_t row;
        std::string content;
    };

    const Guide& m_guide;
    const PeopleBefore& m_before;
    Case& m_draft;
    RowNumbers m_numbers;
    std::vector<Seat> m_was;
    std::vector<Seat> m_now;
    std::unordered_multimap<std::string, const Seat*> m_keys;  ///< of m_now
    std::unordered_map<std::string, const Seat*> m_places;     ///< of m_now
    std::map<std::string, LostRow> m_lost;                     ///< by row id
    std::set<std::string> m_went;                              ///< keys, in this step
    PeopleChange m_change;
};

void Following::followRows(const std::string& form)
{
    const auto tables = peopleTables(m_guide, form);
    const auto& was = formIn(m_before.forms, form);
    const auto& now = formIn(m_draft.forms, form);
    const auto ids = tablesOf(m_before.rows, form);
    auto given = tablesOf(m_draft.rows, form);
    for (const auto& table : tables) {
        const auto before = ids.find(table.pointer);
        const auto known = before == ids.end() ? std::vector<std::string>() : before->second;
        auto& after = given[table.pointer];
        const bool gaveItself = after != known && after.size() == rowCount(now, table.pointer);
        if (!gaveItself)
            after = rowsAfter({table}, was, ids, now, [&](const PeopleTable&, std::size_t row) {
                return idOfNew(form, table, row);
            })[table.pointer];
        const std::set<std::string_view> still(after.begin(), after.end());
        for (std::size_t row = 0; row < known.size(); ++row)
            if (!still.contains(known[row]))
                keepRow(form, table, row, known[row]);
        if (after.empty())
            given.erase(table.pointer);
    }
    if (given.empty())
        m_draft.rows.erase(form);
    else
        m_draft.rows[form] = std::move(given);
}

/// A row that went and is typed or undone again is the row it was; any other has an id of its own.
std::string Following::idOfNew(const std::string& form, const PeopleTable& table, std::size_t row)
{
    const auto& data = formIn(m_draft.forms, form);
    const auto content = rowText(rowsOf(data, table.pointer)[row]);
    const auto place = table.pointer + "/" + std::to_string(row);
    const auto comesBack = [&](const GoneParty& gone) {
        if (gone.form != form || gone.table != table.pointer)
            return false;
        if (gone.content == content)
            return true;
        return std::any_of(table.people.begin(), table.people.end(), [&](const PersonColumns& columns) {
            const NamedNumber person{data.text(place + columns.name).value_or(""),
                                     data.text(place + columns.number).value_or("")};
            return columns.role == gone.party.role
                   && hasSameNumber(person, {gone.party.name, gone.party.idNumber});
        });
    };
    const auto found = std::find_if(m_draft.gone.rbegin(), m_draft.gone.rend(), comesBack);
    if (found == m_draft.gone.rend())
        return m_numbers.next();
    auto id = found->party.key.substr(found->party.key.rfind('@') + 1);
    for (const auto& gone : m_draft.gone)
        if (gone.party.key == gone.party.role + "@" + id)
            bringPages(gone, gone.party.key);
    std::erase_if(m_draft.gone,
                  [&id](const GoneParty& gone) { return gone.party.key == gone.party.role + "@" + id; });
    return id;
}

void Following::keepRow(const std::string& form,
                        const PeopleTable& table,
                        std::size_t row,
                        const std::string& id)
{
    const auto rows = rowsOf(formIn(m_before.forms, form), table.pointer);
    m_lost[id] = {form, table.pointer, row, row < rows.size() ? rowText(rows[row]) : std::string()};
}

/// The key that somebody added by hand had is his from now on, also where it was found by counting.
void Following::keepKeysByHand()
{
    for (auto& seat : m_was) {
        if (seat.kind != SeatKind::Hand || seat.sameAs)
            continue;
        const auto kept =
            std::find_if(m_draft.parties.begin(), m_draft.parties.end(), [&](const Party& party) {
                return party.role == seat.party.role && party.key == seat.handKey;
            });
        if (kept != m_draft.parties.end())
            kept->key = seat.party.key;
        seat.handKey = seat.party.key;
    }
}

/// Where a form gives such a key to another all the same, he takes his papers with him to the next.
void Following::giveWayToForms()
{
    Renames renames;
    for (const auto& seat : m_now) {
        if (seat.kind != SeatKind::Hand || seat.sameAs)
            continue;
        const bool hadIt = std::any_of(m_was.begin(), m_was.end(), [&seat](const Seat& was) {
            return was.kind == SeatKind::Hand && !was.sameAs && was.handKey == seat.handKey;
        });
        if (hadIt && seat.handKey != seat.party.key)
            renames[seat.handKey] = seat.party.key;
        m_draft.parties[seat.hand].key = seat.party.key;
    }
    rename(m_draft, renames);
}

void Following::takeOut()
{
    for (const auto& seat : m_was) {
        const auto found = m_places.find(placeName(seat));
        const auto* now = found == m_places.end() ? nullptr : found->second;
        if (now == nullptr || isSomebodyElse(seat.person(), now->person()))
            takeOut(seat, now);
    }
}

/// Where the key stays somebody's, or is that of a place, the papers get one that is nobody's.
void Following::takeOut(const Seat& seat, const Seat* now)
{
    const auto [first, last] = m_keys.equal_range(seat.party.key);
    if (std::any_of(first, last, [now](const auto& key) { return key.second != now; }))
        return;  // a key that two found by counting: the papers are the other's
    GoneParty gone;
    gone.party = seat.party;
    const auto row = seat.kind == SeatKind::Row ? m_lost.find(seat.rowId) : m_lost.end();
    if (row != m_lost.end()) {
        gone.form = row->second.form;
        gone.table = row->second.table;
        gone.row = row->second.row;
        gone.content = row->second.content;
    } else if (!hasPapers(m_draft, seat.party.key) && (seat.kind != SeatKind::Hand || now != nullptr)) {
        return;
    } else if (seat.kind != SeatKind::Hand || now != nullptr) {
        gone.party.key = seat.party.role + "@" + m_numbers.next();
        rename(m_draft, {{seat.party.key, gone.party.key}});
    }
    m_went.insert(gone.party.key);
    m_draft.gone.push_back(std::move(gone));
}

void Following::takeBack()
{
    std::map<std::pair<std::string, std::string>, std::string> keys;  // by role and number
    for (const auto& seat : m_now)
        if (!seat.sameAs && !seat.party.idNumber.empty())
            keys.emplace(std::pair(seat.party.role, foldedNumber(seat.party.idNumber)), seat.party.key);
    const auto isBack = [&](const GoneParty& gone) {
        const auto same = keys.find({gone.party.role, foldedNumber(gone.party.idNumber)});
        if (m_keys.contains(gone.party.key))
            bringPages(gone, gone.party.key);
        else if (same != keys.end())
            takeOver(gone, same->second);
        else
            return false;
        return true;
    };
    std::erase_if(m_draft.gone, isBack);
}

/// What has come anew since stays as it is, and the old of it in the bin.
void Following::takeOver(const GoneParty& gone, const std::string& key)
{
    GoneParty taken = gone;
    std::vector<CaseMaterial> sources;
    for (auto& material : m_draft.materials)
        if (material.party == gone.party.key) {
            const auto* target = m_draft.findMaterial(material.id, key);
            if (target == nullptr || !hasLivePages(m_draft, *target))
                sources.push_back(material);
        }
    std::erase_if(taken.pages, [&sources](base::PageId page) {
        return std::none_of(sources.begin(), sources.end(), [page](const CaseMaterial& source) {
            return std::find(source.pages.begin(), source.pages.end(), page) != source.pages.end();
        });
    });
    for (auto& source : sources) {
        const auto id = source.id;
        std::erase_if(m_draft.materials, [&](const CaseMaterial& material) {
            return material.id == id && material.party == gone.party.key;
        });
        addPapers(m_draft.materialEntry(id, key), std::move(source));
    }
    bringPages(taken, key);
}

/// Of his pages those that still lie under the key he has now.
void Following::bringPages(const GoneParty& gone, const std::string& key)
{
    MovedPapers papers{gone.party, {}};
    for (const auto id : gone.pages) {
        const bool stillHis = std::any_of(
            m_draft.materials.begin(), m_draft.materials.end(), [&](const CaseMaterial& material) {
                return material.party == key
                       && std::find(material.pages.begin(), material.pages.end(), id) != material.pages.end();
            });
        auto* page = m_draft.findPage(id);
        if (page == nullptr || !page->discarded || !stillHis)
            continue;
        page->discarded = false;
        papers.pages.push_back(id);
    }
    if (!papers.pages.empty())
        m_change.back.push_back(std::move(papers));
}

void Following::discardPagesOfGone()
{
    for (auto& gone : m_draft.gone) {
        if (!m_went.contains(gone.party.key))
            continue;
        for (const auto& material : m_draft.materials)
            if (material.party == gone.party.key)
                for (const auto id : material.pages)
                    if (auto* page = m_draft.findPage(id); page != nullptr && !page->discarded) {
                        page->discarded = true;
                        gone.pages.push_back(id);
                    }
        if (!gone.pages.empty())
            m_change.gone.push_back({gone.party, gone.pages});
    }
}

void Following::giveEarlyPapers()
{
    for (const auto& material : m_guide.materials) {
        const auto first = std::find_if(m_now.begin(), m_now.end(), [&material](const Seat& seat) {
            return !seat.sameAs && seat.party.role == material.per;
        });
        if (first == m_now.end())
            continue;
        giveEarly(material.id, {}, first->party.key);
        if (!isSomebodys(material.per))
            giveEarly(material.id, material.per, first->party.key);
    }
}

bool Following::isSomebodys(const std::string& key) const
{
    return m_keys.contains(key)
           || std::any_of(m_draft.gone.begin(), m_draft.gone.end(), [&key](const GoneParty& gone) {
                  return gone.party.key == key;
              });
}

/// A date agreed without a name is agreed for all of the role and stays so.
void Following::giveEarly(const std::string& material, const std::string& from, const std::string& to)
{
    auto* early = m_draft.findMaterial(material, from);
    if (early == nullptr)
        return;
    CaseMaterial nothing;
    nothing.id = material;
    nothing.party = from;
    auto left = nothing;
    if (from.empty())
        left.deferredUntil = std::exchange(early->deferredUntil, std::nullopt);
    auto papers = std::exchange(*early, left);
    if (left == nothing)
        std::erase_if(m_draft.materials, [&nothing](const CaseMaterial& entry) { return entry == nothing; });
    if (papers != nothing)
        addPapers(m_draft.materialEntry(material, to), std::move(papers));
}

}  // namespace

PeopleChange followPeople(const Guide& guide, const PeopleBefore& before, Case& draft)
{
    return Following(guide, before, draft).run();
}

}  // namespace forms
