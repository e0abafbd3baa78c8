#include "sample_catalogue.h"

#include "office_release.h"

#include <forms/catalogue.h>
#include <forms/guide.h>
#include <forms/jws.h>
#include <server/guide_bdc_zy_clf.h>
#include <server/guide_gt_sl.h>
#include <server/guide_hk_qy.h>
#include <server/guide_jmyl_cb.h>
#include <server/guide_lm_cf.h>
#include <server/guide_sb_jfzm.h>
#include <server/guide_sdqg_gh.h>
#include <server/guide_store.h>
#include <server/guide_xf_sjsc.h>
#include <server/office_store.h>
#include <server/sample_calendar.h>
#include <server/sample_office.h>

#include <nlohmann/json.hpp>

namespace server {

namespace {

/// The calendar file is written as the member of a catalogue; so the catalogue's own reader reads it.
base::Result<forms::Calendar> sampleCalendar(const std::string& division, base::Timestamp now)
{
    auto calendar = nlohmann::ordered_json::parse(sample_calendar, nullptr, false);
    if (calendar.is_object() && calendar.contains("calendar"))
        calendar = nlohmann::ordered_json(calendar["calendar"]);
    const nlohmann::ordered_json shell{{"format", forms::CatalogueFormat},
                                       {"release", 1},
                                       {"division", division},
                                       {"issued", base::formatTimestamp(now)},
                                       {"calendar", calendar},
                                       {"guides", nlohmann::ordered_json::array()}};
    const auto catalogue = forms::catalogueFromJson(shell.dump());
    if (!catalogue)
        return base::passOn(catalogue);
    return catalogue->calendar;
}

}  // namespace

base::Status addSampleCatalogue(Transaction& transaction,
                                const std::string& division,
                                const base::SigningKey& key,
                                base::Timestamp now)
{
    forms::Catalogue catalogue;
    catalogue.release = 1;
    catalogue.division = division;
    catalogue.issued = now;
    const auto calendar = sampleCalendar(division, now);
    if (!calendar)
        return base::passOn(calendar);
    catalogue.calendar = *calendar;
    GuideStore guides(transaction);
    for (const auto bytes : {guide_bdc_zy_clf,
                             guide_gt_sl,
                             guide_hk_qy,
                             guide_jmyl_cb,
                             guide_lm_cf,
                             guide_sb_jfzm,
                             guide_sdqg_gh,
                             guide_xf_sjsc})
    {
        const auto guide = forms::readGuide(bytes);
        if (!guide)
            return base::passOn(guide);
        guides.add(guide->code, guide->version, std::string(bytes));
        catalogue.guides.push_back(
            {guide->code, guide->version, guide->sha256, base::ByteCount{bytes.size()}});
    }
    const auto release = keepOffice(transaction, std::string_view(sample_office), division, key, now);
    if (!release)
        return base::passOn(release);
    catalogue.office = OfficeStore(transaction).newestDigest(division);
    const auto jws = forms::signJws(forms::catalogueToJson(catalogue), forms::CatalogueFormat, key);
    CatalogueStore(transaction).add(division, catalogue.release, jws);
    return {};
}

}  // namespace server
