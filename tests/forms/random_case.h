#pragma once

#include <forms/case.h>

#include <random>
#include <string>

namespace tests {

/// Cases of every shape the codecs must carry, the same for the same seed.
class RandomCase
{
  public:
    explicit RandomCase(unsigned seed)
        : m_random(seed)
    {}

    forms::Case draft()
    {
        forms::Case draft;
        draft.id = base::CaseId::make(time());
        draft.revision = number(1, 3);
        if (draft.revision > 1)
            draft.previous = base::Digest::of(text());
        draft.state = forms::allCaseStates()[static_cast<std::size_t>(number(0, 14))];
        draft.division = "330399";
        draft.workstation = text();
        draft.clerk = text();
        draft.number = text();
        draft.officialNumber = text();
        draft.guide = {text(), text(), base::Digest::of(text())};
        draft.matterName = text();
        draft.received = time();
        draft.replaces = text();
        addAnswers(draft);
        addRows(draft);
        for (int i = number(0, 3); i > 0; --i)
            draft.parties.push_back({text(), text(), text(), text(), text(), text()});
        for (int i = number(0, 4); i > 0; --i)
            draft.pages.push_back(page());
        for (int i = number(0, 4); i > 0; --i)
            draft.materials.push_back(material(draft));
        for (int i = number(0, 2); i > 0; --i)
            draft.notices.push_back({text(), base::Digest::of(text())});
        for (int i = number(0, 2); i > 0; --i)
            draft.settled.push_back(base::AnnotationId::make(time()));
        return draft;
    }

    int number(int least, int most) { return std::uniform_int_distribution<int>(least, most)(m_random); }

    std::string text()
    {
        static const char* const Pieces[] = {
            "", "a", "示例·古丽", "\"", "\\", "/", "\n", "\U0002070E", "{}", "0", " ", "é"};
        std::string value;
        for (int i = number(0, 4); i > 0; --i)
            value += Pieces[number(0, 11)];
        return value;
    }

    base::Timestamp time()
    {
        return base::Timestamp(
            std::chrono::milliseconds(1'700'000'000'000 + std::int64_t{number(0, 2'000'000'000)} * 30));
    }

  private:
    void addAnswers(forms::Case& draft)
    {
        for (int i = number(0, 3); i > 0; --i)
            draft.answers[text()] = answer();
        for (int i = number(0, 2); i > 0; --i) {
            forms::FormData data;
            (void)data.set("/name", '"' + std::string("示例甲") + '"');
            (void)data.set("/family/0/age", std::to_string(number(0, 90)) + ".5");
            draft.forms[text()] = data;
        }
    }

    void addRows(forms::Case& draft)
    {
        draft.rowsGiven = number(0, 3);
        for (int i = number(0, 2); i > 0; --i)
            for (int rows = number(0, 3); rows > 0; --rows)
                draft.rows[text()][text()].push_back(text());
        for (int i = number(0, 2); i > 0; --i)
            draft.gone.push_back({{text(), text(), text(), text(), text(), text()},
                                  text(),
                                  number(0, 1) == 0 ? "" : "/family" + text(),
                                  0,
                                  text(),
                                  {base::PageId::make(time())}});
    }

    forms::Answer answer()
    {
        switch (number(0, 2)) {
        case 0: return text();
        case 1: return std::vector<std::string>{text(), text()};
        default: return number(0, 1) == 0 ? double(number(-5, 5)) : number(0, 1000) / 7.0;
        }
    }

    forms::Page page()
    {
        forms::Page page;
        page.id = base::PageId::make(time());
        page.sha256 = base::Digest::of(text());
        page.type = "image/jpeg";
        page.bytes.value = static_cast<std::uint64_t>(number(0, 2'000'000'000)) * 3;
        page.width = number(1, 5000);
        page.height = number(1, 5000);
        page.dpi.value = number(75, 600);
        page.side = number(0, 1) == 0 ? forms::PageSide::Front : forms::PageSide::Back;
        page.from = static_cast<forms::PageOrigin>(number(0, 2));
        for (int i = number(0, 2); i > 0; --i)
            page.flags.push_back(text());
        for (int i = number(0, 2); i > 0; --i)
            page.edits.push_back({text(), text()});
        page.discarded = number(0, 3) == 0;
        return page;
    }

    forms::CaseMaterial material(const forms::Case& draft)
    {
        forms::CaseMaterial material;
        material.id = text();
        material.party = text();
        if (number(0, 1) == 0)
            material.proof = forms::Proof{text(), text(), time()};
        if (number(0, 1) == 0)
            material.deferredUntil = base::hallDate(time());
        material.paper = {number(0, 3), number(0, 3), number(0, 3)};
        for (int i = number(0, 2); i > 0; --i)
            material.facts[text()] = text();
        for (int i = number(0, 2); i > 0; --i)
            material.points.push_back(
                {text(), static_cast<forms::PointVerdict>(number(0, 2)), text(), time(), text()});
        for (const auto& page : draft.pages)
            if (!page.discarded && number(0, 1) == 0)
                material.pages.push_back(page.id);
        return material;
    }

    std::mt19937 m_random;
};

}  // namespace tests
