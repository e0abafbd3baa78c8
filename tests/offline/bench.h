#pragma once

#include "support/fixed_clock.h"
#include "support/scratch_folder.h"
#include "support/scripted_back_office.h"

#include <offline/curl_line.h>
#include <offline/outbox.h>
#include <offline/workplace.h>

#include <forms/sealed_case.h>

#include <memory>
#include <string>
#include <vector>

namespace tests {

inline constexpr std::string_view PlantedName = "示例甲";
inline constexpr std::string_view PlantedNumber = "330399198506150139";

/// A data folder with everything open, on a clock that stands still.
struct Bench {
    Bench();

    ScratchFolder scratch;
    FixedClock clock;
    offline::DataFolder folder;
    offline::Vault vault;
    offline::Workplace place;

    void close();   ///< as at the end of a program
    void reopen();  ///< as a program started later

    /// A draft with one person in it and `pages` pages of `pageBytes` bytes, each kept; saved in the case store.
    forms::Case draft(int pages = 2, std::size_t pageBytes = 3000);

    /// Its sealed form, as forms::seal() would make it of an acceptable case.
    forms::SealedCase sealed(const forms::Case& draft);

    /// A draft, sealed and put in the outbox.
    forms::Case put(int pages = 2, std::size_t pageBytes = 3000);

    /// A session with that back office, as a login leaves it.
    void logIn(const ScriptedBackOffice& backOffice);

    base::SigningKey clerk = base::SigningKey::generate();
};

std::string imageOf(std::size_t size);  ///< random bytes: as images, they do not compress

/// One run of the outbox over its own line.
base::Result<offline::SendReport> send(offline::Workplace& place,
                                       const ScriptedBackOffice& backOffice,
                                       offline::SendWhat what = offline::SendWhat::Due,
                                       const offline::Outbox::Progress& progress = {});

}  // namespace tests
