#include "wx_window_fixture.h"

#include <forms/guide.h>
#include <widgets/form_view.h>
#include <widgets/theme.h>

#include <wx/button.h>
#include <wx/stattext.h>
#include <wx/textctrl.h>
#include <wx/tglbtn.h>

#include <fstream>
#include <iterator>

namespace {

using gui::waitUntil;
using widgets::FormView;

constexpr const char* Schema = R"({"type": "object", "required": ["name", "copies"], "properties": {
  "name": {"type": "string", "title": "姓名", "minLength": 1},
  "copies": {"type": "integer", "title": "份数"},
  "area": {"type": "number", "title": "面积"},
  "day": {"type": "string", "format": "date", "title": "日期"},
  "paper": {"type": "boolean", "title": "纸质"},
  "sex": {"type": "string", "title": "性别", "oneOf": [{"const": "1", "title": "男"}, {"const": "2", "title": "女"}]},
  "family": {"type": "array", "title": "家庭成员", "items": {"type": "object", "properties": {"name": {"type": "string", "title": "姓名"}}}}}})";
constexpr const char* Ui = R"({"type": "VerticalLayout", "elements": [
  {"type": "Control", "scope": "#/properties/name"}, {"type": "Control", "scope": "#/properties/copies"},
  {"type": "Control", "scope": "#/properties/area"}, {"type": "Control", "scope": "#/properties/day"},
  {"type": "Control", "scope": "#/properties/paper"}, {"type": "Control", "scope": "#/properties/sex"},
  {"type": "Control", "scope": "#/properties/family"}]})";

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

class FormViewTest : public gui::WindowTest
{
  protected:
    FormViewTest()
        : form(forms::Form::make("f", "表", Schema, Ui).value())
        , view(put(new FormView(frame, form, i18n::Language::English)))
    {
        view.onChange([this](const std::string& pointer) { changes.push_back(pointer); });
    }

    void type(const wxString& name, const wxString& text)
    {
        auto* entry = findNamed<wxTextCtrl>(view, name);
        ASSERT_NE(entry, nullptr);
        entry->SetValue(text);
    }

    wxString shown(const wxString& name) { return findNamed<wxTextCtrl>(view, name)->GetValue(); }

    forms::Form form;
    FormView& view;
    std::vector<std::string> changes;
};

forms::FormData parsed(const char* json)
{
    return forms::FormData::parse(json).value();
}

TEST_F(FormViewTest, TypesValuesByTheirFields)
{
    type(L"姓名", L"示例甲");
    type(L"份数", "3");
    type(L"面积", "88.50");
    type(L"日期", "2025.1.2");
    EXPECT_EQ(view.data().toJson(),
              parsed(R"({"name":"示例甲","copies":3,"area":88.5,"day":"2025-01-02"})").toJson());
    EXPECT_EQ(changes, (std::vector<std::string>{"/name", "/copies", "/area", "/day"}));
}

TEST_F(FormViewTest, KeepsWhatCannotBeOfTheFieldsType)
{
    type(L"份数", L"三份");
    type(L"日期", "2025-02-30");
    EXPECT_EQ(view.data(), parsed(R"({"copies":"三份","day":"2025-02-30"})"));
    EXPECT_EQ(shown(L"份数"), L"三份");
    EXPECT_FALSE(form.validate(view.data()).empty());
}

TEST_F(FormViewTest, RemovesTheMemberOfAnEmptiedField)
{
    type(L"姓名", "x");
    type(L"姓名", "");
    EXPECT_EQ(view.data(), parsed("{}"));
}

TEST_F(FormViewTest, KeepsMembersNoFieldShows)
{
    view.show(parsed(R"({"name":"a","later":{"x":1},"family":[{"name":"b","more":2}]})"));
    type(L"姓名", "c");
    type(L"家庭成员 1 姓名", "d");
    EXPECT_EQ(view.data(), parsed(R"({"name":"c","later":{"x":1},"family":[{"name":"d","more":2}]})"));
}

TEST_F(FormViewTest, TellsNobodyWhenDataIsShown)
{
    view.show(parsed(R"({"name":"示例乙","copies":2,"paper":true,"sex":"2"})"));
    EXPECT_TRUE(changes.empty());
    EXPECT_EQ(shown(L"姓名"), L"示例乙");
    EXPECT_EQ(shown(L"份数"), "2");
    EXPECT_TRUE(findNamed<wxToggleButton>(view, L"女")->GetValue());
    EXPECT_TRUE(findNamed<wxToggleButton>(view, "Yes")->GetValue());
}

TEST_F(FormViewTest, UndoesAndRedoesOverTheWholeForm)
{
    type(L"姓名", L"示例甲");
    type(L"份数", "3");
    ASSERT_TRUE(view.undo());
    EXPECT_EQ(view.data(), parsed(R"({"name":"示例甲"})"));
    EXPECT_EQ(shown(L"份数"), "");
    ASSERT_TRUE(view.undo());
    EXPECT_FALSE(view.undo());
    ASSERT_TRUE(view.redo());
    ASSERT_TRUE(view.redo());
    EXPECT_EQ(shown(L"份数"), "3");
    EXPECT_FALSE(view.redo());
}

