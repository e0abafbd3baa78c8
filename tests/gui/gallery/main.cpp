// Shows every widget of the kit and a form, for tests and for eyes. Not shipped.
// usage: onewindow-gallery GUIDE.json [zh_CN|en] [form|page|review]
//        onewindow-gallery FOLDER [zh_CN|en] forms     hand-made forms, one after the other
#include "forms_frame.h"
#include "gallery_frame.h"
#include "sample_page.h"

#include <forms/guide.h>

#include <wx/app.h>
#include <wx/image.h>

#include <fstream>
#include <iostream>
#include <iterator>
#include <memory>
#include <optional>

namespace {

std::string readFile(const std::string& path)
{
    std::ifstream file(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(file), {}};
}

class Gallery : public wxApp
{
  public:
    bool OnInit() override
    {
        const auto argument = [this](int index) {
            return index < argc ? argv[index].utf8_string() : std::string();
        };
        wxInitAllImageHandlers();
        SetAppName("onewindow-gallery");
        const auto language = i18n::parseLanguage(argument(2)).value_or(i18n::Language::SimplifiedChinese);
        if (argument(3) == "forms") {
            m_looks.emplace(widgets::Theme::fromSystem());
            auto* frame = new gallery::FormsFrame(argument(1), language);
            frame->Show();
            return true;
        }
        auto guide = forms::readGuide(readFile(argument(1)));
        if (!guide) {
            std::cerr << base::describe(guide.error()) << "\n";
            return false;
        }
        m_looks.emplace(widgets::Theme::fromSystem());
        auto* frame = new gallery::GalleryFrame(*guide, gallery::samplePage(), language, argument(3));
        frame->Show();
        return true;
    }

  private:
    std::optional<widgets::LookBook> m_looks;
};

}  // namespace

wxIMPLEMENT_APP(Gallery);
