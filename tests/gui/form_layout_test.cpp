#include "wx_window_fixture.h"

#include <widgets/form_view.h>

#include <wx/button.h>
#include <wx/checkbox.h>
#include <wx/notebook.h>
#include <wx/radiobut.h>
#include <wx/stattext.h>
#include <wx/textctrl.h>
#include <wx/tglbtn.h>

namespace {

using gui::waitUntil;
using widgets::FormView;

constexpr const char* Schema = R"({"type": "object", "properties": {
  "kind": {"title": "类别", "oneOf": [{"const": 1, "title": "个人"}, {"const": 2, "title": "单位"}]},
  "name": {"type": "string", "title": "姓名"},
  "unit": {"type": "string", "title": "单位名称"},
  "site": {"type": "string", "format": "cn-address", "title": "地址"},
  "ways": {"type": "array", "title": "方式", "items": {"enum": ["窗口", "邮寄"]}},
  "words": {"type": "array", "title": "关键词", "items": {"type": "string"}},
  "text": {"type": "string", "title": "说明", "maxLength": 500}, "last": {"type": "string", "title": "末项"}}})";
constexpr const char* Ui = R"({"type": "Categorization", "elements": [
  {"type": "Category", "label": "基本", "elements": [
    {"type": "Label", "text": "请如实填写"},
    {"type": "Control", "scope": "#/properties/kind", "options": {"format": "radio"}},
    {"type": "HorizontalLayout", "elements": [{"type": "Control", "scope": "#/properties/name"}, {"type": "Control", "scope": "#/properties/text"}]},
    {"type": "Group", "label": "单位", "rule": {"effect": "SHOW", "condition": {"scope": "#/properties/kind", "schema": {"const": 2}}},
     "elements": [{"type": "Control", "scope": "#/properties/unit"}]}]},
  {"type": "Category", "label": "地址", "elements": [{"type": "Control", "scope": "#/properties/site"}, {"type": "Control", "scope": "#/properties/ways"}]},
  {"type": "Category", "label": "其他", "rule": {"effect": "HIDE", "condition": {"scope": "#/properties/kind", "schema": {"const": 1}}},
   "elements": [{"type": "Control", "scope": "#/properties/words"},
     {"type": "Control", "scope": "#/properties/last", "rule": {"effect": "DISABLE", "condition": {"scope": "#/properties/name", "schema": {"const": "锁"}}}}]}]})";

template <class Control>
Control* findNamed(const wxWindow& root, const wxString& name)
{
    for (auto* child : root.GetChildren()) {
        if (auto* control = dynamic_cast<Control*>(child); control != nullptr && control->GetName() == name) {
            return control;
        }
        if (auto* below = findNamed<Control>(*child, name)) {
            return below;
        }
    }
    return nullptr;
}

class FormLayoutTest : public gui::WindowTest
{
  protected:
    FormLayoutTest()
        : form(forms::Form::make("f", "表", Schema, Ui).value())
        , view(put(new FormView(frame, form, i18n::Language::English)))
        , book(*findNotebook(view))
    {}

    static wxNotebook* findNotebook(const wxWindow& root)
    {
        for (auto* child : root.GetChildren()) {
            if (auto* found = dynamic_cast<wxNotebook*>(child)) {
                return found;
            }
            if (auto* below = findNotebook(*child)) {
                return below;
            }
        }
        return nullptr;
    }

    wxTextCtrl& entry(const wxString& name) { return *findNamed<wxTextCtrl>(view, name); }

    /// A key as FormView hears it before the control does.
    void press(wxWindow& at, int code, int modifiers = wxMOD_NONE)
    {
        at.SetFocus();
        ASSERT_TRUE(waitUntil([&] { return at.HasFocus(); }));
        wxKeyEvent key(wxEVT_CHAR_HOOK);
        key.m_keyCode = code;
        key.SetControlDown(modifiers == wxMOD_CONTROL);
        key.SetEventObject(&at);
        at.ProcessWindowEvent(key);
    }

    forms::Form form;
    FormView& view;
    wxNotebook& book;
};

forms::FormData parsed(const char* json)
{
    return forms::FormData::parse(json).value();
}

TEST_F(FormLayoutTest, CategoriesAreTabsAndRulesTakeThemAway)
{
    ASSERT_EQ(book.GetPageCount(), 3U);
    EXPECT_EQ(book.GetPageText(1), L"地址");
    view.show(parsed(R"({"kind":1})"));
    EXPECT_EQ(book.GetPageCount(), 2U);
    view.show(parsed(R"({"kind":2})"));
    ASSERT_EQ(book.GetPageCount(), 3U);
    EXPECT_EQ(book.GetPageText(2), L"其他");
}

TEST_F(FormLayoutTest, AGroupAppearsWhileTheRuleHolds)
{
    EXPECT_FALSE(entry(L"单位名称").IsShownOnScreen());
    view.show(parsed(R"({"kind":2})"));
    EXPECT_TRUE(waitUntil([&] { return entry(L"单位名称").IsShownOnScreen(); }));
}

TEST_F(FormLayoutTest, ARadioButtonIsChosenByKeyAndKeepsTheValuesType)
{
    press(*findNamed<wxRadioButton>(view, L"个人"), '2');
    EXPECT_EQ(view.data(), parsed(R"({"kind":2})"));
    EXPECT_TRUE(findNamed<wxRadioButton>(view, L"单位")->GetValue());
    EXPECT_TRUE(view.undo());
    EXPECT_FALSE(findNamed<wxRadioButton>(view, L"单位")->GetValue());
}

