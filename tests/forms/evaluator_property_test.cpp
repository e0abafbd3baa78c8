#include "obvious_evaluator.h"

#include <forms/completeness.h>

#include <gtest/gtest.h>

namespace {

using tests::PlainGuide;
using tests::RandomGuide;

forms::Answer randomAnswer(RandomGuide& random, const tests::AskedQuestion& question)
{
    if (question.kind == "number")
        return static_cast<double>(random.number(-1, 4));
    if (random.maybe(5))
        return std::string("no such option");
    if (question.kind == "single")
        return random.oneOf(question.values);
    std::vector<std::string> chosen;
    for (const auto& value : question.values)
        if (random.maybe(50))
            chosen.push_back(value);
    return chosen;
}

void addPage(RandomGuide& random, forms::Case& draft, forms::CaseMaterial& entry)
{
    forms::Page page;
    page.id = base::PageId::make(base::Timestamp{});
    page.discarded = random.maybe(20);
    entry.pages.push_back(page.id);
    draft.pages.push_back(std::move(page));
}

forms::CaseMaterial randomEntry(RandomGuide& random, const tests::AskedMaterial& material, forms::Case& draft)
{
    forms::CaseMaterial entry;
    entry.id = material.id;
    if (random.maybe(55))
        addPage(random, draft, entry);
    if (random.maybe(40))
        entry.proof = forms::Proof{"card", "R-1", {}};
    if (random.maybe(50))
        entry.facts["valid_to"] = random.oneOf({"2026-11-24", "2026-11-25", "2026-11-26"});
    for (const auto& [point, level] : material.points)
        if (random.maybe(50))
            entry.points.push_back(
                {point, static_cast<forms::PointVerdict>(random.number(0, 2)), "clerk", {}, {}});
    return entry;
}

/// Answers also to hidden questions, several parties of a role, material for some of them.
forms::Case randomCase(RandomGuide& random, const PlainGuide& guide)
{
    forms::Case draft;
    for (const auto& question : guide.questions)
        if (random.maybe(80))
            draft.answers[question.id] = randomAnswer(random, question);
    for (const auto* role : {"applicant", "buyer"})
        for (int n = 1; n <= 3 && random.maybe(50); ++n)
            draft.parties.push_back(
                {n == 1 ? role : role + ("#" + std::to_string(n)), role, "示例甲", {}, {}, {}});
    for (const auto& material : guide.materials) {
        std::vector<std::string> places{""};
        for (const auto& party : draft.parties)
            if (party.role == material.per)
                places.push_back(party.key);
        for (const auto& place : places)
            if (random.maybe(75)) {
                draft.materials.push_back(randomEntry(random, material, draft));
                draft.materials.back().party = place;
            }
    }
    return draft;
}

std::multiset<std::string> namesOf(const std::vector<forms::MaterialNeed>& needs)
{
    std::multiset<std::string> names;
    for (const auto& need : needs)
        names.insert(need.material + need.party);
    return names;
}

TEST(EvaluatorProperty, RandomGuidesAndCasesComeOutAsTheObviousEvaluatorSays)
{
    const auto today = base::parseDate("2026-11-25").value();
    std::map<std::string, int> verdicts;
    for (unsigned seed = 1; seed <= 400; ++seed) {
        RandomGuide random(seed);
        const auto plain = random.guide();
        const auto guide = forms::readGuide(plain.file());
        ASSERT_TRUE(guide) << base::describe(guide.error()) << plain.file();
        for (int n = 0; n < 25; ++n) {
            const auto draft = randomCase(random, plain);
            const bool offline = random.maybe(30);
            const auto found = forms::check(*guide, draft, {today, offline});
            const auto expected = tests::ObviousEvaluator(plain, draft, today, offline).run();
            SCOPED_TRACE("seed " + std::to_string(seed) + " case " + std::to_string(n));
            ASSERT_EQ(forms::nameOf(found.verdict), expected.verdict) << plain.file();
            ASSERT_EQ(found.route, expected.route);
            ASSERT_EQ(found.visibleQuestions, expected.visible);
            ASSERT_EQ(namesOf(found.required), expected.required);
            ASSERT_EQ(namesOf(found.exempt), expected.exempt);
            ASSERT_EQ(namesOf(found.missing), expected.missing);
            ++verdicts[expected.verdict];
        }
    }
    for (const auto* verdict : {"acceptable",
                                "acceptable-with-deferral",
                                "needs-correction",
                                "not-needed",
                                "not-competent",
                                "refused"})
        EXPECT_GT(verdicts[verdict], 50)
            << verdict << " hardly ever came out: the test proves nothing about it";
}

}  // namespace
