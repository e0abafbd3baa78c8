#pragma once

#include <offline/data_folder.h>
#include <offline/database.h>

#include <base/clock.h>

namespace offline {

/// Copies the damaged database to damaged/<time>/, builds a new one of every row that still reads and puts it in its
/// place. The caller is the only one who has the database open. A death anywhere in it is made good by
/// finishSalvage() or by another salvage.
[[nodiscard]] base::Result<Salvage> salvage(const DataFolder& folder, base::Timestamp now);

/// Puts a new database that is complete in the place of the damaged one, when an earlier salvage died just before that.
[[nodiscard]] base::Status finishSalvage(const DataFolder& folder);

}  // namespace offline
