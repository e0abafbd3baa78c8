#pragma once

#include "forms/guide_version.h"
#include "support/fixed_clock.h"
#include "support/scratch_folder.h"

#include <desk/intake_desk.h>

#include <gtest/gtest.h>

#include <string>

namespace tests {

/// A workstation of which a clerk has the key, on a clock that stands still; guides come by hand.
struct Counter {
    Counter()
        : folder(offline::DataFolder::open(scratch / "data").value())
        , vault(offline::Vault::open(folder, {}).value())
        , place(offline::Workplace::open(folder, vault, clock).value())
        , intake(place, desk::Line::There)
    {
        const offline::Session session{{"clerk", "窗口", {forms::Role::Clerk}, "330399", {}},
                                       base::SigningKey::generate(),
                                       "token",
                                       clock.now() + std::chrono::hours(24 * 400)};
        EXPECT_TRUE(place.sessions().begin(session).has_value());
    }

    void publish(const std::string& guide)
    {
        const auto row = place.catalogue().importGuide(guide);
        EXPECT_TRUE(row.has_value()) << (row ? "" : base::describe(row.error()));
    }

    /// An office document signed by `key`, kept; a release may name it.
    base::Digest keepOffice(const forms::Office& office)
    {
        const auto payload = forms::officeToJson(office);
        const auto digest = base::Digest::of(payload);
        const auto kept =
            place.catalogue().keepOffice(forms::signJws(payload, forms::OfficeFormat, key),
                                         digest,
                                         [this](std::string_view) { return std::optional(key.publicKey()); });
        EXPECT_TRUE(kept.has_value()) << (kept ? "" : base::describe(kept.error()));
        return digest;
    }

    /// A release signed by `key` with these guides, activated.
    void release(int number,
                 const std::vector<std::string>& guides,
                 forms::AgeLimits age = {},
                 std::optional<base::Digest> office = {})
    {
        forms::Catalogue catalogue;
        catalogue.release = number;
        catalogue.division = "330399";
        catalogue.issued = clock.now();
        catalogue.age = age;
        catalogue.office = office;
        for (const auto& text : guides) {
            const auto guide = forms::readGuide(text).value();
            catalogue.guides.push_back({guide.code, guide.version, guide.sha256, {text.size()}});
            EXPECT_TRUE(place.catalogue().keepGuide(catalogue.guides.back(), text).has_value());
        }
        const auto jws = forms::signJws(forms::catalogueToJson(catalogue), forms::CatalogueFormat, key);
        const auto activated = place.catalogue().activate(
            jws, [this](std::string_view) { return std::optional(key.publicKey()); });
        EXPECT_TRUE(activated.has_value()) << (activated ? "" : base::describe(activated.error()));
    }

    ScratchFolder scratch;
    FixedClock clock;
    base::SigningKey key = base::SigningKey::generate();
    offline::DataFolder folder;
    offline::Vault vault;
    offline::Workplace place;
    desk::IntakeDesk intake;
};

}  // namespace tests
