#pragma once

#include <string>
#include <vector>

namespace forms {

/// What an element of a JSON Forms UI schema is. A Categorization holds only categories.
enum class LayoutKind { Vertical, Horizontal, Group, Categorization, Category, Label, Control };

/// One element of a form's page, in the order it is shown. Every field of the form stands in exactly one Control;
/// fields the UI schema leaves out follow at the end.
struct LayoutNode {
    LayoutKind kind = LayoutKind::Vertical;
    std::string path;  ///< JSON pointer of the element into the UI schema: names it to Form::stateOf
    std::string
        label;  ///< title of a group or category, words of a label, what stands beside a control; may be empty
    std::string pointer;  ///< Control: the field's
    std::vector<LayoutNode> children;
};

}  // namespace forms
