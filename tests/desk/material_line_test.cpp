#include <desk/material_line.h>

#include <base/durable_file.h>

#include <gtest/gtest.h>

#include <algorithm>

namespace {

/// A marriage move of 户口迁移 with its situation answered and an empty form.
class Lines : public testing::Test
{
  protected:
    void SetUp() override
    {
        const auto bytes =
            base::readFile(OW_SOURCE_DIR "/forms/guides/hk-qy.guide.json", std::size_t{1} << 22);
        auto guide = forms::readGuide(bytes.value());
        m_view.guide = std::make_shared<const forms::Guide>(std::move(guide.value()));
        m_view.draft.answers = {{"kind", "marry"},
                                {"dir", "in"},
                                {"range", "city"},
                                {"local", "yes"},
                                {"house", "host"},
                                {"child", "no"},
                                {"agent", "self"}};
        m_view.draft.guide.sha256 = m_view.guide->sha256;
        judge();
    }

    void judge()
    {
        m_view.completeness =
            forms::check(*m_view.guide, m_view.draft, {base::parseDate("2026-11-24").value(), false});
    }

    forms::Page& addPage(const std::string& material)
    {
        forms::Page page;
        page.id = base::PageId::make(base::Timestamp{});
        m_view.draft.pages.push_back(page);
        if (!material.empty())
            m_view.draft.materialEntry(material).pages.push_back(page.id);
        judge();
        return m_view.draft.pages.back();
    }

    [[nodiscard]] std::optional<desk::MaterialLine> line(const std::string& material) const
    {
        const auto lines = desk::materialLines(m_view);
        const auto found =
            std::find_if(lines.begin(), lines.end(), [&material](const desk::MaterialLine& each) {
                return each.place.material == material;
            });
        return found == lines.end() ? std::nullopt : std::optional(*found);
    }

    desk::CaseView m_view;
};

TEST_F(Lines, FollowTheGuidesOrder)
{
    const auto lines = desk::materialLines(m_view);
    std::vector<std::size_t> places;
    for (const auto& each : lines)
        places.push_back(static_cast<std::size_t>(std::find_if(m_view.guide->materials.begin(),
                                                               m_view.guide->materials.end(),
                                                               [&each](const forms::Material& material) {
                                                                   return material.id == each.place.material;
                                                               })
                                                  - m_view.guide->materials.begin()));
    EXPECT_GE(lines.size(), 4U);
    EXPECT_TRUE(std::is_sorted(places.begin(), places.end()));
}

TEST_F(Lines, AMaterialOfWhichNothingIsHereIsNotReceived)
{
    EXPECT_EQ(line("m-jhz")->state, desk::MaterialState::NotReceived);
}

TEST_F(Lines, PagesMakeAMaterialHereAndDiscardedOnesDoNotCount)
{
    auto& page = addPage("m-jhz");
    EXPECT_EQ(line("m-jhz")->state, desk::MaterialState::Here);
    EXPECT_EQ(line("m-jhz")->pages, 1U);
    page.discarded = true;
    judge();
    EXPECT_EQ(line("m-jhz")->pages, 0U);
    EXPECT_EQ(line("m-jhz")->state, desk::MaterialState::NotReceived);
}

TEST_F(Lines, AnOpenReviewPointIsCounted)
{
    addPage("m-jhz");
    EXPECT_EQ(line("m-jhz")->openPoints, 1U);
}

TEST_F(Lines, AProofMakesItExemptAndAPromiseDeferred)
{
    m_view.draft.materialEntry("m-jhz").proof = forms::Proof{"card", "R-1", {}};
    judge();
    EXPECT_EQ(line("m-jhz")->state, desk::MaterialState::Exempt);
    EXPECT_EQ(desk::proofTitle(line("m-jhz")->text), "Card read at the counter");
    auto& entry = m_view.draft.materialEntry("m-jhz");
    entry.proof.reset();
    entry.deferredUntil = base::parseDate("2026-11-29");
    judge();
    EXPECT_EQ(line("m-jhz")->state, desk::MaterialState::Deferred);
    EXPECT_EQ(line("m-jhz")->due, base::parseDate("2026-11-29"));
}

TEST_F(Lines, WhatWasPutOffAndHasComeIsHere)
{
    m_view.draft.materialEntry("m-jhz").deferredUntil = base::parseDate("2026-11-29");
    addPage("m-jhz");
    EXPECT_EQ(line("m-jhz")->state, desk::MaterialState::Here);
    EXPECT_FALSE(line("m-jhz")->due);
}

TEST_F(Lines, PagesOfNoMaterialStandLast)
{
    addPage({});
    const auto lines = desk::materialLines(m_view);
    EXPECT_TRUE(lines.back().place.material.empty());
    EXPECT_EQ(lines.back().pages, 1U);
}

TEST_F(Lines, PagesKeptWithoutAPartyCountForTheOneTheyAreAskedOf)
{
    auto data = forms::FormData();
    ASSERT_TRUE(data.set("/name", "\"示例乙\""));
    ASSERT_TRUE(data.set("/idno", "\"330399198711020245\""));
    m_view.draft.forms["application"] = data;
    judge();
    ASSERT_EQ(line("m-id")->state, desk::MaterialState::NotReceived);
    EXPECT_FALSE(line("m-id")->place.party.empty());
    addPage("m-id");
    const auto lines = desk::materialLines(m_view);
    EXPECT_EQ(std::count_if(lines.begin(),
                            lines.end(),
                            [](const desk::MaterialLine& each) { return each.place.material == "m-id"; }),
              1);
    EXPECT_EQ(line("m-id")->state, desk::MaterialState::Here);
}

TEST_F(Lines, AMaterialNoLongerAskedForKeepsItsPagesInSight)
{
    addPage("m-lqs");
    ASSERT_TRUE(line("m-lqs"));
    EXPECT_EQ(line("m-lqs")->pages, 1U);
}

}  // namespace
