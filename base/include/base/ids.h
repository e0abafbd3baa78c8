#pragma once

#include <base/uuid.h>

#include <functional>

namespace base {

/// An id of one kind of thing; ids of two kinds do not mix. Given at birth, never rewritten (DESIGN 5.1).
template <class Kind>
class Id
{
  public:
    Id() = default;

    explicit Id(Uuid uuid)
        : m_uuid(uuid)
    {}

    [[nodiscard]] static Id make(Timestamp now) { return Id(Uuid::make(now)); }

    [[nodiscard]] static std::optional<Id> parse(std::string_view text)
    {
        const auto uuid = Uuid::parse(text);
        return uuid ? std::optional<Id>(Id(*uuid)) : std::nullopt;
    }

    [[nodiscard]] std::string toString() const { return m_uuid.toString(); }

    [[nodiscard]] bool isNil() const { return m_uuid.isNil(); }

    auto operator<=>(const Id&) const = default;

  private:
    Uuid m_uuid;
};

using CaseId = Id<struct CaseKind>;
using PageId = Id<struct PageKind>;
using ActionId = Id<struct ActionKind>;
using AnnotationId = Id<struct AnnotationKind>;
using DocumentId = Id<struct DocumentKind>;
using BatchId = Id<struct BatchKind>;

}  // namespace base

template <class Kind>
struct std::hash<base::Id<Kind>> {
    std::size_t operator()(const base::Id<Kind>& id) const noexcept
    {
        return std::hash<std::string>{}(id.toString());
    }
};
