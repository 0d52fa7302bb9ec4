"""Fictional records in five more voices (checks)."""

from __future__ import annotations

from datetime import date

from .made import ACCELERATED, AFI, CAUSE, RECOMMENDATION, finding, made, office

CUSTODY = made(
    office("Thornby Police", "Grace Adeyemi", "Neil Rook"),
    "Report on an unannounced inspection of custody suites in Thornby",
    date(2024, 7, 16),
    "<p>Inspectors of constabulary and of prisons visited the suites at Thornby and Holm between 4 and 15 March 2024.</p>",
    [
        finding("c1", CAUSE, "The force does not check detainees at the times that it sets.",
                "<p>Every detainee is seen at the set times: a supervisor reads the check times at 7am, 3pm and 11pm.</p>",
                "<p>I have asked my custody visitors to compare the times on paper with the times on film.</p>"),
        finding("r1", RECOMMENDATION, "The force should review all check times within three months.",
                "<p>We review the check times of all 31 cells each week. The review of 9 September 2024 found two late ones in 1,204.</p>",
                "<p>I will publish the number of late checks each quarter.</p>", parent="c1"),
        finding("a1", AFI, "The force should offer women a choice of hygiene products.",
                "<p>Women are offered a choice at the desk, and do not need to ask.</p>",
                "<p>I have spoken to 14 women who were detained; 13 of them had the offer of a choice. I will ask again in 2025.</p>"),
    ],
    "<p>Custody runs 24/7 and seldom makes news. The inspectors found one cause of concern and made one recommendation with it. They "
    "also made one area for improvement.</p>"
    "<p>The Police and Criminal Evidence Act 1984 (PACE) sets the rules. Paragraph 9.3 of Code C asks for checks at least every hour, "
    "and every 30 minutes where somebody is drunk. The reviews after 6, 15 and 24 hours are a different matter.</p>"
    "<p>My visitors are volunteers (26 of them). They come unannounced, too.</p>",
    "<p>We fell short, and I am sorry. The recommendation is met; the cause of concern is for the inspectors to close. I should like to "
    "thank Sergeant Mark Noble, who drafted the new check sheet.</p>",
    "<p>Grave matters can hide in a short list. I will read each quarter’s figures with my custody visitors present, and the first of "
    "them are due on 20 January 2025.</p>",
)  # fmt: skip

VETTING = made(
    office("Calder and Wyre Police", "Anita Rawls", "Gareth Hume"),
    "Vetting and misconduct: an inspection of eight forces",
    date(2024, 4, 9),
    "<p>The inspectors read the vetting files of eight forces and tell all forces what to change.</p>",
    [
        finding("r1", RECOMMENDATION, "By 31 October 2024, chief constables should make sure that no officer works without vetting.",
                "<p>All 2,918 officers have current vetting. We stop access to our systems on the day on which vetting ends.</p>",
                "<p>I have read the list of officers whose vetting had lapsed: seven on 1 April 2024, none on 1 May.</p>"),
        finding("r2", RECOMMENDATION, "By 31 October 2024, chief constables should record why they overrule a vetting refusal.",
                "<p>Three times in 2023 we overruled a refusal. We record the reasons for each on the officer’s file.</p>",
                "<p>I will ask my independent adviser to read the three files and those that follow, and to report in public.</p>"),
        finding("r3", RECOMMENDATION, "The College of Policing should revise its guidance on vetting.", "",
                applies="no", reason="<p>Made to the College of Policing.</p>"),
    ],
    "<p>Who polices us should be beyond doubt. The report makes three recommendations. Two of the recommendations are for the chief "
    "constable; the third is for the College of Policing.</p>"
    "<p>Appeals go to a panel that decides within 28 days; complaints to me take 30 working days on average. Neither is the period in "
    "which I respond to an inspection, which is 56 days under section 55(5A) of the Police Act 1996.</p>"
    "<p>I had three questions. What did we know? When did we know it? Who was told?</p>",
    "<p>I accept both recommendations that are mine. The vetting unit had 11 posts in 2022 and has 19 today, in May 2024. It no longer "
    "has a queue.</p>",
    "<p>The answers satisfy me for now. In October 2024 I will ask the same three questions again. “Trust,” a resident of Wyre Bay "
    "wrote to me, “is a thing you rent (and the rent is due each month).”</p>",
)  # fmt: skip