TEST_F(FormViewTest, UndoesAPrefillInOneStep)
{
    type(L"姓名", "x");
    auto data = view.data();
    ASSERT_TRUE(data.set("/name", "\"示例甲\""));
    ASSERT_TRUE(data.set("/sex", "\"1\""));
    view.prefill(data, {"/name", "/sex"}, "from the card");
    EXPECT_EQ(shown(L"姓名"), L"示例甲");
    ASSERT_TRUE(view.undo());
    EXPECT_EQ(view.data(), parsed(R"({"name":"x"})"));
    EXPECT_FALSE(findNamed<wxToggleButton>(view, L"男")->GetValue());
}

TEST_F(FormViewTest, GoesToTheCellAPointerNames)
{
    view.show(parsed(R"({"family":[{"name":"a"},{"name":"b"}]})"));
    EXPECT_TRUE(view.focusField("/family/1/name"));
    EXPECT_TRUE(waitUntil([&] { return findNamed<wxTextCtrl>(view, L"家庭成员 2 姓名")->HasFocus(); }));
    EXPECT_FALSE(view.focusField("/nothing"));
}

TEST_F(FormViewTest, MovesOnWithEnter)
{
    ASSERT_TRUE(view.focusField("/name"));
    wxCommandEvent enter(wxEVT_TEXT_ENTER, wxID_ANY);
    findNamed<wxTextCtrl>(view, L"姓名")->ProcessWindowEvent(enter);
    EXPECT_TRUE(waitUntil([&] { return findNamed<wxTextCtrl>(view, L"份数")->HasFocus(); }));
}

TEST_F(FormViewTest, AddsMovesAndRemovesRows)
{
    view.show(parsed(R"({"family":[{"name":"a"},{"name":"b"}]})"));
    const auto press = [&](const wxString& name) {
        wxCommandEvent event(wxEVT_BUTTON, wxID_ANY);
        findNamed<wxButton>(view, name)->ProcessWindowEvent(event);
    };
    press(L"家庭成员 2: Move up");
    ASSERT_TRUE(waitUntil([&] { return changes.size() == 1; }));
    EXPECT_EQ(view.data(), parsed(R"({"family":[{"name":"b"},{"name":"a"}]})"));
    press(L"家庭成员: Add a row");
    ASSERT_TRUE(waitUntil([&] { return changes.size() == 2; }));
    EXPECT_EQ(view.data(), parsed(R"({"family":[{"name":"b"},{"name":"a"},{}]})"));
    press(L"家庭成员 1: Remove row");
    ASSERT_TRUE(waitUntil([&] { return changes.size() == 3; }));
    EXPECT_EQ(view.data(), parsed(R"({"family":[{"name":"a"},{}]})"));
    ASSERT_TRUE(view.undo());
    EXPECT_EQ(view.data(), parsed(R"({"family":[{"name":"b"},{"name":"a"},{}]})"));
}

TEST_F(FormViewTest, ShowsProblemsOnlyWhereThePersonHasBeen)
{
    type(L"份数", "x");
    view.showProblems(form.validate(view.data()), widgets::ProblemScope::Visited);
    const auto notes = [&] {
        std::size_t count = 0;
        const std::function<void(const wxWindow&)> look = [&](const wxWindow& window) {
            for (auto* child : window.GetChildren()) {
                const bool isNote =
                    dynamic_cast<wxStaticText*>(child) != nullptr && child->IsShown()
                    && child->GetForegroundColour() == widgets::Theme::fromSystem().ink(widgets::Tone::Danger)
                    && child->GetLabel() != "*" && !child->GetLabel().empty();
                count += isNote ? 1 : 0;
                look(*child);
            }
        };
        look(view);
        return count;
    };
    EXPECT_EQ(notes(), 1U);
    view.showProblems(form.validate(view.data()), widgets::ProblemScope::All);
    EXPECT_EQ(notes(), 2U);
}

TEST(FormViewOfGuides, ShowsTheFormsOfEverySampleGuide)
{
    for (const char* code :
         {"hk-qy", "bdc-zy-clf", "gt-sl", "jmyl-cb", "lm-cf", "sb-jfzm", "sdqg-gh", "xf-sjsc"}) {
        std::ifstream file(std::string(OW_SOURCE_DIR) + "/forms/guides/" + code + ".guide.json",
                           std::ios::binary);
        const auto guide = forms::readGuide(std::string(std::istreambuf_iterator<char>(file), {}));
        ASSERT_TRUE(guide) << code;
        wxFrame frame(nullptr, wxID_ANY, "forms");
        auto* view = new FormView(&frame, guide->forms.front(), i18n::Language::SimplifiedChinese);
        for (const auto& field : guide->forms.front().fields()) {
            EXPECT_TRUE(view->focusField(field.pointer)) << code << field.pointer;
        }
        EXPECT_TRUE(view->data().empty()) << code;
    }
}

}  // namespace
