#pragma once

#include <desk/answer_text.h>
#include <desk/earlier_case.h>
#include <desk/form_desk.h>

#include <offline/case_store.h>

#include <string>
#include <vector>

namespace desk {

/// The cases here of the matters a guide takes something from.
struct OtherCases {
    std::vector<std::string> matters;  ///< by name, or by code where this workstation has no guide of it
    std::vector<offline::CaseRow> cases;
};

/// The codes of the other matters whose cases fill something of this one: those of `case:<matter>` and
/// `case:<matter>.<field>` in its forms and questions, each once, in the order of the guide.
[[nodiscard]] std::vector<std::string> mattersTakenFrom(const forms::Guide& guide);

/// What that case gives to a form of the guide: the fields that ask for it, are still empty and can hold it.
[[nodiscard]] FilledForm takenInto(const forms::Form& form,
                                   const forms::FormData& data,
                                   const EarlierCase& other);

/// The same of the questions that are not answered yet.
[[nodiscard]] std::vector<AnswerText> takenAnswers(const forms::Guide& guide,
                                                   const forms::Answers& given,
                                                   const EarlierCase& other);

}  // namespace desk