ACCELERATED_ONE = made(
    office("Sallow Police", "Bernard Okafor", "Elin Strand"),
    "Accelerated cause of concern: Sallow Police’s investigation of rape",
    date(2024, 11, 5),
    "<p>The inspectors wrote to the Chief Constable before their report was complete, because victims were at risk.</p>",
    [
        finding("c1", ACCELERATED, "Victims of rape wait too long for an officer who is trained.",
                "<p>A trained officer now meets each victim within 24 hours; in October 2024 the wait was 1.4 days on average.</p>",
                "<p>I have given £300,000 from my reserve for trained officers at nights and weekends.</p>"),
        finding("r1", RECOMMENDATION, "With immediate effect, Sallow Police should train more officers for victims of rape.",
                "<p>Eighteen more officers began to train on 11 November 2024 for this work with victims.</p>",
                "<p>I will meet the first course. I have no say in who passes; I have one in how many places there are.</p>",
                parent="c1"),
    ],
    "<p>There is no soft way to say it: people who had been raped waited, and some gave up. The accelerated cause of concern tells us "
    "so, with one recommendation.</p>"
    "<p>What I did in the first week:</p><ol><li>I read the 41 cases that the inspectors had read;</li><li>I met the three services "
    "that support victims (their names are in my plan);</li><li>I asked what “trained” means.</li></ol>"
    "<p>The draft plan for victims, on which 212 people commented, now begins with this. If you need help, dial 101, or 999 in an "
    "emergency, or text 61016.</p>",
    "<p>I take the finding as it is meant. Six detectives on restricted duties have taken on the calls to victims, which frees others. "
    "The data for November show fewer than five victims who waited for more than a day (<5, so that nobody can be told apart).</p>",
    "<p>I am not reassured yet, nor would I expect to be after six weeks. Elin Strand and I will publish the waiting times on the first "
    "working day of each month until the inspectors close their concern.</p>",
)  # fmt: skip

FIREARMS = made(
    office("Port Ansty Police", "Fiona Lisle", "Amir Khoury"),
    "Port Ansty Police: Firearms licensing",
    date(2024, 6, 11),
    "<p>Inspectors looked at 60 licensing decisions, and at how the force takes guns away where it must.</p>",
    [
        finding("a1", AFI, "The force should visit applicants before it renews a licence.",
                "<p>A licensing officer visits each applicant before we renew a licence. We made 233 visits in the first half of 2024.</p>",
                "<p>I have asked for the share of renewals with a visit, district by district.</p>"),
        finding("a2", AFI, "The force should reduce the backlog of applications.",
                "<p>The backlog of applications fell from 640 to 205 between January and July 2024.</p>",
                "<p>I will not ask the force to reduce the backlog at the cost of the visits; I will ask for both figures together.</p>"),
    ],
    "<p>After the deaths at Cobb Quay in 2022 the Coroner wrote to the force, and to me. Two areas for improvement in this report say "
    "again what she said. A third, on fees, is for Parliament alone.</p>"
    "<p>The Rural Watch Group, the Farm Crime Forum and the District Partnership Board have each told me what a delay costs. "
    "The District Partnership Board puts it at £120 a week for a contractor.</p>"
    "<table><tr><th>Month</th><th>Waiting</th></tr><tr><td>January 2024</td><td>640</td></tr><tr><td>July 2024</td><td>205</td></tr>"
    "</table>",
    "<p>I thank the inspectors. We lost three of our nine licensing officers in 2023 and it showed. All nine posts are filled.</p>"
    "<p>From 1 September 2024 applicants can see online where their application stands (the page is called “Where is my licence?”).</p>",
    "<p>Both answers convince me; the figures will tell. I will put them into my annual report, which the panel receives in June 2025.</p>",
)  # fmt: skip

RURAL = made(
    office("Vale of Orrin Police", "Mary Ellen Croft", "Dai Pugh"),
    "PEEL 2023–25: Vale of Orrin Police",
    date(2024, 8, 13),
    "<p>Vale of Orrin Police is good at two things, adequate at five and requires improvement at one.</p>",
    [
        finding("a1", AFI, "The force should understand how satisfied victims of crime are.",
                "<p>We ring 100 victims of crime a month to understand how satisfied they are, and why. In July 2024, 71 were.</p>",
                "<p>I have joined ten of those calls. I will publish the answers from October 2024, good and bad.</p>"),
        finding("a2", AFI, "The force should make better use of its workforce data.",
                "<p>One page of workforce data goes to the chief officers each Monday. It is used: it moved 12 posts to Orrin Bridge.</p>",
                "<p>I propose to test the data at my meeting on 12 November 2024.</p>"),
    ],
    "<p>I was elected in May 2024. The inspectors came in my predecessor’s time, so I write of what I found and not of what I did.</p>"
    "<p>Of the six areas for improvement in the PEEL 2021/22 report, five are closed. The two areas for improvement in this one are "
    "new. I accept them.</p>"
    "<p>People in the Vale say three things to me: ‘Come when we call’, ‘Tell us what happened’ and ‘Don’t forget the hills’. The "
    "force’s grades say it does the first well, the second less so. On the third the report is silent; I shall not be.</p>"
    "<h3>What I will do first</h3><p>I will hold a surgery in each of the eleven parishes by the summer of 2025.</p>",
    "<p>It is a fair report on a force that I am proud of. Since 2021 we’ve filled every post in the control room; it’s the team that "
    "the inspectors praise most. Its weakness, if I may, was its own data.</p>",
    "<p>The Chief Constable and I began within a month of each other. We will be judged together, and that is as it should be. "
    "I will report on both findings at the end of March 2025.</p>",
)  # fmt: skip

LAST_FIVE = {"thornby": CUSTODY, "calder and wyre": VETTING, "sallow": ACCELERATED_ONE, "port ansty": FIREARMS, "orrin": RURAL}
