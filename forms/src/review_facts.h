#pragma once

#include "evaluation.h"

#include <initializer_list>
#include <string>
#include <string_view>

namespace forms {

/// What an automatic review point is decided from.
struct Facts {
    const Material& material;
    const Holding& holding;
    const Evidence& evidence;

    /// The first of these facts that is known; empty = none is.
    [[nodiscard]] std::string any(std::initializer_list<std::string_view> names) const
    {
        for (const auto name : names)
            if (auto value = holding.fact(name); !value.empty())
                return value;
        return {};
    }

    /// The number of the person the material is about: read from the paper, else as the case knows it.
    [[nodiscard]] std::string personNumber() const
    {
        auto number = any({"number", "idno", "id_number"});
        if (number.empty() && holding.party)
            number = holding.party->idNumber;
        return number;
    }

    [[nodiscard]] base::Date today() const { return evidence.context.today; }

    /// The day of the application: when the papers came to the counter.
    [[nodiscard]] base::Date applied() const
    {
        const auto received = evidence.draft.received;
        return received == base::Timestamp{} ? today() : base::hallDate(received);
    }

    /// The form the material is made of, else the only one; nullptr where neither is.
    [[nodiscard]] const Form* form() const
    {
        const auto& forms = evidence.guide.forms;
        if (!material.generatedFrom.empty())
            return evidence.guide.findForm(material.generatedFrom);
        return forms.size() == 1 ? &forms.front() : nullptr;
    }
};

inline PointVerdict verdictOf(bool passes)
{
    return passes ? PointVerdict::Pass : PointVerdict::Fail;
}

// review_points_compare.cpp

/// What was read from the paper says the same as the person it is of, or, where it is of nobody, as the forms.
[[nodiscard]] PointVerdict decideOcrEqualsForm(const Facts& facts);

/// What was read from the paper says the same as the forms, the person and the other papers say under the same name.
[[nodiscard]] PointVerdict decideCrossEqual(const Facts& facts);

/// A term from one day to another covers the day of the application.
[[nodiscard]] PointVerdict decideDateRange(const Facts& facts);

/// The name of a shop is division, own name of two characters or more, trade and form of organisation, and does not
/// pretend to be a company (个体工商户名称登记管理办法 arts. 6-10). Open where the end is no form of organisation we know,
/// and for an own name of another script's letters.
[[nodiscard]] PointVerdict decideNameRule(const Facts& facts);

}  // namespace forms
