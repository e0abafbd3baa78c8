#include "wx_window_fixture.h"

#include <kit/attention_bar.h>
#include <kit/card_list.h>
#include <kit/fact_sheet.h>
#include <kit/nav_bar.h>
#include <widgets/segment_choice.h>
#include <widgets/theme.h>
#include <widgets/wrap_text.h>

#include <wx/button.h>
#include <wx/choice.h>
#include <wx/stattext.h>
#include <wx/tglbtn.h>

namespace {

using widgets::Tone;

class AttentionBarTest : public gui::WindowTest
{
  protected:
    AttentionBarTest()
        : bar(put(new kit::AttentionBar(
            frame, "Close", [](std::size_t more) { return wxString::Format("%zu more", more); })))
    {}

    bool says(const wxString& text) const
    {
        for (auto* child : bar.GetChildren()) {
            if (child->IsShown() && child->GetLabel() == text) {
                return bar.IsShown();
            }
        }
        return false;
    }

    void press(const wxString& label)
    {
        for (auto* child : bar.GetChildren()) {
            if (auto* button = dynamic_cast<wxButton*>(child);
                button != nullptr && button->GetLabel() == label) {
                wxCommandEvent event(wxEVT_BUTTON, button->GetId());
                button->ProcessWindowEvent(event);
                return;
            }
        }
        FAIL() << label;
    }

