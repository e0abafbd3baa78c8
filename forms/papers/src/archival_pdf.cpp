#include <papers/archival_pdf.h>

#include "srgb_profile.h"
#include "xmp_packet.h"

#define POINTERHOLDER_TRANSITION 4  // qpdf 11: std::shared_ptr everywhere
#include <qpdf/Buffer.hh>
#include <qpdf/QPDF.hh>
#include <qpdf/QPDFObjectHandle.hh>
#include <qpdf/QPDFWriter.hh>

#include <exception>
#include <memory>

namespace papers {
namespace {

using Object = QPDFObjectHandle;

void addMetadata(QPDF& pdf, const std::string& title, const std::string& language)
{
    auto stream = Object::newStream(&pdf, xmpPacket(title, language));
    stream.getDict().replaceKey("/Type", Object::newName("/Metadata"));
    stream.getDict().replaceKey("/Subtype", Object::newName("/XML"));
    auto root = pdf.getRoot();
    root.replaceKey("/Metadata", pdf.makeIndirectObject(stream));
    root.replaceKey("/Lang", Object::newString(language));
    pdf.getTrailer().removeKey("/Info");
}

void addOutputIntent(QPDF& pdf)
{
    auto profile = Object::newStream(&pdf, srgbProfile());
    profile.getDict().replaceKey("/N", Object::newInteger(3));
    auto intent = Object::newDictionary();
    intent.replaceKey("/Type", Object::newName("/OutputIntent"));
    intent.replaceKey("/S", Object::newName("/GTS_PDFA1"));
    intent.replaceKey("/OutputConditionIdentifier", Object::newString("sRGB IEC61966-2.1"));
    intent.replaceKey("/RegistryName", Object::newString("http://www.color.org"));
    intent.replaceKey("/Info", Object::newString("sRGB IEC61966-2.1"));
    intent.replaceKey("/DestOutputProfile", pdf.makeIndirectObject(profile));
    auto intents = Object::newArray();
    intents.appendItem(pdf.makeIndirectObject(intent));
    pdf.getRoot().replaceKey("/OutputIntents", intents);
}

void mapGlyphs(QPDF& pdf)
{
    for (auto& object : pdf.getAllObjects()) {
        if (object.isDictionary() && object.getKey("/Subtype").isNameAndEquals("/CIDFontType2")
            && !object.hasKey("/CIDToGIDMap"))
        {
            object.replaceKey("/CIDToGIDMap", Object::newName("/Identity"));
        }
    }
}

/// Cairo marks every page as a transparency group, though nothing here is transparent.
void dropPageGroups(QPDF& pdf)
{
    for (auto page : pdf.getAllPages()) {  // a handle: the list itself is not changed
        page.removeKey("/Group");
    }
}

std::string written(QPDF& pdf)
{
    QPDFWriter writer(pdf);
    writer.setOutputMemory();
    writer.setDeterministicID(true);
    writer.setObjectStreamMode(qpdf_o_disable);
    writer.setNewlineBeforeEndstream(true);
    writer.write();
    const std::unique_ptr<Buffer> buffer(writer.getBuffer());
    return {reinterpret_cast<const char*>(buffer->getBuffer()), buffer->getSize()};
}

}  // namespace

base::Result<std::string> archivalPdf(const std::string& pdf,
                                      const std::string& title,
                                      const std::string& language)
{
    try {
        QPDF file;
        file.processMemoryFile("notice", pdf.data(), pdf.size());
        addMetadata(file, title, language);
        addOutputIntent(file);
        mapGlyphs(file);
        dropPageGroups(file);
        return written(file);
    } catch (const std::exception& trouble) {
        return base::fail(
            base::ErrorCode::Failed, "The PDF could not be made: {reason}.", {{"reason", trouble.what()}});
    }
}

}  // namespace papers
