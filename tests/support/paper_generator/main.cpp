#include "drawings.h"
#include "jpeg_file.h"
#include "scanned_paper.h"

#include <atomic>
#include <exception>
#include <filesystem>
#include <functional>
#include <iostream>
#include <string>
#include <thread>
#include <vector>

using namespace papers_drawn;

namespace {

struct Job {
    std::string name;  ///< below OUTDIR, without its ending
    std::function<void(Sheet&)> draw;
    Handling handling;
};

std::vector<Job> jobsFor(const People& people)
{
    const auto first = [&people](Sheet& sheet) { drawRegisterFirstPage(sheet, people); };
    return {
        {"case/01-application-form",
         [&people](Sheet& sheet) { drawApplicationForm(sheet, people); },
         {.seed = 11}},
        {"case/02-identity-card",
         [&people](Sheet& sheet) { drawIdentityCard(sheet, people.applicant, OldAddress); },
         {.degrees = -0.2, .seed = 12}},
        {"case/03-household-register-first-page", first, {.degrees = 0.3, .seed = 13}},
        {"case/04-household-register-person-page",
         [&people](Sheet& sheet) { drawRegisterPersonPage(sheet, people); },
         {.degrees = -0.1, .seed = 14}},
        {"case/05-marriage-certificate",
         [&people](Sheet& sheet) { drawMarriageCertificate(sheet, people); },
         {.degrees = 0.2, .seed = 15}},
        {"case/06-consent-signed",
         [&people](Sheet& sheet) { drawConsent(sheet, people, Signature::Signed); },
         {.degrees = -0.25, .seed = 16}},
        {"single/identity-card-front",
         [&people](Sheet& sheet) { drawIdentityCardFront(sheet, people.applicant, OldAddress); },
         {.seed = 21}},
        {"single/identity-card-back", [](Sheet& sheet) { drawIdentityCardBack(sheet); }, {.seed = 22}},
        {"single/identity-card-of-spouse",
         [&people](Sheet& sheet) { drawIdentityCard(sheet, people.spouse, NewAddress); },
         {.seed = 23}},
        {"trouble/blank-back", [](Sheet&) {}, {.degrees = 0, .seed = 31}},
        {"trouble/clipped-corner", first, {.cornerCut = true, .seed = 32}},
        {"trouble/consent-unsigned",
         [&people](Sheet& sheet) { drawConsent(sheet, people, Signature::Absent); },
         {.seed = 33}},
        {"trouble/dark", first, {.light = 0.36, .seed = 34}},
        {"trouble/skewed", first, {.degrees = 2, .seed = 35}},
    };
}

void drawAll(const std::filesystem::path& folder,
             const std::vector<Job>& jobs,
             std::atomic<std::size_t>& next)
{
    for (std::size_t job = next++; job < jobs.size(); job = next++) {
        Sheet sheet;
        jobs[job].draw(sheet);
        writeJpeg(folder / (jobs[job].name + ".jpg"),
                  scanOf(sheet, jobs[job].handling),
                  Sheet::Width,
                  Sheet::Height);
    }
}

}  // namespace

int main(int count, char** arguments)
{
    if (count != 2) {
        std::cerr << "usage: onewindow-draw-papers OUTDIR\n";
        return 2;
    }
    try {
        const std::filesystem::path folder = arguments[1];
        for (const char* part : {"case", "single", "trouble"}) {
            std::filesystem::create_directories(folder / part);
        }
        const auto people = readPeople(OW_VECTORS);
        const auto jobs = jobsFor(people);
        std::atomic<std::size_t> next{0};
        std::jthread other([&] { drawAll(folder, jobs, next); });
        drawAll(folder, jobs, next);
        return 0;
    } catch (const std::exception& trouble) {
        std::cerr << trouble.what() << '\n';
        return 1;
    }
}
