#include <desk/intake_desk.h>

#include "material_place.h"

#include <base/durable_file.h>
#include <scanner/image_header.h>

#include <algorithm>

namespace desk {

using base::ErrorCode;
using base::fail;

namespace {

constexpr std::size_t LargestFile = std::size_t{100} << 20;
constexpr std::size_t Last = static_cast<std::size_t>(-1);

tl::unexpected<base::Error> noSuchPage(base::PageId page)
{
    return fail(ErrorCode::NotFound, "The case has no page {page}.", {{"page", page.toString()}});
}

/// Turns are kept as one edit with the angle that results, so that four quarter turns leave no trace.
void turn(forms::Page& page, int degrees)
{
    int angle = degrees;
    for (const auto& edit : page.edits)
        if (edit.kind == "rotate")
            angle += std::stoi(edit.value);
    angle = ((angle % 360) + 360) % 360;
    std::erase_if(page.edits, [](const forms::PageEdit& edit) { return edit.kind == "rotate"; });
    if (angle != 0)
        page.edits.push_back({"rotate", std::to_string(angle)});
}

/// The new page takes the old one's place in its material; the old one is discarded, so that it can be had back.
void takePlaceOf(forms::Case& draft, base::PageId old, base::PageId next)
{
    for (auto& material : draft.materials)
        std::replace(material.pages.begin(), material.pages.end(), old, next);
    if (auto* page = draft.findPage(old))
        page->discarded = true;
}

}  // namespace

void putPage(forms::Case& draft, base::PageId page, const MaterialPlace& to, std::size_t position)
{
    for (auto& material : draft.materials)
        std::erase(material.pages, page);
    if (to.material.empty())
        return;
    auto& pages = draft.materialEntry(to.material, to.party).pages;
    const auto at = std::min(position, pages.size());
    pages.insert(pages.begin() + static_cast<std::ptrdiff_t>(at), page);
}

MaterialPlace placeIn(const forms::Guide& guide, const forms::Case& draft, const MaterialPlace& named)
{
    return {named.material, forms::partyNamed(guide, draft, named.material, named.party)};
}

base::Result<forms::Page> IntakeDesk::pageOfFile(const std::filesystem::path& file) const
{
    const auto bytes = base::readFile(file, LargestFile);
    if (!bytes)
        return base::passOn(bytes);
    const auto header = scanner::readImageHeader(*bytes, file.filename().string());
    if (!header)
        return base::passOn(header);
    const auto kept = m_workplace.pages().keep(*bytes);
    if (!kept)
        return base::passOn(kept);
    forms::Page page;
    page.id = base::PageId::make(m_workplace.clock().now());
    page.sha256 = kept->sha256;
    page.type = scanner::mediaTypeOf(header->type);
    page.bytes = kept->bytes;
    page.width = static_cast<int>(header->width);
    page.height = static_cast<int>(header->height);
    page.dpi = header->dpi;
    page.from = forms::PageOrigin::File;
    return page;
}

base::Result<CaseView> IntakeDesk::attach(base::CaseId id,
                                          const MaterialPlace& place,
                                          const std::vector<std::filesystem::path>& files)
{
    base::Result<CaseView> view = this->view(id);
    for (const auto& file : files) {
        if (!view)
            return view;
        if (auto known = checkPlace(*view->guide, place); !known)
            return base::passOn(known);
        const auto page = pageOfFile(file);
        if (!page)
            return base::passOn(page);
        view = step(id, "case.attach", [&](forms::Case& draft, const forms::Guide& guide) -> base::Status {
            draft.pages.push_back(*page);
            putPage(draft, page->id, placeIn(guide, draft, place), Last);
            return {};
        });
    }
    return view;
}

base::Result<CaseView> IntakeDesk::replaceByFile(base::CaseId id,
                                                 base::PageId page,
                                                 const std::filesystem::path& file)
{
    const auto next = pageOfFile(file);
    if (!next)
        return base::passOn(next);
    return step(id, "case.replace", [&](forms::Case& draft, const forms::Guide&) -> base::Status {
        if (draft.findPage(page) == nullptr)
            return noSuchPage(page);
        draft.pages.push_back(*next);
        takePlaceOf(draft, page, next->id);
        return {};
    });
}

base::Result<CaseView> IntakeDesk::movePage(base::CaseId id,
                                            base::PageId page,
                                            const MaterialPlace& to,
                                            std::size_t position)
{
    return step(id, "case.move", [&](forms::Case& draft, const forms::Guide& guide) -> base::Status {
        auto* found = draft.findPage(page);
        if (found == nullptr)
            return noSuchPage(page);
        if (auto known = checkPlace(guide, to); !known)
            return known;
        putPage(draft, page, placeIn(guide, draft, to), position);
        found->discarded = false;
        return {};
    });
}

base::Result<CaseView> IntakeDesk::rotatePage(base::CaseId id, base::PageId page, int degrees)
{
    if (degrees % 90 != 0)
        return fail(ErrorCode::BadArgument, "A page is turned by 90, 180 or 270 degrees.");
    return step(id, "case.rotate", [&](forms::Case& draft, const forms::Guide&) -> base::Status {
        auto* found = draft.findPage(page);
        if (found == nullptr)
            return noSuchPage(page);
        turn(*found, degrees);
        return {};
    });
}

base::Result<CaseView> IntakeDesk::discardPage(base::CaseId id, base::PageId page)
{
    return step(id, "case.discard", [page](forms::Case& draft, const forms::Guide&) -> base::Status {
        auto* found = draft.findPage(page);
        if (found == nullptr)
            return noSuchPage(page);
        found->discarded = true;
        return {};
    });
}

base::Result<CaseView> IntakeDesk::restorePage(base::CaseId id, base::PageId page)
{
    return step(id, "case.restore", [page](forms::Case& draft, const forms::Guide&) -> base::Status {
        auto* found = draft.findPage(page);
        if (found == nullptr)
            return noSuchPage(page);
        found->discarded = false;
        return {};
    });
}

base::Result<std::string> IntakeDesk::pageImage(const base::Digest& page)
{
    return m_workplace.pages().read(page);
}

}  // namespace desk
