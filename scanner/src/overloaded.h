#pragma once

namespace scanner {

/// One visitor of several lambdas, for std::visit.
template <class... Visitors>
struct Overloaded : Visitors... {
    using Visitors::operator()...;
};

template <class... Visitors>
Overloaded(Visitors...) -> Overloaded<Visitors...>;  // C++20 derives it itself; clang 14 does not

}  // namespace scanner
