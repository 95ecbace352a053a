/**
 * Short forms of first names that people write in their own books, by the full name; several full names may share one.
 * Lower case, accents off. Source: common hypocorisms of English and Spanish, as census and voter files pair them.
 */
const SHORT_FORMS: Readonly<Record<string, string>> = {
  abigail: 'abby, gail', alexander: 'alex, al, sasha, xander', alexandra: 'alex, sandra, sasha, lexi', alice: 'ali',
  amanda: 'mandy', andrea: 'andy', andrew: 'andy, drew', angela: 'angie', anna: 'ann, annie', anne: 'annie, ann', anthony: 'tony', antonio: 'tony, tono',
  barbara: 'barb, babs, barbie', benjamin: 'ben, benny', beatriz: 'bea, betty', bradley: 'brad', caroline: 'carol, carrie', catherine: 'cathy, cat, kate, kathy, katie',
  charles: 'charlie, chuck, chas', charlotte: 'charlie, lottie', christina: 'chris, tina, christy', christine: 'chris, tina, chrissy', christopher: 'chris, kit', cynthia: 'cindy',
  daniel: 'dan, danny', david: 'dave, davy', deborah: 'deb, debbie', dolores: 'lola', donald: 'don, donny', dorothy: 'dot, dottie', douglas: 'doug',
  edward: 'ed, eddie, ned, ted', eleanor: 'ellie, nell, nora', elizabeth: 'liz, lizzie, beth, betty, betsy, eliza, libby, lisa, ellie', emily: 'em, emmy', emma: 'em',
  enrique: 'quique', ernesto: 'neto', frances: 'fran, frankie', francis: 'frank', francisco: 'paco, pancho, frank', frederick: 'fred, freddie',
  gabriel: 'gabe', gabriela: 'gaby, gabi', gerald: 'jerry, gerry', gregory: 'greg', guadalupe: 'lupe', guillermo: 'memo', gwendolyn: 'gwen',
  harold: 'harry, hal', henry: 'hank, harry', ignacio: 'nacho', isabel: 'izzy, bella', isabella: 'izzy, bella', jacob: 'jake', jacqueline: 'jackie', james: 'jim, jimmy, jamie',
  janet: 'jan', jeffrey: 'jeff', jennifer: 'jen, jenny, jenn', jessica: 'jess, jessie', jesus: 'chuy', joan: 'joanie', john: 'jack, johnny, jon', jonathan: 'jon, johnny, nathan',
  jose: 'pepe, joe', joseph: 'joe, joey', josephine: 'jo, josie', joshua: 'josh', judith: 'judy', julia: 'jules', katherine: 'kate, kathy, katie, kat, kay', kathleen: 'kathy, kate, katie',
  kenneth: 'ken, kenny', kimberly: 'kim', kristina: 'kris, tina', lawrence: 'larry', leonard: 'len, lenny, leo', louis: 'lou', louise: 'lou', luis: 'lucho', lucille: 'lucy',
  madeline: 'maddie', manuel: 'manny, manolo', margaret: 'maggie, meg, peggy, marge, margie, greta, rita, daisy', maria: 'mari, mia', marilyn: 'mary', martha: 'marty, mattie', martin: 'marty',
  matthew: 'matt', maureen: 'mo', megan: 'meg', melissa: 'missy, mel', michael: 'mike, mikey, mick, mickey', michelle: 'shelly, mich', mildred: 'millie', nancy: 'nan', natalie: 'nat',
  nathaniel: 'nate, nathan, nat', nicholas: 'nick, nicky', nicole: 'nicky, nikki', oliver: 'ollie', pamela: 'pam', patricia: 'pat, patty, trish, tricia', patrick: 'pat, paddy', peter: 'pete',
  philip: 'phil', priscilla: 'cilla', rachel: 'rae', raymond: 'ray', rebecca: 'becky, becca', richard: 'rick, dick, rich, ricky', robert: 'bob, rob, bobby, robbie, bert', roberto: 'beto',
  roger: 'rod', ronald: 'ron, ronnie', rosario: 'charo', samantha: 'sam, sammy', samuel: 'sam, sammy', sandra: 'sandy', sarah: 'sally, sadie', stephanie: 'steph', stephen: 'steve',
  steven: 'steve', susan: 'sue, susie, suzy', suzanne: 'sue, suzy', theodore: 'ted, teddy, theo', teresa: 'terry, tere, tess', theresa: 'terry, tess', thomas: 'tom, tommy',
  timothy: 'tim, timmy', valerie: 'val', veronica: 'vero, ronnie', victor: 'vic', victoria: 'vicky, tori', vincent: 'vince, vinnie', virginia: 'ginny', walter: 'walt, wally',
  william: 'will, bill, billy, willy, liam', zachary: 'zach, zack',
}; // prettier-ignore

const FULL_OF = new Map<string, Set<string>>();
for (const [full, shorts] of Object.entries(SHORT_FORMS)) {
  for (const name of [full, ...shorts.split(', ')])
    FULL_OF.set(name, (FULL_OF.get(name) ?? new Set()).add(full));
}

/** Whether two first names may be forms of one: "Maggie" and "Margaret", "Bob" and "Rob". */
export function areFormsOfOne(one: string, other: string): boolean {
  const fulls = FULL_OF.get(other);
  return [...(FULL_OF.get(one) ?? [])].some((full) => fulls?.has(full));
}
