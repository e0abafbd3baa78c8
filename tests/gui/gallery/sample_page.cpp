#include "sample_page.h"

#include <wx/bitmap.h>
#include <wx/dcmemory.h>
#include <wx/image.h>
#include <wx/mstream.h>

namespace gallery {

std::string samplePage()
{
    const wxSize a4(2480, 3508);
    wxBitmap bitmap(a4.x, a4.y, 24);
    wxMemoryDC dc(bitmap);
    dc.SetBackground(*wxWHITE_BRUSH);
    dc.Clear();
    dc.SetTextForeground(*wxBLACK);
    dc.SetFont(wxFont(wxFontInfo(wxSize(0, 130)).FaceName("Noto Sans CJK SC")));
    dc.DrawText(wxString::FromUTF8("居 民 户 口 簿"), 800, 260);
    dc.SetFont(wxFont(wxFontInfo(wxSize(0, 84)).FaceName("Noto Sans CJK SC")));
    int line = 620;
    for (const char* text : {"户别　家庭户　　户主姓名　示例甲",
                             "户号　000123",
                             "住址　测试区测试路 1 号 2 幢 301 室",
                             "承办人签章　　　　2019 年 3 月 1 日"})
    {
        dc.DrawText(wxString::FromUTF8(text), 240, line);
        line += 215;
    }
    dc.SelectObject(wxNullBitmap);
    wxMemoryOutputStream stream;
    bitmap.ConvertToImage().SaveFile(stream, wxBITMAP_TYPE_JPEG);
    std::string bytes(stream.GetSize(), '\0');
    stream.CopyTo(bytes.data(), bytes.size());
    return bytes;
}

}  // namespace gallery
