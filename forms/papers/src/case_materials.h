#pragma once

#include <papers/case_facts.h>

namespace papers {

/// Received, not received and deferred. A material with pages was received even where a point of it failed.
void addMaterials(NoticeFacts& facts,
                  const forms::Guide& guide,
                  const forms::Case& draft,
                  const forms::Completeness& completeness);

/// One item for everything that stops acceptance, but for what is deferred.
void addCorrections(NoticeFacts& facts,
                    const forms::Guide& guide,
                    const forms::Case& draft,
                    const forms::Completeness& completeness);

}  // namespace papers