TEST_F(FormLayoutTest, EnterSkipsWhatIsHiddenAndTurnsToTheNextCategory)
{
    press(entry(L"说明"), WXK_RETURN, wxMOD_CONTROL);
    EXPECT_TRUE(waitUntil([&] { return entry(L"地址").HasFocus(); }));
    EXPECT_EQ(book.GetSelection(), 1);
}

TEST_F(FormLayoutTest, GoingToAFieldTurnsToItsCategory)
{
    ASSERT_TRUE(view.focusField("/last"));
    EXPECT_EQ(book.GetSelection(), 2);
    EXPECT_TRUE(waitUntil([&] { return entry(L"末项").HasFocus(); }));
}

TEST_F(FormLayoutTest, ARuleLocksAField)
{
    EXPECT_TRUE(entry(L"末项").IsEditable());
    entry(L"姓名").SetValue(L"锁");
    EXPECT_FALSE(entry(L"末项").IsEditable());
}

TEST_F(FormLayoutTest, AnAddressAndItsPartsFollowEachOther)
{
    entry(L"地址").SetValue(L"测试区测试路1号2幢301室");
    EXPECT_EQ(entry(L"地址: Road").GetValue(), L"测试路");
    EXPECT_EQ(entry(L"地址: Room").GetValue(), L"301室");
    entry(L"地址: Building").SetValue("3");
    EXPECT_EQ(view.data(), parsed(R"({"site":"测试区测试路1号3幢301室"})"));
    EXPECT_EQ(entry(L"地址").GetValue(), L"测试区测试路1号3幢301室");
}

TEST_F(FormLayoutTest, SeveralOfSeveralAreTurnedByKeys)
{
    ASSERT_TRUE(view.focusField("/ways"));
    press(*findNamed<wxCheckBox>(view, L"窗口"), '2');
    press(*findNamed<wxCheckBox>(view, L"窗口"), 'c');
    EXPECT_EQ(view.data(), parsed(R"({"ways":["窗口","邮寄"]})"));
}

TEST_F(FormLayoutTest, AListOfValuesIsATableOfOneColumn)
{
    view.show(parsed(R"({"words":["甲","乙"]})"));
    ASSERT_NE(findNamed<wxTextCtrl>(view, L"关键词 2"), nullptr);
    entry(L"关键词 2").SetValue(L"丙");
    EXPECT_EQ(view.data(), parsed(R"({"words":["甲","丙"]})"));
    EXPECT_TRUE(view.focusField("/words/1"));
    EXPECT_TRUE(waitUntil([&] { return entry(L"关键词 2").HasFocus(); }));
}

TEST_F(FormLayoutTest, MuchTextAtOnceIsOfferedElsewhereFirst)
{
    std::string offered;
    view.onPaste([&](const std::string& pointer, const std::string& text) {
        offered = pointer + " " + text;
        return text.starts_with("take");
    });
    entry(L"姓名").SetValue("short");
    EXPECT_EQ(offered, "");
    entry(L"姓名").SetValue("take this that is much longer than a word");
    EXPECT_EQ(offered, "/name take this that is much longer than a word");
    EXPECT_EQ(view.data(), parsed(R"({"name":"short"})"));
    EXPECT_EQ(entry(L"姓名").GetValue(), "short");
    entry(L"姓名").SetValue("leave this that is much longer than a word");
    EXPECT_EQ(view.data(), parsed(R"({"name":"leave this that is much longer than a word"})"));
}

TEST_F(FormLayoutTest, MuchTextInACellIsOfferedWithThePlaceOfThatCell)
{
    std::string offered;
    view.onPaste([&](const std::string& pointer, const std::string& text) {
        offered = pointer + " " + text;
        return true;
    });
    view.show(parsed(R"({"words":["甲","乙"]})"));
    entry(L"关键词 2").SetValue("take this that is much longer than a word");
    EXPECT_EQ(offered, "/words/1 take this that is much longer than a word");
    EXPECT_EQ(view.data(), parsed(R"({"words":["甲","乙"]})"));
    EXPECT_EQ(entry(L"关键词 2").GetValue(), L"乙");
}

TEST_F(FormLayoutTest, WhatIsPutIntoACellSaysWhereFromUnderItsTable)
{
    view.show(parsed(R"({"words":["甲","乙"]})"));
    std::vector<std::string> changes;
    view.onChange([&changes](const std::string& pointer) { changes.push_back(pointer); });
    view.prefill(parsed(R"({"words":["丙","丁"]})"), {"/words/0", "/words/1"}, "from a card");
    EXPECT_EQ(changes, std::vector<std::string>{"/words"});
    EXPECT_EQ(entry(L"关键词 2").GetValue(), L"丁");
    EXPECT_TRUE(view.undo());
    EXPECT_EQ(view.data(), parsed(R"({"words":["甲","乙"]})"));
}

TEST_F(FormLayoutTest, ALockedFieldIsNotDisabledSoThatItCanBeCopiedFrom)
{
    entry(L"姓名").SetValue(L"锁");
    EXPECT_FALSE(entry(L"末项").IsEditable());
    EXPECT_TRUE(entry(L"末项").IsEnabled());
}

TEST_F(FormLayoutTest, WhatHasTheFocusIsInSight)
{
    frame->SetClientSize(600, 160);
    ASSERT_TRUE(waitUntil([&] { return view.GetClientSize().y < 200; }));
    for (const char* pointer : {"/text", "/ways", "/last", "/kind"}) {
        ASSERT_TRUE(view.focusField(pointer));
        EXPECT_TRUE(waitUntil([&] {
            const auto* focus = wxWindow::FindFocus();
            if (focus == nullptr)
                return false;
            const int top = view.ScreenToClient(focus->GetScreenPosition()).y;
            return top >= 0 && top < view.GetClientSize().y;
        })) << pointer;
    }
}

}  // namespace
