#include <forms/child_cases.h>

#include <forms/bundle.h>

#include <algorithm>

namespace forms {

namespace {

void close(ChildCase& child, ChildState to, base::Timestamp at)
{
    child.state = to;
    child.ended = at;
}

void begin(ChildCase& child, base::Timestamp at)
{
    child.state = ChildState::Running;
    child.started = at;
}

/// What comes by itself of how the one before it stands. Whether anything did.
bool follow(ChildCase& child, const ChildCase* before, base::Timestamp at)
{
    if (child.state != ChildState::Waiting)
        return false;
    if (before == nullptr) {
        begin(child, at);
        return true;
    }
    switch (before->state) {
    case ChildState::Waiting:
    case ChildState::Blocked:
    case ChildState::Running: return false;
    case ChildState::Done:
    case ChildState::Ended: begin(child, before->ended.value_or(at)); return true;
    case ChildState::Refused: child.state = ChildState::Blocked; return true;
    }
    return false;
}

/// A child that begins or is blocked settles nothing, so that once through is enough.
std::vector<ChildCase> followed(std::vector<ChildCase> children, base::Timestamp at)
{
    for (auto& child : children)
        follow(child, findChild(children, child.after), at);
    return children;
}

ChildCase planned(const std::vector<ChildCase>& known, const ChildPlan& plan)
{
    const auto* child = findChild(known, plan.id);
    if (child == nullptr || child->state == ChildState::Ended) {
        ChildCase fresh;
        fresh.id = plan.id;
        fresh.department = plan.department;
        fresh.after = plan.after;
        return fresh;
    }
    auto kept = *child;
    if (kept.state == ChildState::Waiting || kept.state == ChildState::Blocked) {
        kept.after = plan.after;
        kept.state = ChildState::Waiting;
    }
    return kept;
}

}  // namespace

const ChildCase* findChild(const std::vector<ChildCase>& children, std::string_view id)
{
    const auto found = std::find_if(
        children.begin(), children.end(), [id](const ChildCase& child) { return child.id == id; });
    return found == children.end() ? nullptr : &*found;
}

std::vector<ChildCase> arrangeChildren(const std::vector<ChildCase>& known,
                                       const std::vector<ChildPlan>& plan,
                                       base::Timestamp at)
{
    std::vector<ChildCase> children;
    for (const auto& each : plan)
        children.push_back(planned(known, each));
    for (const auto& child : known) {
        if (findChild(children, child.id) != nullptr)
            continue;
        children.push_back(child);
        if (isOpen(child.state))
            close(children.back(), ChildState::Ended, at);
    }
    return followed(std::move(children), at);
}

std::vector<ChildCase> moveChild(std::vector<ChildCase> children, const ChildMove& move, base::Timestamp at)
{
    for (auto& child : children) {
        if (child.id != move.child)
            continue;
        child.by = move.by;
        child.note = move.note;
        if (isOpen(move.to))
            begin(child, at);
        else
            close(child, move.to, at);
    }
    return followed(std::move(children), at);
}

std::vector<ChildCase> endChildren(std::vector<ChildCase> children, base::Timestamp at)
{
    for (auto& child : children)
        if (isOpen(child.state))
            close(child, ChildState::Ended, at);
    return children;
}

CasePast withChildren(CasePast past, const std::vector<ChildCase>& children)
{
    for (const auto& child : children) {
        if (isOpen(child.state))
            past.openParts.push_back(child.department);
        if (child.state == ChildState::Done || child.state == ChildState::Refused)
            past.partsDecidedBy.push_back(child.by);
    }
    return past;
}

}  // namespace forms