    kit::AttentionBar& bar;
};

TEST_F(AttentionBarTest, ShowsOneMessageAndCountsTheRest)
{
    EXPECT_FALSE(bar.IsShown());
    bar.show({"a", Tone::Warn, "first", {}});
    bar.show({"b", Tone::Info, "second", {}});
    EXPECT_TRUE(says("first"));
    EXPECT_TRUE(says("1 more"));
    bar.close("a");
    EXPECT_TRUE(says("second"));
    bar.close("b");
    EXPECT_FALSE(bar.IsShown());
}

TEST_F(AttentionBarTest, SaysNothingTwice)
{
    bar.show({"a", Tone::Warn, "3 pages", {}});
    bar.show({"a", Tone::Warn, "4 pages", {}});
    EXPECT_EQ(bar.count(), 1U);
    EXPECT_TRUE(says("4 pages"));
}

TEST_F(AttentionBarTest, LetsDangerGoFirst)
{
    bar.show({"a", Tone::Info, "info", {}});
    bar.show({"b", Tone::Danger, "danger", {}});
    bar.show({"c", Tone::Danger, "later danger", {}});
    EXPECT_TRUE(says("danger"));
    bar.close("b");
    EXPECT_TRUE(says("later danger"));
}

TEST_F(AttentionBarTest, LetsTheAnswerToWhatWasDoneJustNowGoBeforeAll)
{
    using Turn = kit::Attention::Turn;
    bar.show({"a", Tone::Danger, "old guides", {}});
    bar.show({"b", Tone::Danger, "refused", {}, Turn::Answers});
    EXPECT_TRUE(says("refused"));
    bar.show({"c", Tone::Danger, "later danger", {}});
    EXPECT_TRUE(says("refused"));
    bar.show({"c", Tone::Danger, "refused too", {}, Turn::Answers});
    EXPECT_TRUE(says("refused too"));
    EXPECT_EQ(bar.count(), 3U);
}

TEST_F(AttentionBarTest, ClosesWhatLiesBelowAKey)
{
    bar.show({"case/7/scan", Tone::Danger, "jam", {}});
    bar.show({"case/7", Tone::Warn, "lacking", {}});
    bar.show({"case/70/scan", Tone::Warn, "another case", {}});
    bar.close("case/7");
    EXPECT_EQ(bar.count(), 1U);
    EXPECT_TRUE(says("another case"));
}

TEST_F(AttentionBarTest, GoodNewsGoByThemselvesAndTroubleStays)
{
    bar.setPatience(std::chrono::milliseconds(50));
    bar.show({"kept", Tone::Info, "2 pages were kept", {}});
    bar.show({"undo", Tone::Info, "discarded", {{"Undo", [] {}}}});
    EXPECT_TRUE(gui::waitUntil([&] { return bar.count() == 1; }));
    EXPECT_TRUE(says("discarded")) << "what can be acted upon waits for a person";
    bar.show({"jam", Tone::Danger, "jam", {}});
    bar.show({"saved", Tone::Ok, "saved", {}});
    EXPECT_TRUE(says("jam"));
    bar.close("jam");
    bar.close("undo");
    EXPECT_TRUE(gui::waitUntil([&] { return bar.count() == 0; }));
    EXPECT_FALSE(bar.IsShown());
}

TEST_F(AttentionBarTest, ActsAndTakesTheMessageAway)
{
    int acted = 0;
    bar.show({"a", Tone::Warn, "one", {{"Do it", [&] {
                                            ++acted;
                                            bar.show({"b", Tone::Ok, "done", {}});
                                        }}}});
    press("Do it");
    EXPECT_EQ(acted, 1);
    EXPECT_TRUE(says("done"));
    EXPECT_EQ(bar.count(), 1U);
}

class SegmentChoiceTest : public gui::WindowTest
{};

void press(wxToggleButton& button)
{
    button.SetValue(!button.GetValue());
    wxCommandEvent event(wxEVT_TOGGLEBUTTON, button.GetId());
    button.ProcessWindowEvent(event);
}

TEST_F(SegmentChoiceTest, ChoosesOneAndNeverNone)
{
    auto& choice = put(new widgets::SegmentChoice(frame, "sex", {{"1", "man"}, {"2", "woman"}}));
    int told = 0;
    choice.onChosen([&] { ++told; });
    EXPECT_FALSE(choice.chosen());
    auto& first = dynamic_cast<wxToggleButton&>(*choice.GetChildren()[0]);
    press(first);
    EXPECT_EQ(choice.chosen(), "1");
    press(first);
    EXPECT_EQ(choice.chosen(), "1");
    EXPECT_TRUE(first.GetValue());
    EXPECT_EQ(told, 1);
    choice.choose("2");
    EXPECT_FALSE(first.GetValue());
    EXPECT_EQ(told, 1);
}

TEST_F(SegmentChoiceTest, BecomesAListWhenThereAreManyOptions)
{
    std::vector<widgets::ChoiceOption> options;
    for (int number = 0; number < 56; ++number) {
        options.push_back({std::to_string(number), wxString::Format("option %d", number)});
    }
    auto& choice = put(new widgets::SegmentChoice(frame, "nation", std::move(options)));
    auto& list = dynamic_cast<wxChoice&>(choice.firstControl());
    list.SetSelection(3);
    wxCommandEvent event(wxEVT_CHOICE, list.GetId());
    event.SetInt(3);
    list.ProcessWindowEvent(event);
    EXPECT_EQ(choice.chosen(), "2");
}

TEST_F(SegmentChoiceTest, ShowsAStoredValueThatIsNoOption)
{
    auto& choice = put(new widgets::SegmentChoice(frame, "sex", {{"1", "man"}, {"2", "woman"}}));
    choice.choose("7");
    EXPECT_EQ(choice.chosen(), "7");
    EXPECT_EQ(choice.GetChildren().size(), 3U);
}

class FactSheetTest : public gui::WindowTest
{};

TEST_F(FactSheetTest, SaysEveryFactAndFollowsWhatChanges)
{
    auto& sheet = put(new kit::FactSheet(frame, "The case", 7));
    const auto values = [&] {
        std::vector<wxString> texts;
        for (const auto* child : sheet.GetChildren())
            if (const auto* text = dynamic_cast<const wxStaticText*>(child))
                texts.push_back(text->GetLabelText());
        return texts;
    };
    sheet.show({{{}, {{"Number", "1"}, {"State", "Sending"}}}});
    EXPECT_EQ(values(), (std::vector<wxString>{"Number", "1", "State", "Sending"}));
    const auto* first = sheet.GetChildren().front();
    sheet.show({{{}, {{"Number", "1"}, {"State", "Received"}}}});
    EXPECT_EQ(values(), (std::vector<wxString>{"Number", "1", "State", "Received"}));
    EXPECT_EQ(sheet.GetChildren().front(), first) << "the same lines are kept";
    sheet.show({});
    EXPECT_TRUE(values().empty());
    frame->DestroyChildren();
}

class CardListTest : public gui::WindowTest
{};

kit::Card card(const std::string& id)
{
    return {id, Tone::Ok, "x", "here", {}, wxString(id), "detail", {}, {}};
}

TEST_F(CardListTest, KeepsTheChosenCardWhenTheListChanges)
{
    auto& list = put(new kit::CardList(frame, "materials", kit::CardShape::Glyph));
    std::vector<std::string> told;
    list.onChosen([&](const std::string& id) { told.push_back(id); });
    list.show({card("a"), card("b"), card("c")});
    list.choose("b");
    list.show({card("x"), card("a"), card("b")});
    EXPECT_EQ(list.chosen(), "b");
    list.show({card("x"), card("a")});
    EXPECT_FALSE(list.chosen());
    EXPECT_TRUE(told.empty());
}

TEST_F(CardListTest, TellsWhichCardThePersonChose)
{
    auto& list = put(new kit::CardList(frame, "materials", kit::CardShape::Glyph));
    std::vector<std::string> told;
    list.onChosen([&](const std::string& id) { told.push_back(id); });
    list.show({card("a"), card("b")});
    auto* model = dynamic_cast<wxDataViewVirtualListModel*>(list.GetModel());
    list.Select(model->GetItem(1));
    wxDataViewEvent event(wxEVT_DATAVIEW_SELECTION_CHANGED, &list, model->GetItem(1));
    list.ProcessWindowEvent(event);
    EXPECT_EQ(told, std::vector<std::string>{"b"});
}

TEST(Card, SaysItsStateFirst)
{
    const kit::Card late{"c", Tone::Danger, {}, "late", "Move", "A", "3303", "1 day", Tone::Danger};
    EXPECT_EQ(late.sentence(), "late, Move, A, 1 day, 3303");
    EXPECT_EQ(kit::Card{}.sentence(), "");
}

class NavBarTest : public gui::WindowTest
{};

TEST_F(NavBarTest, OpensOnePlaceAndTellsOnce)
{
    auto& nav = put(new kit::NavBar(
        frame, "places", {{"a", widgets::Icon::Intake, "A"}, {"b", widgets::Icon::Cases, "B"}}));
    std::vector<std::string> told;
    nav.onOpen([&](const std::string& id) { told.push_back(id); });
    nav.open("a");
    nav.count("b", 120);
    auto& second = dynamic_cast<wxToggleButton&>(*nav.GetChildren()[1]);
    EXPECT_EQ(second.GetName(), "B (120)");
    press(second);
    press(second);
    EXPECT_EQ(told, std::vector<std::string>{"b"});
    EXPECT_TRUE(second.GetValue());
    EXPECT_FALSE(dynamic_cast<wxToggleButton&>(*nav.GetChildren()[0]).GetValue());
}

TEST(Theme, EveryTextCanBeReadOnItsSurface)
{
    const auto theme = widgets::Theme::fromSystem();
    constexpr double Readable = 4.5;
    EXPECT_GE(widgets::contrast(theme.text, theme.panel), Readable);
    EXPECT_GE(widgets::contrast(theme.muted, theme.panel), Readable);
    EXPECT_GE(widgets::contrast(theme.muted, theme.ground), Readable);
    EXPECT_GE(widgets::contrast(theme.text, theme.selection), Readable);
    EXPECT_GE(widgets::contrast(theme.navText, theme.nav), Readable);
    EXPECT_GE(widgets::contrast(theme.onAccent, theme.navChosen), Readable);
    for (const auto& filled : {theme.accent, theme.danger, theme.ok}) {
        EXPECT_GE(widgets::contrast(theme.onAccent, filled), Readable);
    }
    for (const auto tone : {Tone::Neutral, Tone::Info, Tone::Ok, Tone::Warn, Tone::Danger}) {
        EXPECT_GE(widgets::contrast(theme.ink(tone), theme.soft(tone)), Readable);
        EXPECT_GE(widgets::contrast(theme.ink(tone), theme.panel), Readable);
    }
}

class WrapTextTest : public gui::WindowTest
{};

TEST_F(WrapTextTest, BreaksChineseAnywhereButBeforeAClosingMark)
{
    const int four = frame->GetTextExtent(L"测测测测").x;
    EXPECT_EQ(widgets::wrapText(*frame, L"测测测测测", four), L"测测测测\n测");
    EXPECT_EQ(widgets::wrapText(*frame, L"测测测测，测", four), L"测测测\n测，测");
    EXPECT_EQ(widgets::wrapText(*frame, L"测测", four), L"测测");
}

TEST_F(WrapTextTest, KeepsWordsWholeWhereTheyFit)
{
    const int width = frame->GetTextExtent("two words").x;
    EXPECT_EQ(widgets::wrapText(*frame, "two words more", width), "two words\nmore");
}

}  // namespace
