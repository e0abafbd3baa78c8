#include <forms/prefill.h>

#include <gtest/gtest.h>

namespace {

using forms::Prefill;
using forms::PrefillSource;

TEST(Prefill, NamesItsSource)
{
    for (const auto& [text, meant] : {
             std::pair{"id_card", Prefill{PrefillSource::IdentityCard, "", ""}},
             {"id_card_reader", Prefill{PrefillSource::IdentityCard, "", ""}},
             {"id_card.name", Prefill{PrefillSource::IdentityCard, "", "name"}},
             {"id_card_reader.birth", Prefill{PrefillSource::IdentityCard, "", "birth"}},
             {"case:bdc-zy-clf", Prefill{PrefillSource::EarlierCase, "bdc-zy-clf", ""}},
             {"case:bdc-zy-clf.buyer", Prefill{PrefillSource::EarlierCase, "bdc-zy-clf", "buyer"}},
             {"situation:food", Prefill{PrefillSource::Situation, "food", ""}},
             {"share:公用企业", Prefill{PrefillSource::DataShare, "公用企业", ""}},
             {"ecert:营业执照", Prefill{PrefillSource::ELicence, "营业执照", ""}},
             {"derive:idno", Prefill{PrefillSource::Derived, "idno", ""}},
         })
        EXPECT_EQ(forms::parsePrefill(text), meant) << text;
}

TEST(Prefill, OfAnUnknownSourceOrWithoutASubjectIsNone)
{
    for (const char* text : {"",
                             "id_crad",
                             "id_card.nmae",
                             "id_card_reader.colour",
                             "card",
                             "case:",
                             "case:.buyer",
                             "share:",
                             "situation",
                             "derive:",
                             "ID_CARD",
                             "constant:1"})
        EXPECT_FALSE(forms::parsePrefill(text)) << text;
}

TEST(Prefill, FieldsCallPartsOfACardByOtherNamesToo)
{
    EXPECT_EQ(forms::cardPartOf("idno"), "number");
    EXPECT_EQ(forms::cardPartOf("id_number"), "number");
    EXPECT_EQ(forms::cardPartOf("hk"), "address");
    EXPECT_EQ(forms::cardPartOf("sex"), "sex");
    EXPECT_EQ(forms::cardPartOf("operator"), "");
}

}  // namespace
