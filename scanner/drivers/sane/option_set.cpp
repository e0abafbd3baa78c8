#include "option_set.h"

#include "sane_status.h"

#include <algorithm>
#include <cmath>
#include <cstring>

namespace drivers {

namespace {

double toNumber(const SANE_Option_Descriptor& option, SANE_Word word)
{
    return option.type == SANE_TYPE_FIXED ? SANE_UNFIX(word) : word;
}

bool isOneNumber(const SANE_Option_Descriptor& option)
{
    return (option.type == SANE_TYPE_INT || option.type == SANE_TYPE_FIXED)
           && option.size == static_cast<SANE_Int>(sizeof(SANE_Word));
}

}  // namespace

double NumberChoice::nearest(double wanted) const
{
    if (range)
        return std::clamp(wanted, range->least, std::max(range->least, range->most));
    if (list.empty())
        return wanted;
    const auto above = std::lower_bound(list.begin(), list.end(), wanted);
    return above == list.end() ? list.back() : *above;
}

bool NumberChoice::contains(double value) const
{
    if (range)
        return value >= range->least && value <= range->most;
    return list.empty() || std::find(list.begin(), list.end(), value) != list.end();
}

std::optional<OptionSet::Place> OptionSet::find(std::string_view name) const
{
    // Option 0 holds the number of options.
    for (SANE_Int index = 1;; ++index) {
        const auto* option = sane_get_option_descriptor(m_device, index);
        if (option == nullptr)
            return std::nullopt;
        if (option->name != nullptr && name == option->name && SANE_OPTION_IS_ACTIVE(option->cap))
            return Place{index, option};
    }
}

std::optional<OptionSet::Place> OptionSet::findSettable(std::string_view name) const
{
    const auto place = find(name);
    return place && SANE_OPTION_IS_SETTABLE(place->descriptor->cap) ? place : std::nullopt;
}

bool OptionSet::has(std::string_view name) const
{
    return find(name).has_value();
}

std::vector<std::string> OptionSet::texts(std::string_view name) const
{
    std::vector<std::string> texts;
    const auto place = find(name);
    if (!place || place->descriptor->type != SANE_TYPE_STRING
        || place->descriptor->constraint_type != SANE_CONSTRAINT_STRING_LIST)
        return texts;
    for (const auto* text = place->descriptor->constraint.string_list; *text != nullptr; ++text)
        texts.emplace_back(*text);
    return texts;
}

std::optional<NumberChoice> OptionSet::numbers(std::string_view name) const
{
    const auto place = find(name);
    if (!place || !isOneNumber(*place->descriptor))
        return std::nullopt;
    const auto& option = *place->descriptor;
    NumberChoice choice;
    if (option.constraint_type == SANE_CONSTRAINT_RANGE) {
        choice.range = NumberRange{toNumber(option, option.constraint.range->min),
                                   toNumber(option, option.constraint.range->max)};
    } else if (option.constraint_type == SANE_CONSTRAINT_WORD_LIST) {
        const auto* words = option.constraint.word_list;
        for (SANE_Int i = 1; i <= words[0]; ++i)
            choice.list.push_back(toNumber(option, words[i]));
        std::sort(choice.list.begin(), choice.list.end());
    }
    return choice;
}

std::optional<double> OptionSet::number(std::string_view name) const
{
    const auto place = find(name);
    SANE_Word word = 0;
    if (!place || !isOneNumber(*place->descriptor)
        || sane_control_option(m_device, place->index, SANE_ACTION_GET_VALUE, &word, nullptr)
               != SANE_STATUS_GOOD)
        return std::nullopt;
    return toNumber(*place->descriptor, word);
}

std::optional<std::string> OptionSet::text(std::string_view name) const
{
    const auto place = find(name);
    if (!place || place->descriptor->type != SANE_TYPE_STRING || place->descriptor->size <= 0)
        return std::nullopt;
    std::string value(static_cast<std::size_t>(place->descriptor->size) + 1, '\0');
    if (sane_control_option(m_device, place->index, SANE_ACTION_GET_VALUE, value.data(), nullptr)
        != SANE_STATUS_GOOD)
        return std::nullopt;
    value.resize(std::strlen(value.c_str()));
    return value;
}

SANE_Unit OptionSet::unit(std::string_view name) const
{
    const auto place = find(name);
    return place ? place->descriptor->unit : SANE_UNIT_NONE;
}

base::Status OptionSet::set(SANE_Int index, void* value) const
{
    SANE_Int changed = 0;
    const auto status = sane_control_option(m_device, index, SANE_ACTION_SET_VALUE, value, &changed);
    if (status != SANE_STATUS_GOOD)
        return saneError(faultOfStatus(status));
    return {};
}

base::Status OptionSet::setText(std::string_view name, const std::string& value) const
{
    const auto place = findSettable(name);
    if (!place || place->descriptor->type != SANE_TYPE_STRING)
        return {};
    // A backend may read and write as many bytes as the option is long.
    std::string room(std::max(value.size() + 1, static_cast<std::size_t>(place->descriptor->size)), '\0');
    value.copy(room.data(), value.size());
    return set(place->index, room.data());
}

base::Status OptionSet::setNumber(std::string_view name, double value) const
{
    const auto place = findSettable(name);
    if (!place || !isOneNumber(*place->descriptor))
        return {};
    SANE_Word word = place->descriptor->type == SANE_TYPE_FIXED ? SANE_FIX(value)
                                                                : static_cast<SANE_Word>(std::lround(value));
    return set(place->index, &word);
}

base::Status OptionSet::switchTo(std::string_view name, SANE_Bool value) const
{
    const auto place = findSettable(name);
    if (!place || place->descriptor->type != SANE_TYPE_BOOL)
        return {};
    return set(place->index, &value);
}

}  // namespace drivers
